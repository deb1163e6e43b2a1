// SPDX-License-Identifier: GPL-3.0-or-later
// The window says what is wrong with the files of this computer, and asks before it goes on.
#include "gui/merchant.h"
#include "support/read_only_folder.h"
#include "support/runner.h"
#include "ui/shell/actions.h"
#include "ui/shell/mode_strip.h"
#include "ui/widgets/guard_dialog.h"

#include <QAction>
#include <QFile>
#include <QTableView>

namespace storage_notice_test {

using namespace Qt::StringLiterals;

using namespace tilldeck;
using tilldeck::test::Merchant;

namespace {

/// Returns what the labels of @p dialog say.
QString textOf(const QWidget *dialog)
{
    QStringList texts;
    for (const auto *label : dialog->findChildren<QLabel *>())
        texts << label->text();
    return texts.join(u'\n');
}

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
        QVERIFY(!merchant.find<ui::GuardDialog>(u"storage"_s));
        merchant.stop();
        QVERIFY(QFile::remove(merchant.folder() + u"/journal.sqlite"_s));
        merchant.start(false);
        ui::GuardDialog *box = nullptr;
        QTRY_VERIFY((box = merchant.find<ui::GuardDialog>(u"storage"_s)));
        QVERIFY2(textOf(box).contains(u"journal.sqlite"_s) && textOf(box).contains(u"missing"_s),
                 qPrintable(textOf(box)));
        // The lists are whole.
        QVERIFY(!merchant.find<QAbstractButton>(u"Rebuild the lists"_s));
        // Enter decides nothing.
        QTest::keyClick(box, Qt::Key_Return);
        QTRY_VERIFY(!merchant.find<ui::GuardDialog>(u"storage"_s));
        QVERIFY(!merchant.desk->whyNoWrites().isEmpty());
        // What was closed stands in the strip, leads back, and keeps away what cannot be done.
        ui::ModeStrip *strip = merchant.window().modeStrip();
        QVERIFY2(strip->text().contains(u"Nothing is created until"_s), qPrintable(strip->text()));
        QVERIFY(!merchant.window().action(ui::Action::NewSession)->isEnabled());
        QVERIFY(!merchant.find<QAbstractButton>(u"newSession"_s)->isEnabled());

        QVERIFY(merchant.press(u"Data on this computer…"_s));
        QTRY_VERIFY(merchant.find<QAbstractButton>(u"Go on with these files"_s));
        QVERIFY(merchant.press(u"Go on with these files"_s));
        QTRY_VERIFY((box = merchant.find<ui::GuardDialog>(u"acceptFiles"_s)));
        QVERIFY2(textOf(box).contains(u"a second time"_s), qPrintable(textOf(box)));
        QTest::keyClick(box, Qt::Key_Escape);
        QTRY_VERIFY(!merchant.find<ui::GuardDialog>(u"acceptFiles"_s));
        QVERIFY(!merchant.desk->whyNoWrites().isEmpty());

        merchant.window().action(ui::Action::ShowStorage)->trigger();
        QTRY_VERIFY(merchant.find<QAbstractButton>(u"Go on with these files"_s));
        QVERIFY(merchant.press(u"Go on with these files"_s));
        QTRY_VERIFY((box = merchant.find<ui::GuardDialog>(u"acceptFiles"_s)));
        QVERIFY(merchant.press(u"Go on with these files"_s));
        QTRY_VERIFY(!merchant.find<ui::GuardDialog>(u"acceptFiles"_s));
        QCOMPARE(merchant.desk->whyNoWrites(), QString());
        QTRY_VERIFY(!strip->text().contains(u"Nothing is created until"_s));
        QTRY_VERIFY(merchant.window().action(ui::Action::NewSession)->isEnabled());
        QVERIFY(merchant.find<QAbstractButton>(u"newSession"_s)->isEnabled());
        merchant.restart();
        QVERIFY(!merchant.find<ui::GuardDialog>(u"storage"_s));
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
            const auto *box = merchant.find<ui::GuardDialog>(u"storage"_s);
            return box ? textOf(box) : QString();
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
        const auto *box = second.window().findChild<ui::GuardDialog *>(u"storage"_s);
        QVERIFY(box && textOf(box).contains(u"Another Tilldeck window"_s));
        // It repairs nothing under the first window.
        QCOMPARE(box->findChildren<QAbstractButton *>().size(), 1);
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
        QTRY_VERIFY(merchant.find<ui::GuardDialog>(u"storage"_s));
        QTRY_VERIFY_WITH_TIMEOUT(listedSessions(merchant) > 10, 20000);
        merchant.stop();
    }
};

TILLDECK_TEST(StorageNoticeTest)

} // namespace storage_notice_test

#include "tst_storage_notice.moc"
