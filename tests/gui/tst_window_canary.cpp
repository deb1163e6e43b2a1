// SPDX-License-Identifier: GPL-3.0-or-later
// Keys and tokens that stand nowhere else go through the window, in a program of its own; then everything that it
// leaves behind, writes to its log or shows to other programs is searched for them.
#include "cli/echoing_provider.h"
#include "cli/watched_run.h"
#include "support/canaries.h"
#include "support/fake_keychain.h"
#include "support/memory_of_programs.h"
#include "support/real_keyring.h"
#include "support/runner.h"

namespace window_canary_test {

using namespace Qt::StringLiterals;
using namespace tilldeck::cli::test;
using tilldeck::test::Canaries;
using tilldeck::test::newCanary;

class WindowCanaryTest : public QObject
{
    Q_OBJECT

private slots:
    void noKeyIsLeftBehindAndTokensStandInTheLedgerOnly()
    {
        const QTemporaryDir outside; // the sandbox's folder and the report: not searched
        const SandboxProcess sandbox(outside.filePath(u"sandbox"_s), u"canaries-canaries"_s);
        QVERIFY(!sandbox.ready.isEmpty());
        Home home;
        // The last account is connected while it is locked.
        tilldeck::test::FakeKeychain bus;
        const tilldeck::test::RealKeyring keyring(bus.address);
        QVERIFY(keyring.isReady());
        home.bus = bus.address;
        Canaries keys, tokens;
        QJsonArray accounts;
        for (const QJsonValue &served : sandbox.ready[u"accounts"].toArray()) {
            QJsonObject account = served.toObject();
            const QString provider = account[u"provider"].toString();
            keys.add(provider + u" key"_s, account[u"key"].toString());
            keys.add(provider + u" webhook secret"_s, account[u"webhook_secret"].toString());
            account.insert(u"name"_s, provider);
            account.insert(u"locks"_s, provider == "ikawaari"_L1);
            accounts << account;
        }
        EchoingProvider echo;
        const QString echoed = newCanary(u"sk_test_"_s);
        keys.add(u"an echoed key"_s, echoed);
        accounts << QJsonObject{{u"name"_s, u"echo"_s}, {u"provider"_s, u"paymentkit"_s}, {u"base_url"_s, echo.url()},
                                {u"key"_s, echoed},     {u"account_id"_s, u"acc_echo"_s}, {u"echoes"_s, true}};
        QVERIFY(sandbox.arm(R"({"provider": "khaime", "operation": "createRefund", "fault": "drop",
                                "at": "after_commit"})"));
        QVERIFY(sandbox.arm(R"({"provider": "paymentkit", "operation": "createRefund", "fault": "wrong_types"})"));
        QVERIFY(sandbox.arm(R"({"provider": "paymentkit", "operation": "createPromotionCode", "fault": "html",
                                "at": "after_commit", "skip": 2})"));
        const QString inEnvironment = newCanary(u"sk_test_"_s);
        keys.add(u"a key of the environment"_s, inEnvironment);

        QProcess process;
        QProcessEnvironment all = home.environment();
        all.insert(u"TILLDECK_KEY"_s, inEnvironment);
        process.setProcessEnvironment(all);
        process.setWorkingDirectory(home.path(u"home"_s));
        process.start(QStringLiteral(TILLDECK_BIN_DIR "/canary_window"), {});
        QVERIFY(process.waitForStarted());
        const QString path = outside.filePath(u"report"_s);
        process.write(
            QJsonDocument(QJsonObject{{u"accounts"_s, accounts}, {u"report"_s, path}}).toJson(QJsonDocument::Compact) +
            '\n');
        Watched watched;
        QByteArray out;
        int armed = 0;
        bool isLocked = false;
        constexpr int longest = 240'000; // milliseconds
        Home::watch(
            process, watched, inEnvironment,
            [&] {
                out += process.readAllStandardOutput();
                if (out.startsWith("lock\n")) {
                    isLocked = keyring.lock();
                    echo.status = 422;
                    out.remove(0, 5);
                    process.write("\n");
                }
                if (const qsizetype end = out.indexOf('\n'); out.startsWith("lose ") && end > 0) {
                    armed += loseTheNextCreation(sandbox, out.sliced(5, end - 5)) ? 1 : 0;
                    out.remove(0, end + 1);
                    process.write("\n");
                }
                return out.contains("done\n");
            },
            longest);
        if (!out.contains("done\n")) {
            const QByteArray said = process.readAllStandardError();
            QFAIL(said.sliced(std::max<qsizetype>(0, said.lastIndexOf("canary_window:"))).constData());
        }
        QCOMPARE(armed, 3);
        QVERIFY(isLocked && echo.echoed > 0);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QJsonObject report = QJsonDocument::fromJson(file.readAll()).object();
        const QJsonObject secrets = report[u"secrets"].toObject();
        for (auto it = secrets.begin(); it != secrets.end(); ++it)
            tokens.add(it.key(), it->toString(), !it.key().startsWith("URL"_L1));
        for (const QJsonValue &account : sandbox.ready[u"accounts"].toArray())
            QVERIFY(secrets.contains(u"URL of "_s + account[u"provider"].toString()));
        QVERIFY2(tokens.count() >= 4, qPrintable(secrets.keys().join(u'\n')));
        QVERIFY(report[u"refunds"].toInt() >= 2 && report[u"request_count"].toInt() > 10);
        QVERIFY(report[u"kept"].toInt() == 2 && report[u"codes"].toInt() >= 2);

        // While it lives, and after its end.
        QStringList inFiles = keys.hitsBelow(home.path());
        QStringList tokensInFiles = tokens.hitsBelow(home.path());
        process.closeWriteChannel();
        QVERIFY(process.waitForFinished(60000));
        QVERIFY(process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0);
        inFiles += keys.hitsBelow(home.path()) + keys.hitsBelow(keyring.folder());
        tokensInFiles += tokens.hitsBelow(home.path());

        struct Shown
        {
            QString where;
            QByteArray bytes;
            bool mayHoldTokens = false;
        };
        const std::vector<Shown> shown{
            {u"its output"_s, out + process.readAllStandardOutput()},
            {u"its log and errors"_s, process.readAllStandardError()},
            {u"its arguments"_s, watched.arguments},
            {u"its environment"_s, watched.environment},
            {u"what the screen showed"_s, report[u"screen"].toString().toUtf8()},
            {u"Activity › Requests"_s, report[u"requests"].toString().toUtf8()},
            {u"what was copied"_s, report[u"handed_out"].toString().toUtf8(), true},
        };
        QStringList elsewhere;
        for (const Shown &one : shown) {
            QVERIFY2(!one.bytes.isEmpty(), qPrintable(one.where));
            inFiles += keys.hits(one.where, one.bytes);
            if (!one.mayHoldTokens)
                elsewhere += tokens.hits(one.where, one.bytes);
        }
        qsizetype known = 0;
        for (const QString &hit : tokensInFiles) {
            if (hit.contains(u"in data/tilldeck/ledger.sqlite"_s) || hit.contains(u"in data/tilldeck/journal.sqlite"_s))
                ++known;
            else
                elsewhere << hit;
        }
        qInfo("%d keys and %d tokens through the window, read %d times under /proc, %d requests. Searched: %lld KiB in "
              "%d places. Found: keys %lld, tokens outside ledger.sqlite and journal.sqlite %lld, in them %lld",
              keys.count(), tokens.count(), watched.samples, report[u"request_count"].toInt(),
              static_cast<long long>(keys.searchedBytes() / 1024), keys.searchedPlaces(),
              static_cast<long long>(inFiles.size()), static_cast<long long>(elsewhere.size()),
              static_cast<long long>(known));
        QVERIFY2(inFiles.isEmpty(), qPrintable(inFiles.join(u'\n')));
        QVERIFY2(elsewhere.isEmpty(), qPrintable(elsewhere.join(u'\n')));
        // The search finds what is there: README says that tokens rest in ledger and journal.
        QVERIFY(known > 0);
        QVERIFY2(report[u"handed_out"].toString().contains(secrets.begin()->toString()), "the tokens are not learned");
        QVERIFY(watched.samples > 10 && shown[1].bytes.contains("tilldeck.http"));
    }

