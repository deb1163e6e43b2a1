// SPDX-License-Identifier: GPL-3.0-or-later
// Keys and tokens that stand nowhere else go through every command and several faults; then everything that the program
// leaves behind, writes to its log or shows to other programs is searched for them.
#include "echoing_provider.h"
#include "support/canaries.h"
#include "support/runner.h"
#include "watched_run.h"

#include <pty.h>
#include <sys/wait.h>
#include <unistd.h>

namespace cli_canary_test {

using namespace Qt::StringLiterals;
using namespace tilldeck::cli::test;
using tilldeck::test::Canaries;
using tilldeck::test::newCanary;

class CliCanaryTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        // Its own folder holds the keys, as every provider's does.
        m_sandbox = std::make_unique<SandboxProcess>(m_outside.filePath(u"sandbox"_s), u"canaries-canaries"_s);
        QVERIFY(!m_sandbox->ready.isEmpty());
    }
    void cleanupTestCase() { m_sandbox.reset(); }

    void noKeyIsLeftBehindAndTokensStandInTheLedgerOnly()
    {
        for (const QString &provider : {u"paymentkit"_s, u"khaime"_s, u"ikawaari"_s}) {
            m_keys.add(provider + u" key"_s, key(provider));
            connectTo(provider);
        }
        if (QTest::currentTestFailed())
            return;
        tryASessionOfEachKind();
        tryPaymentsAndCodes();
        tryFaults();
        tryADeclinedKey();
        tryAProviderThatEchoesTheKey();
        tryTheKeyAtThePrompt();
        tryDump();

        search(true);
        if (QTest::currentTestFailed())
            return;

        // From now on in no file, nor what the files held before.
        for (const QString &account : {u"paymentkit"_s, u"khaime"_s, u"ikawaari"_s}) {
            const Run changed = run({u"account"_s, u"edit"_s, account, u"--keep-tokens-out"_s}, {}, {});
            QVERIFY2(changed.exitCode == 0, changed.err);
        }
        search(false);
        tryASessionOfEachKind();
        tryPaymentsAndCodes();
        search(false);
    }

    void whatIsKeptInNoFileIsToldOnceOrAskedForAgain()
    {
        const Home home;
        const auto ask = [&](const QString &account, const QStringList &arguments, const QByteArray &input = {}) {
            return home.run(arguments + QStringList{u"--account"_s, account, u"--json"_s}, input, key(account)).run;
        };
        const QStringList create{u"session"_s, u"create"_s, u"--from"_s, u"-"_s};
        for (const QString &account : {u"paymentkit"_s, u"khaime"_s}) {
            const QStringList add = adding(account, account, m_sandbox->account(account)[u"base_url"].toString());
            const Run added = home.run(add + QStringList{u"--keep-tokens-out"_s, u"--json"_s}, {}, key(account)).run;
            QVERIFY2(added.json()[u"tokens_kept_out"].toBool(), added.out + added.err);
        }

        const Run session = ask(u"paymentkit"_s, create, priced);
        const QString id = session.json()[u"id"].toString();
        QVERIFY2(session.json()[u"token"].toString().contains(QChar(0x2022)), session.out);
        QVERIFY2(session.err.contains("session show " + id.toUtf8()), session.err);
        const Run listed = ask(u"paymentkit"_s, {u"session"_s, u"list"_s, u"--search"_s, id, u"--reveal"_s});
        QVERIFY2(listed.exitCode == 0 && !listed.json().array().isEmpty(), listed.err);
        const Run shown = ask(u"paymentkit"_s, {u"session"_s, u"show"_s, id, u"--reveal"_s});
        const QString token = shown.json()[u"token"].toString();
        QVERIFY2(token.size() > 16 && !token.contains(QChar(0x2022)), shown.out);

        const Run charged = ask(u"khaime"_s, create, charge);
        const QString secret = charged.json()[u"gateway"][u"client_secret"].toString();
        QVERIFY2(secret.size() > 16 && !secret.contains(QChar(0x2022)), charged.out);
        QVERIFY2(charged.err.contains("Copy this now"), charged.err);
        Canaries tokens;
        tokens.add(u"token"_s, token);
        tokens.add(u"client secret"_s, secret);
        QCOMPARE(tokens.hitsBelow(home.path()), QStringList());
    }

