// SPDX-License-Identifier: GPL-3.0-or-later
// The window says what is wrong with the files of this computer, and asks before it goes on.
#include "gui/listed_rows.h"
#include "support/outside_sql.h"
#include "support/runner.h"
#include "support/small_disk.h"
#include "ui/shell/actions.h"
#include "ui/shell/mode_strip.h"
#include "ui/widgets/guard_dialog.h"

#include <QAction>
#include <QFile>

namespace storage_notice_test {

using namespace Qt::StringLiterals;

using namespace tilldeck;
using tilldeck::test::attention;
using tilldeck::test::failed;
using tilldeck::test::listedSessions;
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

QString said(const Merchant &merchant)
{
    const auto *box = merchant.find<ui::GuardDialog>(u"storage"_s);
    return box ? textOf(box) : QString();
}

void putFile(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("The file was not written.");
}

QByteArray contentsOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Notes whether anything was known about the files when a window was painted for the first time.
class FirstFrame : public QObject
{
public:
    explicit FirstFrame(const Merchant &merchant)
        : m_merchant(merchant)
    {
        qApp->installEventFilter(this);
    }

    bool isPainted = false;
    bool wasKnown = false;

private:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::Paint && !isPainted && watched->isWidgetType()) {
            isPainted = true;
            wasKnown = !m_merchant.desk->storageTroubles().empty();
        }
        return false;
    }

    const Merchant &m_merchant;
};

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
        QTRY_COMPARE(merchant.desk->whyNoWrites(), QString());
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
        QTRY_VERIFY2(said(merchant).contains(u"came back from the journal"_s), qPrintable(said(merchant)));
        QVERIFY2(said(merchant).contains(u"Drafts"_s), qPrintable(said(merchant)));
        QCOMPARE(merchant.desk->whyNoWrites(), QString());
        // The provider lists its sessions, so they are back.
        QTRY_VERIFY_WITH_TIMEOUT(listedSessions(merchant) > 10, 20000);
    }

    /// Nothing that the start reads meets the damage: only looking the file over does.
    void damageIsSaidOnceTheWindowIsThere_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("ledger") << u"ledger.sqlite"_s;
        QTest::newRow("journal") << u"journal.sqlite"_s;
    }
    void damageIsSaidOnceTheWindowIsThere()
    {
        QFETCH(const QString, name);
        Merchant merchant;
        QVERIFY(merchant.openSandbox());
        merchant.stop();
        const QString path = merchant.folder() + u'/' + name;
        tilldeck::test::outside(path, u"CREATE TABLE beside AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 "
                                      "FROM n WHERE i < 64) SELECT i, zeroblob(2000) FROM n"_s);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadWrite));
        constexpr qint64 pageSize = 4096;
        // A leaf of that table, not the last page, which may be its root.
        QVERIFY(file.seek(file.size() - 8 * pageSize) && file.write(QByteArray(64, '\xaa')) == 64);
        file.close();

        FirstFrame frame(merchant);
        merchant.start(false);
        QTRY_VERIFY(frame.isPainted);
        QVERIFY(!frame.wasKnown);
        QTRY_VERIFY2(said(merchant).contains(name) && said(merchant).contains(u"damaged"_s),
                     qPrintable(said(merchant)));
        QVERIFY(!merchant.desk->whyNoWrites().isEmpty());
    }

    void aFileThatCannotBeUsedOpensAWindowThatSaysSo_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("how");
        QTest::addColumn<QString>("says");
        for (const QString &name : {u"ledger.sqlite"_s, u"journal.sqlite"_s, u"accounts.json"_s}) {
            const bool isDatabase = name != "accounts.json"_L1;
            QTest::addRow("%s damaged", qPrintable(name)) << name << u"damaged"_s << u"damaged"_s;
            QTest::addRow("%s of a newer program", qPrintable(name)) << name << u"newer"_s << u"newer"_s;
            QTest::addRow("%s empty", qPrintable(name))
                << name << u"empty"_s << (isDatabase ? u"empty"_s : u"damaged"_s);
        }
    }
    void aFileThatCannotBeUsedOpensAWindowThatSaysSo()
    {
        QFETCH(const QString, name);
        QFETCH(const QString, how);
        QFETCH(const QString, says);
        Merchant merchant;
        QVERIFY(merchant.openSandbox());
        merchant.stop();
        const QString path = merchant.folder() + u'/' + name;
        if (how == "newer"_L1 && name.endsWith("sqlite"_L1)) {
            tilldeck::test::outside(path, u"PRAGMA user_version = 99"_s);
        } else {
            for (const QString &part : {u"-wal"_s, u"-shm"_s})
                QFile::remove(path + part);
            putFile(path, how == "newer"_L1     ? QByteArray(R"({"tilldeck_accounts": 2, "shops": []})")
                          : how == "damaged"_L1 ? QByteArray(8192, 'x')
                                                : QByteArray());
        }
        const QByteArray before = contentsOf(path);

        merchant.start(false);
        QTRY_VERIFY(merchant.window().isVisible());
        QTRY_VERIFY2(said(merchant).contains(name) && said(merchant).contains(says), qPrintable(said(merchant)));
        // What the other files hold is there.
        if (name == "journal.sqlite"_L1)
            QTRY_VERIFY_WITH_TIMEOUT(listedSessions(merchant) > 10, 20000);
        QCOMPARE(merchant.desk->accounts().accounts().empty(), name == "accounts.json"_L1);
        // What could not be read is not called empty.
        if (name == "ledger.sqlite"_L1 && how == "damaged"_L1) {
            QTRY_VERIFY(merchant.find<QWidget>(u"This list could not be read"_s));
            QVERIFY(!merchant.find<QWidget>(u"No sessions yet"_s));
        }
        merchant.stop();
        if (how == "damaged"_L1 || name == "accounts.json"_L1)
            QCOMPARE(contentsOf(path), before);
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

    void aJournalThatVanishesMeanwhileStopsTheEditorThatIsOpen()
    {
        Merchant merchant;
        QVERIFY(merchant.openSandbox());
        QTableView *sessions = merchant.table(u"Checkout sessions"_s);
        QVERIFY(merchant.press(u"Expired"_s));
        QTRY_COMPARE(Merchant::rowWith(sessions, u"Expired"_s), 0);
        sessions->setFocus();
        sessions->selectRow(0);
        QTRY_VERIFY(merchant.find<QAbstractButton>(u"Create again"_s));
        QVERIFY(merchant.press(u"Create again"_s));
        const auto create = [&merchant] { return merchant.find<QAbstractButton>(u"Create sandbox session"_s); };
        QTRY_VERIFY(create() && create()->isEnabled());
        QVERIFY(QFile::remove(merchant.folder() + u"/journal.sqlite"_s));
        QVERIFY(merchant.press(u"Create sandbox session"_s));
        QTRY_VERIFY(!merchant.desk->whyNoWrites().isEmpty());
        QTRY_VERIFY(create() && !create()->isEnabled());
        QVERIFY2(create()->toolTip().contains(u"journal.sqlite"_s), qPrintable(create()->toolTip()));
        QVERIFY2(merchant.window().modeStrip()->text().contains(u"Nothing is created until"_s),
                 qPrintable(merchant.window().modeStrip()->text()));
        QVERIFY(QCoro::waitFor(merchant.desk->acceptFiles()));
        QTRY_VERIFY(create()->isEnabled());
        QCOMPARE(create()->toolTip(), QString());
        QVERIFY(merchant.press(u"Create sandbox session"_s));
        QTRY_COMPARE(merchant.desk->journal().confirmed(ledger::Intent::Kind::Create).result()->size(), size_t(1));
        QTRY_VERIFY(!create());
    }

    /// Without a press and without a restart.
    void filesThatArePutBackAreFollowed_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("journal") << u"journal.sqlite"_s;
        QTest::newRow("ledger") << u"ledger.sqlite"_s;
    }
    void filesThatArePutBackAreFollowed()
    {
        QFETCH(const QString, name);
        Merchant merchant;
        QVERIFY(merchant.openSandbox());
        QTRY_VERIFY_WITH_TIMEOUT(merchant.window().modeStrip()->state().link == ui::ModeStripState::Link::Fresh, 20000);
        // The sample shop has sessions that failed, and nothing of unknown outcome.
        QTRY_COMPARE(attention(merchant), failed(merchant));
        merchant.stop();
        const QString path = merchant.folder() + u'/' + name;
        const QString backup = path + u".backup"_s;
        QVERIFY(QFile::rename(path, backup));
        merchant.start(false);
        QTRY_VERIFY(merchant.find<ui::GuardDialog>(u"storage"_s));
        // What stands in their place is empty, which is not what the merchant has.
        QTRY_COMPARE(attention(merchant), -1);
        if (name == "ledger.sqlite"_L1)
            QVERIFY(!merchant.find<QWidget>(u"No sessions yet"_s));
        for (const QString &part : {u""_s, u"-wal"_s, u"-shm"_s})
            QFile::remove(path + part);
        QVERIFY(QFile::rename(backup, path));
        QTRY_COMPARE_WITH_TIMEOUT(merchant.desk->whyNoWrites(), QString(), 10000);
        QTRY_VERIFY(!merchant.find<ui::GuardDialog>(u"storage"_s));
        QVERIFY(!merchant.window().modeStrip()->text().contains(u"Nothing is created until"_s));
        QTRY_VERIFY(merchant.window().action(ui::Action::NewSession)->isEnabled());
        QTRY_VERIFY_WITH_TIMEOUT(listedSessions(merchant) > 10, 20000);
        QVERIFY(merchant.desk->journal().unknown().result()->empty());
        QTRY_VERIFY(failed(merchant) >= 0 && attention(merchant) == failed(merchant));
    }

    void aFileThatVanishesIsSaidWithoutAPress()
    {
        Merchant merchant;
        QVERIFY(merchant.openSandbox());
        QVERIFY(QFile::remove(merchant.folder() + u"/journal.sqlite"_s));
        QTRY_VERIFY_WITH_TIMEOUT(merchant.window().modeStrip()->text().contains(u"Nothing is created until"_s), 10000);
        QVERIFY(!merchant.window().action(ui::Action::NewSession)->isEnabled());
    }

    void theSecondWindowWorksOnceTheFirstIsClosed()
    {
        Merchant first;
        QVERIFY(first.openSandbox());
        Merchant second(first.folder());
        QVERIFY(second.desk->isSecondWindow());
        first.stop();
        QTRY_VERIFY_WITH_TIMEOUT(!second.desk->isSecondWindow(), 10000);
        QCOMPARE(second.desk->whyNoWrites(), QString());
        QTRY_VERIFY(!second.window().findChild<ui::GuardDialog *>(u"storage"_s));
        QTRY_VERIFY(second.window().action(ui::Action::NewSession)->isEnabled());
        QVERIFY(!second.window().modeStrip()->text().contains(u"This one only shows"_s));
        // It serves the sandbox now.
        QTRY_VERIFY_WITH_TIMEOUT(second.window().modeStrip()->state().link == ui::ModeStripState::Link::Fresh, 20000);
    }

    void aFullDiskOpensAndShowsItsLists()
    {
        Merchant merchant;
        QVERIFY(merchant.openSandbox());
        merchant.stop();
        tilldeck::test::SmallDisk disk(merchant.folder(), 0);
        merchant.start(false);
        QTRY_VERIFY2(said(merchant).contains(u"disk is full"_s), qPrintable(said(merchant)));
        QTRY_VERIFY_WITH_TIMEOUT(listedSessions(merchant) > 10, 20000);
        // The timer notices that there is room.
        disk.makeRoom();
        QTRY_COMPARE_WITH_TIMEOUT(merchant.desk->whyNoWrites(), QString(), 20000);
        QTRY_VERIFY(!merchant.find<ui::GuardDialog>(u"storage"_s));
        QTRY_VERIFY_WITH_TIMEOUT(listedSessions(merchant) > 10, 20000);
        merchant.stop();
    }
};

TILLDECK_TEST(StorageNoticeTest)

} // namespace storage_notice_test

#include "tst_storage_notice.moc"
