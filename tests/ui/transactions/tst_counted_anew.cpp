// SPDX-License-Identifier: GPL-3.0-or-later
// What is counted for a filter is shown as long as that filter is on, however long counting takes.
#include "../sessions/desk_fixture.h"
#include "support/held_questions.h"
#include "support/runner.h"
#include "ui/lists/chip.h"
#include "ui/lists/table.h"
#include "ui/sessions/sessions_page.h"
#include "ui/transactions/totals_bar.h"
#include "ui/transactions/transactions_page.h"
#include "ui/widgets/search_field.h"

#include <QToolButton>

namespace counted_anew_test {

using namespace tilldeck;
using namespace Qt::StringLiterals;
using checkout::TransactionStatus;
using test::DeskFixture;
using test::HeldQuestions;

class CountedAnewTest : public QObject
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
        put({payment(0, TransactionStatus::Succeeded), payment(1, TransactionStatus::Succeeded),
             payment(2, TransactionStatus::Failed)});
        m_page->setAccounts({m_desk->account.id});
        QTRY_COMPARE(chip(100)->count(), 3);
        QTRY_VERIFY(totals()->text().startsWith(u"3 payments, 2 paid"_s));
    }
    void cleanup()
    {
        m_page.reset();
        m_desk.reset();
    }

    /// The rows of the failed ones are there at once; the sums of all are none of theirs.
    void theSumsOfTheFilterBeforeAreNotShownUnderIt()
    {
        HeldQuestions held(m_desk->desk->ledger());
        QTest::mouseClick(chip(static_cast<int>(TransactionStatus::Failed)), Qt::LeftButton);
        QTRY_COMPARE(table()->model()->rowCount(), 1);
        QTRY_COMPARE(totals()->text(), u"Counting…"_s);
        QVERIFY(totals()->isVisible());
        QVERIFY(!copyButton()->isEnabled());
        QCOMPARE(chip(100)->count(), 3); // it does not depend on the status
        held.release();
        QTRY_COMPARE(totals()->text(), u"1 payment, 0 paid"_s);
        QVERIFY(copyButton()->isEnabled());
    }

    void theCountsOfTheSearchBeforeAreNotShownAndChipsStayAsWideAsTheyAre()
    {
        const int width = chip(100)->sizeHint().width();
        HeldQuestions held(m_desk->desk->ledger());
        search(u"tr_000001"_s);
        QTRY_COMPARE(chip(100)->count(), -1);
        QCOMPARE(chip(100)->accessibleName(), u"All"_s);
        QCOMPARE(chip(100)->sizeHint().width(), width);
        held.release();
        QTRY_COMPARE(chip(100)->count(), 1);
        QTRY_COMPARE(totals()->text().left(9), u"1 payment"_s);
    }

    /// The rows of the newest search stand behind no count of a search before.
    void whatNobodyWaitsForIsNotCounted()
    {
        HeldQuestions held(m_desk->desk->ledger());
        search(u"tr_000002"_s);
        QTRY_COMPARE(chip(100)->count(), -1);
        search(u"tr_00000"_s);
        search({});
        search(u"tr_000001"_s);
        held.release();
        QTRY_COMPARE(table()->model()->rowCount(), 1);
        QTRY_COMPARE(chip(100)->count(), 1);
    }

    void whatArrivesIsCounted()
    {
        put({payment(3, TransactionStatus::Failed)});
        QTRY_COMPARE(chip(100)->count(), 4);
        QTRY_COMPARE(chip(static_cast<int>(TransactionStatus::Failed))->count(), 2);
        QTRY_VERIFY(totals()->text().startsWith(u"4 payments, 2 paid"_s));
    }

    void sessionsAreCountedForTheirSearch()
    {
        m_desk->putMany({m_desk->session(0), m_desk->session(1)});
        ui::SessionsPage page(*m_desk->desk, *m_desk->refresher, *m_desk->catalogs);
        page.resize(1232, 780);
        page.show();
        page.setAccounts({m_desk->account.id});
        const auto all = [&page] { return page.findChild<ui::ChipRow *>()->chip(0); };
        QTRY_COMPARE(all()->count(), 2);
        HeldQuestions held(m_desk->desk->ledger());
        auto *field = page.findChild<ui::SearchField *>();
        field->setText(u"cs_000001"_s);
        QTest::keyClick(field, Qt::Key_Return);
        QTRY_COMPARE(all()->count(), -1);
        held.release();
        QTRY_COMPARE(all()->count(), 1);
    }

private:
    ledger::TransactionRecord payment(int n, TransactionStatus status) const
    {
        checkout::Transaction transaction(u"tr_%1"_s.arg(n, 6, 10, QChar(u'0')), DeskFixture::eur(5320));
        transaction.createdAt = m_desk->now.addSecs(-60 * n);
        transaction.status = status;
        ledger::TransactionRecord record(0, m_desk->account.id, transaction);
        record.customerLabel = u"Anna Virtanen"_s;
        return record;
    }
    void put(const std::vector<ledger::TransactionRecord> &records) const
    {
        QVERIFY(m_desk->desk->ledger().mergeTransactions(m_desk->account.id, records).result().has_value());
    }
    void search(const QString &text) const
    {
        auto *field = m_page->findChild<ui::SearchField *>();
        field->setText(text);
        QTest::keyClick(field, Qt::Key_Return);
    }
    ui::Chip *chip(int id) const { return m_page->findChild<ui::ChipRow *>()->chip(id); }
    ui::Table *table() const { return m_page->findChild<ui::Table *>(); }
    ui::TotalsBar *totals() const { return m_page->findChild<ui::TotalsBar *>(); }
    QToolButton *copyButton() const { return totals()->findChild<QToolButton *>(); }

    std::unique_ptr<DeskFixture> m_desk;
    std::unique_ptr<ui::TransactionsPage> m_page;
};

TILLDECK_TEST(CountedAnewTest)

} // namespace counted_anew_test

#include "tst_counted_anew.moc"