private:
    QString key(const QString &provider) const { return m_sandbox->account(provider)[u"key"].toString(); }

    QStringList adding(const QString &name, const QString &provider, const QString &baseUrl) const
    {
        QStringList add{u"account"_s, u"add"_s, name, u"--provider"_s, provider, u"--base-url"_s, baseUrl};
        if (provider == u"paymentkit"_s)
            add << u"--account-id"_s << u"acc_demo"_s;
        if (provider == u"khaime"_s)
            add << u"--merchant-id"_s << m_sandbox->account(provider)[u"merchant_id"].toString();
        return add;
    }

    /// Searches everything. With @p inLedger tokens may stand in the ledger, and some do.
    void search(bool inLedger)
    {
        QVERIFY(m_tokens.count() >= 7);
        const QStringList keys = m_keys.hitsBelow(m_home.path()) + m_keyHits;
        const QStringList tokens = m_tokens.hitsBelow(m_home.path());
        QStringList elsewhere = m_tokenHits;
        for (const QString &hit : tokens) {
            if (!hit.contains(u"in data/tilldeck/ledger.sqlite"_s))
                elsewhere << hit;
        }
        const auto known = tokens.size() + m_tokenHits.size() - elsewhere.size();
        qInfo("%d keys and %d tokens through %d programs, read %d times under /proc. Searched: %lld KiB in %d places. "
              "Found: keys %lld, tokens outside ledger.sqlite %lld, in it %lld",
              m_keys.count(), m_tokens.count(), m_runs, m_samples,
              static_cast<long long>(m_keys.searchedBytes() / 1024), m_keys.searchedPlaces(),
              static_cast<long long>(keys.size()), static_cast<long long>(elsewhere.size()),
              static_cast<long long>(known));
        QVERIFY2(keys.isEmpty(), qPrintable(keys.join(u'\n')));
        QVERIFY2(elsewhere.isEmpty(), qPrintable(elsewhere.join(u'\n')));
        // The search finds what is there: README says that tokens rest in the ledger.
        QVERIFY2((known > 0) == inLedger, qPrintable(tokens.join(u'\n')));
        QVERIFY(m_samples > m_runs / 2);
    }

    void connectTo(const QString &provider)
    {
        QCOMPARE(
            run(adding(provider, provider, m_sandbox->account(provider)[u"base_url"].toString()), {}, key(provider))
                .exitCode,
            0);
    }

    void tryASessionOfEachKind()
    {
        for (const auto &[account, draft] :
             {std::pair(u"paymentkit"_s, priced), std::pair(u"khaime"_s, charge), std::pair(u"khaime"_s, hosted),
              std::pair(u"khaime"_s, embedded), std::pair(u"ikawaari"_s, named)}) {
            command(account, {u"preview"_s, u"--from"_s, u"-"_s}, draft);
            command(account, {u"session"_s, u"create"_s, u"--from"_s, u"-"_s, u"--dry-run"_s}, draft);
            command(account, {u"session"_s, u"create"_s, u"--from"_s, u"-"_s, u"--another"_s}, draft);
            const Run created =
                revealed(account, {u"session"_s, u"create"_s, u"--from"_s, u"-"_s, u"--another"_s, u"--json"_s}, draft);
            QVERIFY2(created.exitCode == 0, created.err);
            const QString id = created.json()[u"id"].toString();
            command(account, {u"session"_s, u"show"_s, id});
            command(account, {u"session"_s, u"list"_s, u"--search"_s, id});
            for (const QLatin1StringView what : {"id"_L1, "token"_L1, "url"_L1}) {
                if (const QString pasted = created.json()[what].toString(); !pasted.isEmpty())
                    command(account, {u"session"_s, u"track"_s, u"-"_s}, pasted.toUtf8() + '\n');
            }
        }
    }

    void tryPaymentsAndCodes()
    {
        for (const QString &account : {u"paymentkit"_s, u"khaime"_s, u"ikawaari"_s}) {
            const Run paid =
                command(account, {u"transaction"_s, u"list"_s, u"--status"_s, u"succeeded"_s, u"--json"_s});
            QVERIFY2(paid.exitCode == 0, paid.err);
            const QString id = paid.json()[0][u"id"].toString();
            if (id.isEmpty())
                continue; // Ikawaari's shop begins without payments
            command(account, {u"transaction"_s, u"show"_s, id});
            const Run refunded = command(account, {u"transaction"_s, u"refund"_s, id, u"--amount"_s, u"1"_s,
                                                   u"--reason"_s, u"Broken"_s, u"--yes"_s});
            QVERIFY2(refunded.exitCode == 0, refunded.err);
            command(account, {u"transaction"_s, u"export"_s, u"--out"_s, m_home.path(account + u".csv"_s)});
        }
        command(u"paymentkit"_s, {u"promotion"_s, u"create"_s, u"CANARY-##"_s, u"--coupon"_s, u"coupon_dev_abc123"_s,
                                  u"--count"_s, u"3"_s});
        command(u"paymentkit"_s, {u"promotion"_s, u"list"_s});
        command(u"paymentkit"_s, {u"promotion"_s, u"deactivate"_s, u"SAVE20"_s});
        for (const QString &name : {u"check"_s, u"accept"_s, u"rebuild"_s})
            run({u"ledger"_s, name}, {}, {});
    }

    /// The answer of a creation is lost, and the creation is resolved; others end in errors of every layer.
    void tryFaults()
    {
        const QByteArray draft = R"({"tilldeck_draft": 1, "mode": "payment", "line_items": [{"name": "Milk",
            "amount": 700, "currency": "XOF"}], "success_url": "https://a.example", "return_url": "https://a.example"})";
        for (const QByteArray &fault :
             {R"("fault": "drop", "at": "after_commit")"_ba, R"("fault": "html")"_ba, R"("fault": "wrong_types")"_ba,
              R"("fault": "status", "status": 422)"_ba, R"("fault": "redirect", "status": 307)"_ba,
              R"("fault": "duplicate_keys")"_ba, R"("fault": "reset", "at": "half_answered")"_ba}) {
            QVERIFY(m_sandbox->arm(R"({"provider": "ikawaari", "operation": "createCheckoutSession", )" + fault + '}'));
            const Run ended = command(
                u"ikawaari"_s, {u"session"_s, u"create"_s, u"--from"_s, u"-"_s, u"--another"_s, u"--json"_s}, draft);
            QVERIFY2(ended.exitCode != 0 && ended.exitCode != 2, fault);
            if (const QString intent = ended.json()[u"intent"].toString(); !intent.isEmpty())
                command(u"ikawaari"_s, {u"session"_s, u"resolve"_s, intent, u"--send-again"_s});
        }
    }

    void tryADeclinedKey()
    {
        const QString declined = newCanary(u"sk_test_"_s);
        m_keys.add(u"a declined key"_s, declined);
        const QString file = m_outside.filePath(u"declined"_s);
        QFile written(file);
        QVERIFY(written.open(QIODevice::WriteOnly) && written.write(declined.toUtf8()) > 0 && written.flush());
        const Run shown = watched(
            {u"session"_s, u"show"_s, u"cs_1"_s, u"--account"_s, u"paymentkit"_s, u"--key-file"_s, file}, {}, {});
        QCOMPARE(shown.exitCode, 5);
        QCOMPARE(watched({u"transaction"_s, u"list"_s, u"--account"_s, u"paymentkit"_s}, {}, declined).exitCode, 5);
    }

    void tryAProviderThatEchoesTheKey()
    {
        EchoingProvider provider;
        const QString key = newCanary(u"sk_test_"_s);
        m_keys.add(u"an echoed key"_s, key);
        QCOMPARE(run(adding(u"Echo"_s, u"paymentkit"_s, provider.url()), {}, key).exitCode, 0);
        const QByteArray draft = R"({"tilldeck_draft": 1, "line_items": [{"price_id": "price_premium"}]})";
        for (const int status : {200, 400, 401, 404, 409, 422, 302}) {
            provider.status = status;
            watched({u"session"_s, u"create"_s, u"--account"_s, u"Echo"_s, u"--from"_s, u"-"_s, u"--another"_s,
                     u"--json"_s},
                    draft, key);
            watched({u"session"_s, u"show"_s, u"cs_echo"_s, u"--account"_s, u"Echo"_s}, {}, key);
        }
        QVERIFY2(provider.echoed >= 14, QByteArray::number(provider.echoed));
        watched({u"session"_s, u"list"_s, u"--account"_s, u"Echo"_s, u"--json"_s}, {}, key);
    }

    void tryTheKeyAtThePrompt()
    {
        const QString typed = newCanary(u"sk_test_"_s);
        m_keys.add(u"a typed key"_s, typed);
        const QByteArray shown =
            prompted(m_home.environment(), adding(u"Typed"_s, u"paymentkit"_s, u"http://127.0.0.1:1"_s), typed);
        QVERIFY2(shown.contains("Nothing was connected"), shown);
        m_keyHits += m_keys.hits(u"the terminal"_s, shown);
        ++m_runs;
    }

    /// Ends a program by force while it holds its key: what a release build leaves behind is searched with all else.
    void tryDump()
    {
        QProcess process;
        QProcessEnvironment all = m_home.environment();
        all.insert(u"TILLDECK_KEY"_s, key(u"paymentkit"_s));
        process.setProcessEnvironment(all);
        process.setWorkingDirectory(m_home.path(u"home"_s));
        process.setChildProcessModifier([] {
            rlimit limit{};
            getrlimit(RLIMIT_CORE, &limit);
            limit.rlim_cur = limit.rlim_max;
            setrlimit(RLIMIT_CORE, &limit);
        });
        process.start(QStringLiteral(TILLDECK_BIN_DIR "/tilldeck-cli"),
                      {u"session"_s, u"create"_s, u"--account"_s, u"paymentkit"_s, u"--from"_s, u"-"_s});
        QVERIFY(process.waitForStarted());
        Watched watched;
        Home::watch(process, watched, key(u"paymentkit"_s), [&] { return watched.samples > 3; }, 5000);
        ::kill(static_cast<pid_t>(process.processId()), SIGABRT);
        QVERIFY(process.waitForFinished(60000));
        QCOMPARE(process.exitStatus(), QProcess::CrashExit);
#ifndef NDEBUG
        // Builds for debugging may leave one; what forbids it is tried in tests/http.
        for (const QString &name : QDir(m_home.path(u"home"_s)).entryList({u"core*"_s}, QDir::Files))
            QFile::remove(m_home.path(u"home/"_s + name));
#endif
    }

    /// Runs a command of @p account whose output may show no secret.
    Run command(const QString &account, const QStringList &arguments, const QByteArray &input = {})
    {
        return watched(arguments + QStringList{u"--account"_s, account}, input, key(account));
    }

    /// Runs it with --reveal, and learns the tokens that it prints.
    Run revealed(const QString &account, const QStringList &arguments, const QByteArray &input)
    {
        Run run = watched(arguments + QStringList{u"--account"_s, account, u"--reveal"_s}, input, key(account), true);
        const QJsonObject session = run.json().object();
        const QString flow = session[u"flow"].toString() + u' ' + account;
        const auto learn = [&](const QString &what, const QString &secret) {
            if (secret.size() >= 16)
                m_tokens.add(what + u" of "_s + flow, secret, what != u"URL"_s);
        };
        learn(u"token"_s, session[u"token"].toString());
        learn(u"URL"_s, session[u"url"].toString());
        learn(u"client secret"_s, session[u"gateway"][u"client_secret"].toString());
        learn(u"publishable key"_s, session[u"gateway"][u"publishable_key"].toString());
        return run;
    }

    Run run(const QStringList &arguments, const QByteArray &input, const QString &key)
    {
        return watched(arguments, input, key);
    }

    Run watched(const QStringList &arguments, const QByteArray &input, const QString &key, bool isRevealed = false)
    {
        const Watched seen = m_home.run(arguments, input, key);
        ++m_runs;
        m_samples += seen.samples;
        const QString name = u"tilldeck-cli "_s + arguments.mid(0, 2).join(u' ');
        for (const auto &[where, bytes] :
             {std::pair(u"output of "_s, isRevealed ? QByteArray() : seen.run.out),
              std::pair(u"log and errors of "_s, seen.run.err), std::pair(u"arguments of "_s, seen.arguments),
              std::pair(u"environment of "_s, seen.environment)}) {
            m_keyHits += m_keys.hits(where + name, bytes);
            m_tokenHits += m_tokens.hits(where + name, bytes);
        }
        return seen.run;
    }

    /// Runs the command line in a terminal, types @p key when it asks, and returns what the terminal showed.
    static QByteArray prompted(const QProcessEnvironment &environment, const QStringList &arguments, const QString &key)
    {
        int terminal = -1;
        const pid_t child = forkpty(&terminal, nullptr, nullptr, nullptr);
        if (child == 0) {
            for (const QString &name : environment.keys())
                qputenv(name.toLocal8Bit().constData(), environment.value(name).toLocal8Bit());
            unsetenv("TILLDECK_DATA_DIR");
            QByteArrayList texts{TILLDECK_BIN_DIR "/tilldeck-cli"};
            for (const QString &argument : arguments)
                texts << argument.toLocal8Bit();
            std::vector<char *> pointers;
            for (QByteArray &text : texts)
                pointers.push_back(text.data());
            pointers.push_back(nullptr);
            execv(pointers.front(), pointers.data());
            _exit(127);
        }
        QByteArray shown;
        QByteArray part(4096, 0);
        bool isTyped = false;
        for (ssize_t size = 0; (size = read(terminal, part.data(), static_cast<size_t>(part.size()))) > 0;) {
            shown.append(part.constData(), size);
            const QByteArray line = key.toUtf8() + '\n';
            if (!isTyped && shown.contains("Secret key"))
                isTyped = write(terminal, line.constData(), static_cast<size_t>(line.size())) == line.size();
        }
        int status = 0;
        waitpid(child, &status, 0);
        close(terminal);
        return shown;
    }

    const QByteArray priced =
        R"({"tilldeck_draft": 1, "customer": {"id": "cus_abc123"}, "line_items": [{"price_id": "price_premium"}]})";
    const QByteArray charge = R"({"tilldeck_draft": 1, "flow": "khaime.charge", "pricing": {"total_amount": 5000,
            "total_currency": "USD"}, "customer": {"email": "ada@example.com"}})";
    const QByteArray hosted = R"({"tilldeck_draft": 1, "flow": "khaime.session", "pricing": {"total_amount": 5000,
            "total_currency": "USD"}, "product_name": "Tea", "customer": {"email": "ada@example.com"}})";
    const QByteArray embedded = R"({"tilldeck_draft": 1, "flow": "khaime.checkout", "product_id": "789",
            "quantity": 1, "charge_currency": "NGN", "customer": {"email": "ada@example.com"}})";
    const QByteArray named = R"({"tilldeck_draft": 1, "mode": "payment", "line_items": [{"name": "Tea",
            "amount": 500, "currency": "XOF"}], "success_url": "https://a.example", "return_url": "https://a.example"})";

    QTemporaryDir m_outside; ///< The sandbox's folder and the merchant's key files: not searched.
    Home m_home;
    std::unique_ptr<SandboxProcess> m_sandbox;
    Canaries m_keys, m_tokens;
    QStringList m_keyHits, m_tokenHits; ///< Beside the folder.
    int m_runs = 0;
    int m_samples = 0;
};

TILLDECK_TEST(CliCanaryTest)

} // namespace cli_canary_test

#include "tst_cli_canary.moc"
