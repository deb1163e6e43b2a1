// SPDX-License-Identifier: GPL-3.0-or-later
// A saved view keeps all of a search: its words and its fields.
#include "../sessions/desk_fixture.h"
#include "support/runner.h"
#include "ui/forms/name_dialog.h"
#include "ui/lists/filter_bar.h"
#include "ui/lists/list_frame.h"
#include "ui/lists/table.h"
#include "ui/transactions/saved_views.h"
#include "ui/transactions/transactions_page.h"
#include "ui/widgets/search_field.h"

#include <QLineEdit>
#include <QMenu>
#include <QPushButton>

namespace saved_search_test {

using namespace tilldeck;
using namespace Qt::StringLiterals;
using checkout::TransactionStatus;
using test::DeskFixture;

class SavedSearchTest : public QObject
{
    Q_OBJECT

private slots:
    void aSavedViewKeepsTheTierAndTheWords()
    {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
        DeskFixture fixture;
        std::vector<ledger::TransactionRecord> payments;
        for (int n = 0; n < 6; ++n) {
            checkout::Transaction transaction(u"txn_%1"_s.arg(n), DeskFixture::eur(5000 + n));
            transaction.status = n == 5 ? TransactionStatus::Failed : TransactionStatus::Succeeded;
            transaction.createdAt = fixture.now.addSecs(-60 * n);
            transaction.tier = n % 2;
            ledger::TransactionRecord record(0, fixture.account.id, transaction);
            record.customerLabel = n < 2 ? u"Ada Lovelace"_s : u"Bea Lovelace"_s;
            payments.push_back(record);
        }
        QVERIFY(fixture.desk->ledger().mergeTransactions(fixture.account.id, payments).result().has_value());
        ui::TransactionsPage page(*fixture.desk, *fixture.catalogs);
        page.resize(1232, 780);
        page.show();
        page.setAccounts({fixture.account.id});
        auto *frame = page.findChild<ui::ListFrame *>();
        const auto rows = [frame] { return frame->table()->model()->rowCount(); };
        QTRY_COMPARE(rows(), 6);
        frame->search()->setText(u"bea tier:2 status:succeeded"_s);
        QTest::keyClick(frame->search(), Qt::Key_Return);
        QTRY_COMPARE(rows(), 1);

        auto *views = page.findChild<ui::SavedViews *>();
        emit views->menu()->aboutToShow();
        views->menu()->findChild<QAction *>(u"save"_s)->trigger();
        auto *dialog = page.window()->findChild<ui::NameDialog *>();
        QVERIFY(dialog);
        dialog->findChild<QLineEdit *>(u"name"_s)->setText(u"Second tier"_s);
        dialog->findChild<QPushButton *>(u"save"_s)->click();
        QTRY_COMPARE(views->text(), u"Second tier"_s);
        QCOMPARE(frame->search()->text(), u"bea tier:2 status:succeeded"_s);

        frame->clearFilters();
        QTRY_COMPARE(rows(), 6);
        const auto saved = fixture.desk->ledger().savedFilters().result();
        QVERIFY(saved && saved->size() == 1); // as it is in the file
        page.showView(saved->front());
        QTRY_COMPARE(rows(), 1);
        QCOMPARE(frame->status(), static_cast<int>(TransactionStatus::Succeeded));
        QCOMPARE(page.findChild<ui::FilterBar *>()->parts().tier, std::optional<int>(1));
    }
};

TILLDECK_TEST(SavedSearchTest)

} // namespace saved_search_test

#include "tst_saved_search.moc"