    void theProgramLeavesNoDumpAndLetsNobodyLookIntoIt_data()
    {
        QTest::addColumn<QString>("allowed");
        QTest::addColumn<bool>("isOpen");
        QTest::newRow("as it is started") << QString() << false;
        // What a developer allows shows that the other row sees what there is to see.
        QTest::newRow("dumps allowed") << u"1"_s << true;
    }
    void theProgramLeavesNoDumpAndLetsNobodyLookIntoIt()
    {
        QFETCH(const QString, allowed);
        QFETCH(const bool, isOpen);
        const Home home;
        QProcess process;
        QProcessEnvironment all = home.environment();
        all.insert(u"TILLDECK_ALLOW_DUMPS"_s, allowed);
        all.insert(u"ASAN_OPTIONS"_s, u"detect_leaks=0:disable_coredump=0"_s);
        process.setProcessEnvironment(all);
        process.setChildProcessModifier(tilldeck::test::beAnOrdinaryProgram);
        process.start(QStringLiteral(TILLDECK_BIN_DIR "/tilldeck"), {});
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(home.ledger()), 30000);
        QCOMPARE(tilldeck::test::isOpenToOthers(process.processId()), isOpen);
        QVERIFY(isOpen || tilldeck::test::mayDumpNothing(process.processId()));
        QCOMPARE(process.state(), QProcess::Running);
        process.kill();
        QVERIFY(process.waitForFinished(10000));
    }

private:
    static bool loseTheNextCreation(const SandboxProcess &sandbox, const QByteArray &provider)
    {
        const QByteArray create = provider == "khaime" ? "createCharge"_ba : "createCheckoutSession"_ba;
        const QByteArray fault = provider == "khaime"       ? R"("duplicate_keys")"_ba
                                 : provider == "paymentkit" ? R"("reset", "at": "half_answered")"_ba
                                                            : R"("drop", "at": "after_commit")"_ba;
        return sandbox.arm(R"({"provider": ")" + provider + R"(", "operation": ")" + create + R"(", "fault": )" +
                           fault + '}');
    }
};

TILLDECK_TEST(WindowCanaryTest)

} // namespace window_canary_test

#include "tst_window_canary.moc"
