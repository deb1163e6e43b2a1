// SPDX-License-Identifier: GPL-3.0-or-later
// The command line beside a keychain that is locked, silent, gone, or refuses.
#include "http/scripted_server.h"
#include "programs.h"
#include "support/fake_keychain.h"
#include "support/real_keyring.h"
#include "support/runner.h"

#include <QElapsedTimer>
#include <QLocalServer>
#include <QTimer>

#include <array>
#include <vector>

#include <pty.h>
#include <sys/wait.h>
#include <unistd.h>

namespace cli_keychain_test {

using namespace Qt::StringLiterals;
using namespace tilldeck::cli::test;
using State = tilldeck::test::FakeKeychain::State;
using tilldeck::test::RealKeyring;

class CliKeychainTest : public QObject
{
    Q_OBJECT

private slots:
    void eachStateOfTheKeychainEndsSoonWithASentenceOfItsOwn_data()
    {
        QTest::addColumn<int>("state");
        QTest::addColumn<QByteArray>("lacks");
        QTest::addColumn<QByteArray>("keeps");
        QTest::addColumn<QByteArray>("words");
        QTest::newRow("none runs") << int(State::Missing) << "no keychain runs"_ba << "no keychain runs"_ba
                                   << "No keychain here"_ba;
        QTest::newRow("locked") << int(State::Locked) << "keychain is locked"_ba << "keychain is locked"_ba
                                << "The keychain is locked"_ba;
        QTest::newRow("denied") << int(State::Denied) << "does not give out"_ba << "does not take it"_ba
                                << "The keychain refuses the key"_ba;
        QTest::newRow("silent") << int(State::Silent) << "does not answer"_ba << "does not answer"_ba
                                << "The keychain does not answer"_ba;
    }
    void eachStateOfTheKeychainEndsSoonWithASentenceOfItsOwn()
    {
        QFETCH(const int, state);
        QFETCH(const QByteArray, lacks);
        QFETCH(const QByteArray, keeps);
        QFETCH(const QByteArray, words);
        tilldeck::test::FakeKeychain keychain;
        keychain.set(State(state));
        m_bus = keychain.address;
        const QTemporaryDir data;
        const Run added = run(data.path(), add, u"sk_test_abcdefgh"_s);
        QCOMPARE(added.exitCode, 0);
        QVERIFY2(added.err.contains(keeps) && added.err.contains("TILLDECK_KEY"), added.err);
        const Run listed = run(data.path(), {u"session"_s, u"list"_s, u"--refresh"_s, u"--account"_s, u"Shop"_s}, {});
        QCOMPARE(listed.exitCode, 5);
        QVERIFY2(listed.err.contains(lacks), listed.err);
        QVERIFY2(listed.err.contains("TILLDECK_KEY"), listed.err);
        const Run accounts = run(data.path(), {u"account"_s, u"list"_s}, {});
        QCOMPARE(accounts.exitCode, 0);
        QVERIFY2(accounts.out.contains("Shop") && accounts.out.contains(words), accounts.out);
        QVERIFY2(run(data.path(), {u"account"_s, u"list"_s, u"--json"_s}, {}).out.contains(words), accounts.out);
    }

    void theKeychainOfGnomeKeepsTheKeyUntilItIsLockedHungOrKilled()
    {
        QVERIFY2(RealKeyring::isInstalled(), "gnome-keyring is missing: packaging/install-deps --tests installs it");
        tilldeck::test::FakeKeychain bus;
        m_bus = bus.address;
        RealKeyring keyring(bus.address);
        QVERIFY(keyring.isReady());
        const QTemporaryDir folder;
        const SandboxProcess sandbox(folder.filePath(u"sandbox"_s));
        const QString data = folder.filePath(u"data"_s);
        QStringList connect = add + QStringList{u"--json"_s};
        connect.replaceInStrings(u"http://127.0.0.1:1"_s, sandbox.account()[u"base_url"].toString());
        connect.replace(connect.size() - 2, u"acc_demo"_s);
        const Run added = run(data, connect, sandbox.account()[u"key"].toString());
        QVERIFY2(added.exitCode == 0 && added.json()[u"key_kept"].toBool(), added.out + added.err);

        const QStringList list{u"transaction"_s, u"list"_s, u"--refresh"_s, u"--account"_s, u"Shop"_s, u"--json"_s};
        const Run listed = run(data, list, {});
        QVERIFY2(listed.exitCode == 0 && !listed.json().array().isEmpty(), listed.err);
        const auto refuses = [&](const QByteArray &says) {
            const Run refused = run(data, list, {});
            return refused.exitCode == 5 && refused.err.contains(says) && refused.err.contains("TILLDECK_KEY");
        };
        QVERIFY(keyring.lock() && refuses("keychain is locked"));
        keyring.hang();
        QVERIFY(refuses("does not answer"));
        keyring.kill();
        QVERIFY(refuses("no keychain runs"));
    }

