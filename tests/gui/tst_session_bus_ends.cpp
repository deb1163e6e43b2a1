// SPDX-License-Identifier: GPL-3.0-or-later
// The bus of the keychain ends, as with a session of the desktop, while a request of the window is on its way.
#include "desk/create_session.h"
#include "gui/merchant.h"
#include "http/scripted_server.h"
#include "support/fake_keychain.h"
#include "support/real_keyring.h"
#include "support/runner.h"

#include <QProcess>
#include <QTimer>

namespace session_bus_ends_test {

using namespace Qt::StringLiterals;

using namespace tilldeck;
using tilldeck::test::Merchant;

constexpr const char *alone = "TILLDECK_TEST_ALONE";

class SessionBusEndsTest : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_before = qgetenv("DBUS_SESSION_BUS_ADDRESS"); }
    void cleanup() { qputenv("DBUS_SESSION_BUS_ADDRESS", m_before); }

    void theWindowGoesOnAndKeepsTheAnswer()
    {
        if (!qEnvironmentVariableIsSet(alone)) {
            // libsecret knows one bus in all of a process: this one has a process of its own.
            QProcess process;
            QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
            environment.insert(QString::fromLatin1(alone), u"1"_s);
            process.setProcessEnvironment(environment);
            process.setProcessChannelMode(QProcess::MergedChannels);
            process.start(QCoreApplication::applicationFilePath(),
                          {u"--in"_s, u"gui"_s, u"--class"_s, u"SessionBusEndsTest"_s});
            QVERIFY(process.waitForFinished(120'000));
            QVERIFY2(process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0,
                     process.readAll().constData());
            return;
        }
        QVERIFY2(test::RealKeyring::isInstalled(), "gnome-keyring is missing: packaging/install-deps --tests");
        auto bus = std::make_unique<test::FakeKeychain>();
        qputenv("DBUS_SESSION_BUS_ADDRESS", bus->address);
        const test::RealKeyring keyring(bus->address);
        QVERIFY(keyring.isReady());
        http::test::ScriptedServer server;
        server.onRequest = [&](QTcpSocket &socket, const QByteArray &request) {
            if (!request.startsWith("POST"))
                return void(socket.write(http::test::answer(404, "{}")));
            bus.reset();
            QTimer::singleShot(500, &socket, [&socket] {
                socket.write(
                    http::test::answer(200, R"({"id":"cs_1","secure_token":"tok9vR2mQx8u7Ck0000","status":"open"})"));
            });
        };
        Merchant merchant;
        accounts::Account account;
        account.name = u"Shop"_s;
        account.baseUrl = server.url(QString()).toString();
        account.accountId = u"acc_1"_s;
        const auto added = merchant.desk->accounts().add(account);
        QVERIFY(added);
        QCOMPARE(QCoro::waitFor(merchant.desk->keys().store(added->id, http::Secret(u"sk_test_abcdefgh"_s))),
                 accounts::KeyPlace::Keychain);
        // From the keychain in the next run.
        merchant.restart();

        checkout::SessionDraft draft;
        draft.customer.id = u"cus_abc123"_s;
        draft.lineItems = {checkout::LineItem(u"price_premium"_s, 1)};
        const auto made = QCoro::waitFor(desk::createSession(merchant.desk.get(), added->id, draft, {}, std::nullopt,
                                                             std::nullopt, desk::Repeat::Ask));
        QVERIFY(!bus);
        QVERIFY2(made.end == desk::CreateOutcome::End::Confirmed,
                 qPrintable(made.error ? made.error->sentence : u""_s));
        const auto row = merchant.desk->ledger().sessionByIntent(made.record.intentId).result();
        QVERIFY(row && *row);
        QCOMPARE((*row)->session.id, u"cs_1"_s);
        QTest::qWait(300);
        QVERIFY(merchant.window().isVisible());
    }

private:
    QByteArray m_before;
};

TILLDECK_TEST(SessionBusEndsTest)

} // namespace session_bus_ends_test

#include "tst_session_bus_ends.moc"
