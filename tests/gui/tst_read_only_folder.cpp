// SPDX-License-Identifier: GPL-3.0-or-later
// The window on a folder that cannot be written: what can be read is shown, and nothing is offered that would fail.
#include "gui/merchant.h"
#include "support/read_only_folder.h"
#include "support/runner.h"
#include "ui/widgets/guard_dialog.h"
#include "ui/widgets/inline_message.h"

#include <QAbstractButton>
#include <QCoroTask>
#include <QDir>
#include <QLabel>
#include <QTableView>

namespace read_only_folder_test {

using namespace Qt::StringLiterals;

using namespace tilldeck;
using tilldeck::test::Merchant;

namespace {

/// Returns what the dialog about the files says.
QString said(const Merchant &merchant)
{
    QStringList texts;
    if (const auto *box = merchant.find<ui::GuardDialog>(u"storage"_s)) {
        for (const auto *label : box->findChildren<QLabel *>())
            texts << label->text();
    }
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

class ReadOnlyFolderTest : public QObject
{
    Q_OBJECT

private slots:
    void aReadOnlyFolderOpensAndShowsItsLists()
    {
        Merchant merchant;
        QVERIFY(merchant.openSandbox());
        merchant.stop();
        const tilldeck::test::ReadOnlyFolder sandbox(merchant.folder() + u"/sandbox"_s);
        const tilldeck::test::ReadOnlyFolder folder(merchant.folder());
        merchant.start(false);
        QTRY_VERIFY(merchant.find<ui::GuardDialog>(u"storage"_s));
        QTRY_VERIFY_WITH_TIMEOUT(listedSessions(merchant) > 10, 20000);
        QVERIFY2(said(merchant).contains(u"TILLDECK_DATA_DIR"_s), qPrintable(said(merchant)));
        // Neither button would change it.
        QVERIFY(!merchant.find<QAbstractButton>(u"Go on with these files…"_s));
        QVERIFY(!merchant.find<QAbstractButton>(u"Rebuild the lists"_s));
        QVERIFY(merchant.sees(u"Nothing is created, because the files of this computer cannot be written."_s));
        // Its own sandbox did not start, and nobody has a key to enter.
        const auto asked = [&merchant] {
            const auto ready = QCoro::waitFor(merchant.desk->provider(merchant.desk->accounts().accounts().front().id));
            return ready ? QString() : ready.error().sentence;
        };
        QTRY_VERIFY2(asked().contains(u"The built-in sandbox did not start."_s), qPrintable(asked()));
        QVERIFY2(!asked().contains(u"Enter it again"_s), qPrintable(asked()));
        merchant.stop();
    }

    void aNewFolderThatCannotBeWrittenIsSaidBeforeAnythingIsBegun()
    {
        Merchant merchant;
        merchant.stop();
        const QString path = merchant.folder() + u"/locked"_s;
        QVERIFY(QDir().mkpath(path));
        const tilldeck::test::ReadOnlyFolder folder(path);
        Merchant locked(path);
        QTRY_VERIFY(locked.find<ui::GuardDialog>(u"storage"_s));
        QTest::keyClick(locked.find<ui::GuardDialog>(u"storage"_s), Qt::Key_Escape);
        // Said once: what was closed does not come back when the files were looked over.
        QTest::qWait(800);
        QVERIFY(!locked.find<ui::GuardDialog>(u"storage"_s));
        // The page says what cannot be done and how to choose another folder, and invites to nothing that would fail.
        const auto *message = locked.find<ui::InlineMessage>(u"welcomeTrouble"_s);
        QVERIFY(message);
        QVERIFY2(message->text().contains(path) && message->text().contains(u"TILLDECK_DATA_DIR"_s),
                 qPrintable(message->text()));
        QVERIFY(!locked.find<QAbstractButton>(u"Open the sandbox"_s)->isEnabled());
        QVERIFY(!locked.find<QAbstractButton>(u"PaymentKit"_s)->isEnabled());
        locked.stop();
    }
};

TILLDECK_TEST(ReadOnlyFolderTest)

} // namespace read_only_folder_test

#include "tst_read_only_folder.moc"