    /// As at the end of a session of the desktop, while a request is on its way.
    void aBusThatEndsMeanwhileKeepsNoAnswerFromBeingKept()
    {
        auto bus = std::make_unique<tilldeck::test::FakeKeychain>();
        m_bus = bus->address;
        const RealKeyring keyring(bus->address);
        QVERIFY(keyring.isReady());
        tilldeck::http::test::ScriptedServer server;
        server.onRequest = [&](QTcpSocket &socket, const QByteArray &request) {
            if (!request.startsWith("POST"))
                return void(socket.write(tilldeck::http::test::answer(404, "{}")));
            bus.reset();
            QTimer::singleShot(500, &socket, [&socket] {
                socket.write(tilldeck::http::test::answer(
                    200, R"({"id":"cs_1","secure_token":"tok9vR2mQx8u7Ck0000","status":"open"})"));
            });
        };
        const QTemporaryDir folder;
        const QString data = folder.filePath(u"data"_s);
        QStringList connect = add + QStringList{u"--json"_s};
        connect.replaceInStrings(u"http://127.0.0.1:1"_s, server.url(QString()).toString());
        const Run added = run(data, connect, u"sk_test_abcdefgh"_s);
        QVERIFY2(added.exitCode == 0 && added.json()[u"key_kept"].toBool(), added.out + added.err);
        QFile draft(folder.filePath(u"draft.json"_s));
        QVERIFY(draft.open(QIODevice::WriteOnly));
        draft.write(R"({"tilldeck_draft": 1, "line_items": [{"price_id": "price_premium", "quantity": 1}]})");
        draft.close();
        const Run created =
            run(data,
                {u"session"_s, u"create"_s, u"--account"_s, u"Shop"_s, u"--json"_s, u"--from"_s, draft.fileName()}, {});
        QVERIFY(!bus);
        QVERIFY2(created.exitCode == 0, created.err + QByteArray::number(created.exitCode));
        QCOMPARE(created.json()[u"id"].toString(), u"cs_1"_s);
    }

    void aKeychainOfGnomeThatThisProgramMayNotAskIsDenied()
    {
        // The bus decides who asks the keychain, as it does for programs in a box of their own. The real keychain has
        // no other way to deny: it opens a window, or is locked.
        tilldeck::test::FakeKeychain bus(
            "<deny send_destination='org.freedesktop.secrets' send_interface='org.freedesktop.Secret.Service'/>"
            "<deny send_destination='org.freedesktop.secrets' send_interface='org.freedesktop.Secret.Collection'/>");
        m_bus = bus.address;
        const RealKeyring keyring(bus.address);
        QVERIFY(keyring.isReady());
        const QTemporaryDir data;
        const Run added = run(data.path(), add, u"sk_test_abcdefgh"_s);
        QCOMPARE(added.exitCode, 0);
        QVERIFY2(added.err.contains("does not take it") && added.err.contains("TILLDECK_KEY"), added.err);
        const Run listed = run(data.path(), {u"session"_s, u"list"_s, u"--refresh"_s, u"--account"_s, u"Shop"_s}, {});
        QCOMPARE(listed.exitCode, 5);
        QVERIFY2(listed.err.contains("does not give out") && listed.err.contains("TILLDECK_KEY"), listed.err);
    }

