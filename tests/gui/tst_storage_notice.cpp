// SPDX-License-Identifier: GPL-3.0-or-later
// The window says what is wrong with the files of this computer, and asks before it goes on.
#include "gui/merchant.h"
#include "support/read_only_folder.h"
#include "support/runner.h"
#include "ui/shell/actions.h"
#include "ui/shell/mode_strip.h"

#include <QAction>
#include <QFile>
#include <QMessageBox>
#include <QTableView>

namespace storage_notice_test {

using namespace Qt::StringLiterals;

using namespace tilldeck;
using tilldeck::test::Merchant;

namespace {

/// Returns how many rows the list of sessions has, also behind a dialog.
int listedSessions(const Merchant &merchant)
{
    int most = 0;
    for (const auto *table : merchant.window().findChildren<QTableView *>())
        most = table->accessibleName() == u"Checkout sessions"_s ? std::max(most, table->model()->rowCount()) : most;
    return most;
}

} // namespace

class StorageNoticeTest : public QObject
{
    Q_OBJECT

private slots:
    void aLostJournalIsToldAndTheMerchantDecides()
    {
        Merchant merchant;
        QVERIFY(merchant.openSandbox());
        QVERIFY(!merchant.find<QMessageBox>(QString()));
        merchant.stop();
        QVERIFY(QFile::remove(merchant.folder() + u"/journal.sqlite"_s));
        merchant.start(false);
        QMessageBox *box = nullptr;
        QTRY_VERIFY((box = merchant.find<QMessageBox>(QString())));
        QVERIFY2(box->text().contains(u"journal.sqlite"_s) && box->text().contains(u"missing"_s),
                 qPrintable(box->text()));
        // Enter decides nothing.
        QTest::keyClick(box, Qt::Key_Return);
        QTRY_VERIFY(!merchant.find<QMessageBox>(QString()));
        QVERIFY(!merchant.desk->whyNoWrites().isEmpty());

        merchant.window().action(ui::Action::ShowStorage)->trigger();
        QTRY_VERIFY(merchant.find<QAbstractButton>(u"Go on with these files"_s));
        QVERIFY(merchant.press(u"Go on with these files"_s));
        QTRY_VERIFY(!merchant.find<QMessageBox>(QString()));
        QCOMPARE(merchant.desk->whyNoWrites(), QString());
        merchant.restart();
        QVERIFY(!merchant.find<QMessageBox>(QString()));
    }

    void aLostLedgerIsRebuiltFromTheWindow()
    {
        Merchant merchant;
        QVERIFY(merchant.openSandbox());
        merchant.stop();
        for (const QString &part : {u""_s, u"-wal"_s, u"-shm"_s})
            QFile::remove(merchant.folder() + u"/ledger.sqlite"_s + part);
        merchant.start(false);
        QTRY_VERIFY(merchant.find<QAbstractButton>(u"Rebuild the lists"_s));
        QVERIFY(!merchant.desk->whyNoWrites().isEmpty());
        QVERIFY(merchant.press(u"Rebuild the lists"_s));
        const auto said = [&merchant] {
            const auto *box = merchant.find<QMessageBox>(QString());
            return box ? box->text() : QString();
        };
        QTRY_VERIFY2(said().contains(u"came back from the journal"_s), qPrintable(said()));
        QVERIFY2(said().contains(u"Drafts"_s), qPrintable(said()));
        QCOMPARE(merchant.desk->whyNoWrites(), QString());
        // The provider lists its sessions, so they are back.
        QTRY_VERIFY_WITH_TIMEOUT(listedSessions(merchant) > 10, 20000);
    }

    void aSecondWindowShowsTheListsAndLeavesTheSandboxAlone()
    {
        Merchant first;
        QVERIFY(first.openSandbox());
        const QString address = first.desk->accounts().accounts().front().baseUrl;
        Merchant second(first.folder());
        QVERIFY(second.desk->isSecondWindow());
        const auto *box = second.window().findChild<QMessageBox *>();
        QVERIFY(box && box->text().contains(u"Another Tilldeck window"_s));
        // It repairs nothing under the first window.
        QCOMPARE(box->buttons().size(), 1);
        QVERIFY2(second.window().modeStrip()->text().contains(u"This one only shows"_s),
                 qPrintable(second.window().modeStrip()->text()));
        QTRY_COMPARE_WITH_TIMEOUT(listedSessions(second), listedSessions(first), 10000);
        QVERIFY(listedSessions(second) > 10);
        // No second sandbox has taken the address of the first.
        QCOMPARE(first.desk->accounts().accounts().front().baseUrl, address);
        first.restart();
        QTRY_COMPARE_WITH_TIMEOUT(first.desk->accounts().accounts().front().baseUrl, address, 20000);
    }

    void aReadOnlyFolderOpensAndShowsItsLists()
    {
        Merchant merchant;
        QVERIFY(merchant.openSandbox());
        merchant.stop();
        const tilldeck::test::ReadOnlyFolder folder(merchant.folder());
        merchant.start(false);
        QTRY_VERIFY(merchant.find<QMessageBox>(QString()));
        QTRY_VERIFY_WITH_TIMEOUT(listedSessions(merchant) > 10, 20000);
        merchant.stop();
    }
};

TILLDECK_TEST(StorageNoticeTest)

} // namespace storage_notice_test

#include "tst_storage_notice.moc"
