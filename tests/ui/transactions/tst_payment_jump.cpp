// SPDX-License-Identifier: GPL-3.0-or-later
// Ways that lead to one payment lead to that payment, and what is said of a selection is of what is selected.
#include "../sessions/desk_fixture.h"
#include "support/runner.h"
#include "ui/lists/chip.h"
#include "ui/lists/filter_chip.h"
#include "ui/lists/table.h"
#include "ui/transactions/totals_bar.h"
#include "ui/transactions/transaction_model.h"
#include "ui/transactions/transaction_panel.h"
#include "ui/transactions/transactions_page.h"

#include <QAction>
#include <QLabel>
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
        m_page->showPayment(m_desk->account.id, u"467"_s);
        QTRY_COMPARE(current(), u"467"_s);
        QVERIFY(panel()->isVisible());
        // Asked for again, it is found although no filter changes.
        table()->setCurrentIndex(model()->index(0, 0));
        QCOMPARE(current(), u"4671"_s);
        m_page->showPayment(m_desk->account.id, u"467"_s);
        QTRY_COMPARE(current(), u"467"_s);
    }

    void anIdThatNoPaymentHasLeadsToNone()
    {
        const QSignalSpy loaded(model(), &ui::TransactionModel::loaded);
        m_page->showPayment(m_desk->account.id, u"46"_s);
        QTRY_VERIFY(loaded.count() > 0);
        QVERIFY(!table()->currentIndex().isValid());
        m_page->showPayment(u"another"_s, u"467"_s);
        QVERIFY(!table()->currentIndex().isValid());
    }

    void theSameIdInAnotherAccountIsAnotherPayment()
    {
        const QString other = m_desk->addMarketplace();
        put(other, {payment(u"467"_s, 30)}); // newer, and so above the other one
        const QStringList both{m_desk->account.id, other};
        m_page->setAccounts(both);
        QTRY_COMPARE(model()->rowCount(), 3);
        for (const QString &account : both) {
            m_page->showPayment(account, u"467"_s);
            QTRY_COMPARE(current(), u"467"_s);
            QCOMPARE(record().accountId, account);
        }
    }

    void untilThePaymentIsFoundNothingIsDoneWithAnother()
    {
        table()->setCurrentIndex(model()->index(0, 0));
        QVERIFY(panel()->isVisible() && m_page->copyIdAction()->isEnabled());
        QStringList seen;
        connect(table()->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [&] {
            if (table()->currentIndex().isValid())
                seen << current();
        });
        model()->refresh(); // the answer to this comes while the payment is searched for
        m_page->showPayment(m_desk->account.id, u"467"_s);
        QVERIFY(!panel()->isVisible());
        QVERIFY(!m_page->copyIdAction()->isEnabled());
        put(m_desk->account.id, {payment(u"9"_s, -60)}); // so do changes of the ledger
        QTRY_VERIFY(panel()->isVisible());
        QCOMPARE(seen, QStringList{u"467"_s});
    }

    void aPaymentThatIsWantedIsForgottenInOtherAccounts()
    {
        const QString other = m_desk->addMarketplace();
        put(other, {payment(u"4671"_s, 0), payment(u"467"_s, 60)});
        m_page->setAccounts({m_desk->account.id, other});
        QTRY_COMPARE(model()->rowCount(), 4);
        m_page->showPayment(other, u"467"_s);
        m_page->setAccounts({other});
        QTRY_VERIFY(table()->currentIndex().isValid());
        QCOMPARE(current(), u"4671"_s); // as after every change of accounts
    }

    void thePaymentsOfASessionAreAFilterThatIsTakenAway()
    {
        const QString other = m_desk->addMarketplace();
        const auto paid = [this](const QString &id, int secondsAgo, const QString &session) {
            ledger::TransactionRecord record = payment(id, secondsAgo);
            record.transaction.sessionId = session;
            return record;
        };
        put(m_desk->account.id,
            {paid(u"a"_s, 10, u"cs_1"_s), paid(u"b"_s, 20, u"cs_1"_s), paid(u"c"_s, 5, u"cs_10"_s)});
        put(other, {paid(u"d"_s, 1, u"cs_1"_s)});
        m_page->setAccounts({m_desk->account.id, other});
        QTRY_COMPARE(model()->rowCount(), 6);
        m_page->showForSession(m_desk->account.id, u"cs_1"_s);
        QVERIFY(!panel()->isVisible());
        QTRY_COMPARE(current(), u"a"_s);
        QCOMPARE(model()->rowCount(), 2);
        auto *chip = m_page->findChild<ui::FilterChip *>();
        QVERIFY(chip && chip->isVisible());
        QCOMPARE(chip->accessibleName(), u"Remove filter: Session: cs_1"_s);
        chip->click();
        QTRY_COMPARE(model()->rowCount(), 5); // those of the account
        m_page->showForSession(m_desk->account.id, u"cs_1"_s);
        QTRY_COMPARE(model()->rowCount(), 2);
        m_page->setAccounts({other});
        QTRY_COMPARE(model()->rowCount(), 1); // no session of the accounts before hides it
        QCOMPARE(current(), u"d"_s);
    }

    void aListThatIsReadForAnotherAccountActsOnNothingOfTheOneBefore()
    {
        const QString other = m_desk->addMarketplace();
        put(other, {payment(u"8"_s, 30)});
        m_page->setAccounts({m_desk->account.id, other});
        QTRY_COMPARE(model()->rowCount(), 3);
        table()->selectAll();
        table()->setCurrentIndex(model()->index(0, 0));
        QVERIFY(panel()->isVisible());
        ledger::SavedFilter view;
        view.filter.accountIds << other;
        m_page->showView(view);
        QCOMPARE(model()->rowCount(), 0);
        QVERIFY(!panel()->isVisible());
        QVERIFY(!m_page->copyIdAction()->isEnabled());
        QTRY_COMPARE(model()->rowCount(), 1);
    }

    void aListThatCouldNotBeReadActsOnNothing()
    {
        table()->setCurrentIndex(model()->index(1, 0));
        QTRY_VERIFY(panel()->findChild<QAbstractButton *>(u"refund"_s));
        const QSignalSpy failed(model(), &ui::TransactionModel::failed);
        m_desk->breakLedger(u"payment"_s);
        model()->refresh();
        QTRY_COMPARE(failed.count(), 1);
        QCOMPARE(model()->rowCount(), 2); // what is still shown can still be acted on
        QVERIFY(panel()->isVisible() && m_page->copyIdAction()->isEnabled());
        table()->selectAll();
        m_page->findChild<ui::ChipRow *>()->chip(int(TransactionStatus::Succeeded))->click();
        QTRY_COMPARE(failed.count(), 2);
        QCOMPARE(model()->rowCount(), 0);
        QVERIFY(!panel()->isVisible());
        QVERIFY(!m_page->copyIdAction()->isEnabled() && !m_page->showSessionAction()->isEnabled());
        QVERIFY(!m_page->findChild<QAbstractButton *>(u"exportSelected"_s)->isVisible());
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

    void whatLeavesTheFilteredListIsSaid()
    {
        put(m_desk->account.id, {payment(u"466"_s, 90)});
        QTRY_COMPARE(model()->rowCount(), 3);
        m_page->findChild<ui::ChipRow *>()->chip(int(TransactionStatus::Succeeded))->click();
        QTRY_COMPARE(model()->rowCount(), 3);
        table()->setCurrentIndex(model()->index(1, 0));
        QCOMPARE(current(), u"467"_s);
        auto refunded = payment(u"467"_s, 60);
        refunded.transaction.status = TransactionStatus::Refunded;
        put(m_desk->account.id, {refunded});
        QTRY_COMPARE(model()->rowCount(), 2);
        QTRY_VERIFY2(seen().contains(u"is “Refunded” now and not in this list any more."_s), qPrintable(seen()));
        QVERIFY(!table()->currentIndex().isValid()); // nobody takes the row that moved up for it
        m_page->findChild<ui::ChipRow *>()->chip(int(TransactionStatus::Refunded))->click();
        QTRY_COMPARE(model()->rowCount(), 1);
        QVERIFY(!seen().contains(u"not in this list any more"_s));
    }

private:
    QString seen() const
    {
        QStringList texts;
        for (const auto *label : m_page->findChildren<QLabel *>())
            texts << label->text();
        return texts.join(u'\n');
    }
    ledger::TransactionRecord payment(const QString &id, int secondsAgo) const
    {
        checkout::Transaction transaction(id, DeskFixture::eur(10800));
        transaction.status = TransactionStatus::Succeeded;
        transaction.createdAt = m_desk->now.addSecs(-secondsAgo);
        return {0, m_desk->account.id, transaction};
    }
    void put(const QString &account, std::vector<ledger::TransactionRecord> records)
    {
        for (ledger::TransactionRecord &record : records)
            record.accountId = account;
        QVERIFY(m_desk->desk->ledger().mergeTransactions(account, records).result().has_value());
    }
    const ledger::PaymentRow &record() const { return model()->record(table()->currentIndex().row()); }
    QString current() const { return table()->currentIndex().isValid() ? record().id : QString(); }
    ui::TransactionPanel *panel() const { return m_page->findChild<ui::TransactionPanel *>(); }
    ui::Table *table() const { return m_page->findChild<ui::Table *>(); }
    ui::TransactionModel *model() const { return m_page->findChild<ui::TransactionModel *>(); }

    std::unique_ptr<DeskFixture> m_desk;
    std::unique_ptr<ui::TransactionsPage> m_page;
};

TILLDECK_TEST(PaymentJumpTest)

} // namespace payment_jump_test

#include "tst_payment_jump.moc"