    void aTypedKeyThatCannotBeKeptConnectsNothing()
    {
        const QTemporaryDir data;
        m_bus = "disabled:";
        int terminal = -1;
        const pid_t child = forkpty(&terminal, nullptr, nullptr, nullptr);
        if (child == 0) {
            qputenv("TILLDECK_DATA_DIR", data.path().toLocal8Bit());
            qputenv("DBUS_SESSION_BUS_ADDRESS", m_bus);
            unsetenv("TILLDECK_KEY");
            std::vector<QByteArray> texts{TILLDECK_BIN_DIR "/tilldeck-cli"};
            for (const QString &argument : add)
                texts.push_back(argument.toLocal8Bit());
            std::vector<char *> arguments;
            for (QByteArray &text : texts)
                arguments.push_back(text.data());
            arguments.push_back(nullptr);
            execv(arguments.front(), arguments.data());
            _exit(127);
        }
        QVERIFY(child > 0);
        QByteArray shown;
        std::array<char, 4096> part{};
        bool isTyped = false;
        for (ssize_t size = 0; (size = read(terminal, part.data(), part.size())) > 0;) {
            shown.append(part.data(), size);
            if (!isTyped && shown.contains("Secret key"))
                isTyped = write(terminal, "sk_test_abcdefgh\n", 17) == 17;
        }
        int status = 0;
        QCOMPARE(waitpid(child, &status, 0), child);
        close(terminal);
        QVERIFY2(WIFEXITED(status) && WEXITSTATUS(status) == 5, shown);
        QVERIFY2(shown.contains("Nothing was connected") && shown.contains("no keychain runs"), shown);
        QVERIFY2(!shown.contains("Connected Shop") && !shown.contains("sk_test_abcdefgh"), shown);
        QVERIFY(!run(data.path(), {u"account"_s, u"list"_s}, {}).out.contains("Shop"));
    }

    void aBusThatNeverAnswersHoldsNobodyUp()
    {
        const QTemporaryDir data;
        QLocalServer bus;
        QVERIFY(bus.listen(data.filePath(u"bus"_s)));
        m_bus = "unix:path=" + data.filePath(u"bus"_s).toLocal8Bit();
        const Run added = run(data.path(), add, u"sk_test_abcdefgh"_s);
        QCOMPARE(added.exitCode, 0);
        QVERIFY2(added.err.contains("does not answer"), added.err);
    }

private:
    /// Runs the program while the keychain of this test is served; it ends within five seconds.
    Run run(const QString &data, const QStringList &arguments, const QString &key)
    {
        QProcess process;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"TILLDECK_DATA_DIR"_s, data);
        environment.insert(u"DBUS_SESSION_BUS_ADDRESS"_s, QString::fromLocal8Bit(m_bus));
        environment.remove(u"XDG_CURRENT_DESKTOP"_s);
        environment.remove(u"TILLDECK_KEY"_s);
        if (!key.isEmpty())
            environment.insert(u"TILLDECK_KEY"_s, key);
        process.setProcessEnvironment(environment);
        QElapsedTimer watch;
        watch.start();
        process.start(QStringLiteral(TILLDECK_BIN_DIR "/tilldeck-cli"), arguments);
        process.closeWriteChannel();
        Run run;
        if (QTest::qWaitFor([&] { return process.state() == QProcess::NotRunning; }, 10000))
            run.exitCode = process.exitCode();
        process.kill();
        process.waitForFinished();
        run.out = process.readAllStandardOutput();
        run.err = process.readAllStandardError();
        if (watch.elapsed() > 6000) // five, and what the program itself needs
            run.exitCode = -1;
        return run;
    }

    const QStringList add{u"account"_s,
                          u"add"_s,
                          u"Shop"_s,
                          u"--provider"_s,
                          u"paymentkit"_s,
                          u"--base-url"_s,
                          u"http://127.0.0.1:1"_s,
                          u"--account-id"_s,
                          u"a"_s};
    QByteArray m_bus;
};

TILLDECK_TEST(CliKeychainTest)

} // namespace cli_keychain_test

#include "tst_cli_keychain.moc"
