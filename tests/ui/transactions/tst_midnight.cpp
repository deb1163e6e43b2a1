// SPDX-License-Identifier: GPL-3.0-or-later
// A list of payments that stays open over midnight.
#include "../sessions/desk_fixture.h"
#include "support/runner.h"
#include "ui/lists/table.h"
#include "ui/transactions/transaction_model.h"
#include "ui/transactions/transactions_page.h"

namespace midnight_test {

using namespace Qt::StringLiterals;

using namespace tilldeck;
using test::DeskFixture;

class MidnightTest : public QObject
{
    Q_OBJECT

private slots:
    void todayMovesOnByItself()
    {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
        DeskFixture desk;
        desk.now = QDateTime(QDate(2026, 4, 14), QTime(23, 59), Qt::UTC);
        std::vector<ledger::TransactionRecord> records;
        for (const int minutes : {-30, 30}) {
            checkout::Transaction transaction(u"txn_%1"_s.arg(minutes), DeskFixture::eur(1000));
            transaction.status = checkout::TransactionStatus::Succeeded;
            transaction.createdAt = desk.now.addSecs(minutes * 60);
            records.emplace_back(0, desk.account.id, transaction);
        }
        QVERIFY(desk.desk->ledger().mergeTransactions(desk.account.id, {records[0]}).result().has_value());
        ui::TransactionsPage page(*desk.desk, *desk.catalogs);
        page.resize(1232, 780);
        page.show();
        page.setAccounts({desk.account.id});
        ledger::SavedFilter today;
        today.lastDays = 1;
        page.showView(today);
        auto *model = page.findChild<ui::TransactionModel *>();
        const auto time = [model] { return model->index(0, ui::TransactionModel::Date).data().toString(); };
        QTRY_COMPARE(model->rowCount(), 1);
        QCOMPARE(time(), u"23:29"_s);

        desk.now = desk.now.addSecs(3600);
        QVERIFY(desk.desk->ledger().mergeTransactions(desk.account.id, {records[1]}).result().has_value());
        QTRY_COMPARE(model->rowCount(), 2); // of two days
        page.lookAtClock();
        QTRY_COMPARE(model->rowCount(), 1);
        QCOMPARE(time(), u"00:29"_s);
        QCOMPARE(model->filter().createdSince, QDateTime(QDate(2026, 4, 15), QTime(0, 0), Qt::UTC));
    }
};

TILLDECK_TEST(MidnightTest)

} // namespace midnight_test

#include "tst_midnight.moc"
