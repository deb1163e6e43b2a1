// SPDX-License-Identifier: GPL-3.0-or-later
// Ways that lead to one payment lead to that payment, and what is said of a selection is of what is selected.
#include "../sessions/desk_fixture.h"
#include "support/runner.h"
#include "ui/lists/table.h"
#include "ui/transactions/totals_bar.h"
#include "ui/transactions/transaction_model.h"
#include "ui/transactions/transactions_page.h"

#include <QSignalSpy>
#include <QTest>

namespace payment_jump_test {

using namespace tilldeck;
using namespace Qt::StringLiterals;
using checkout::TransactionStatus;
using test::DeskFixture;

class PaymentJumpTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
        m_desk = std::make_unique<DeskFixture>();
        m_page = std::make_unique<ui::TransactionsPage>(*m_desk->desk, *m_desk->catalogs);
        m_page->resize(1232, 780);
        m_page->show();
        // The newer one, and so the first of the list, has an id that contains the other's.
        const std::vector payments{payment(u"4671"_s, 0), payment(u"467"_s, 60)};
        QVERIFY(m_desk->desk->ledger().mergeTransactions(m_desk->account.id, payments).result().has_value());
        m_page->setAccounts({m_desk->account.id});
        QTRY_COMPARE(model()->rowCount(), 2);
    }
    void cleanup()
    {
        m_page.reset();
        m_desk.reset();
    }

    void anIdThatIsPartOfAnotherLeadsToItsOwnPayment()
    {
        m_page->showForSession(m_desk->account.id, u"467"_s);
        QTRY_VERIFY(table()->currentIndex().isValid());
        QCOMPARE(model()->record(table()->currentIndex().row()).transaction.id, u"467"_s);
    }

    void anIdThatNoPaymentHasLeadsToNone()
    {
        const QSignalSpy loaded(model(), &ui::TransactionModel::loaded);
        m_page->showForSession(m_desk->account.id, u"46"_s);
        QTRY_VERIFY(loaded.count() > 0);
        QVERIFY(!table()->currentIndex().isValid());
        m_page->showForSession(u"another"_s, u"467"_s);
        QVERIFY(!table()->currentIndex().isValid());
    }

    void nothingIsSelectedAnyMoreInAnotherAccount()
    {
        table()->selectAll();
        auto *totals = m_page->findChild<ui::TotalsBar *>();
        QTRY_VERIFY(totals->isVisible());
        m_page->setAccounts({m_desk->addMarketplace()});
        QTRY_COMPARE(model()->rowCount(), 0);
        QTRY_VERIFY(!totals->isVisible());
    }

private:
    ledger::TransactionRecord payment(const QString &id, int secondsAgo) const
    {
        checkout::Transaction transaction(id, DeskFixture::eur(10800));
        transaction.status = TransactionStatus::Succeeded;
        transaction.createdAt = m_desk->now.addSecs(-secondsAgo);
        return {0, m_desk->account.id, transaction};
    }
    ui::Table *table() const { return m_page->findChild<ui::Table *>(); }
    ui::TransactionModel *model() const { return m_page->findChild<ui::TransactionModel *>(); }

    std::unique_ptr<DeskFixture> m_desk;
    std::unique_ptr<ui::TransactionsPage> m_page;
};

TILLDECK_TEST(PaymentJumpTest)

} // namespace payment_jump_test

#include "tst_payment_jump.moc"
