// SPDX-License-Identifier: GPL-3.0-or-later
// The bus of the keychain takes connections and answers nothing: the window goes on, and says what it lacks.
#include "gui/merchant.h"
#include "support/runner.h"
#include "ui/shell/mode_strip.h"

#include <QElapsedTimer>
#include <QLocalServer>
#include <QTimer>

namespace silent_keychain_test {

using namespace Qt::StringLiterals;

using namespace tilldeck;
using tilldeck::test::Merchant;

class SilentKeychainTest : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_before = qgetenv("DBUS_SESSION_BUS_ADDRESS"); }
    void cleanup() { qputenv("DBUS_SESSION_BUS_ADDRESS", m_before); }

    void theWindowGoesOnAndSaysThatTheKeychainDoesNotAnswer()
    {
        Merchant merchant;
        accounts::Account account;
        account.name = u"Shop"_s;
        account.provider = accounts::ProviderKind::PaymentKit;
        account.mode = accounts::Mode::Sandbox;
        account.baseUrl = u"http://127.0.0.1:1"_s;
        account.accountId = u"a"_s;
        QVERIFY(merchant.desk->accounts().add(account).has_value());
        merchant.stop();

        const QTemporaryDir folder;
        QLocalServer bus;
        QVERIFY(bus.listen(folder.filePath(u"bus"_s)));
        qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=" + folder.filePath(u"bus"_s).toLocal8Bit());
        merchant.start();
        QTimer beat;
        QElapsedTimer since;
        qint64 longest = 0;
        connect(&beat, &QTimer::timeout, &beat, [&] { longest = std::max(longest, since.restart()); });
        since.start();
        beat.start(5);
        merchant.window().showPage(ui::PageId::Accounts);
        const QTableView *table = merchant.table(u"Accounts"_s);
        QTRY_COMPARE(Merchant::rowWith(table, u"The keychain does not answer"_s), 0);
        // The request for a list found no key either, and offers to enter it.
        merchant.window().showPage(ui::PageId::Sessions);
        QTRY_VERIFY(merchant.find<QAbstractButton>(u"Update key"_s));
        QVERIFY(merchant.press(u"Update key"_s));
        QTRY_VERIFY(merchant.find<QLineEdit>(u"key"_s));
        QTRY_VERIFY(merchant.sees(u"The keychain does not answer, so the key for Shop cannot be read."_s));
        // Whoever waits for such a bus is held up for a second or more.
        longest = std::max(longest, since.elapsed());
        QVERIFY2(longest < 900, QByteArray::number(longest));
        QVERIFY(bus.hasPendingConnections());
    }

private:
    QByteArray m_before;
};

TILLDECK_TEST(SilentKeychainTest)

} // namespace silent_keychain_test

#include "tst_silent_keychain.moc"
