// SPDX-License-Identifier: GPL-3.0-or-later
// Keys and tokens that stand nowhere else go through every command and many faults; then everything that the program
// leaves behind, writes to its log or shows to other programs is searched for them.
#include "canary_bench.h"
#include "echoing_provider.h"
#include "support/fake_keychain.h"
#include "support/outside_sql.h"
#include "support/real_keyring.h"
#include "support/runner.h"
#include "support/small_disk.h"

namespace cli_canary_test {

using namespace Qt::StringLiterals;
using namespace tilldeck::cli::test;
using tilldeck::test::Canaries;
using tilldeck::test::newCanary;

class CliCanaryTest : public QObject, private CanaryBench
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
            m_keys.add(provider + u" webhook secret"_s, m_sandbox->account(provider)[u"webhook_secret"].toString());
            connectTo(provider);
        }
        if (QTest::currentTestFailed())
            return;
        tryASessionOfEachKind();
        tryAnAnswerThatCannotBeKept();
        tryPaymentsAndCodes();
        tryTheLedger();
        tryFaults();
        tryRefundsWithoutAnswer();
        tryCodesWithoutAnswer();
        tryAKeyInTheKeychain();
        tryADeclinedKey();
        tryAProviderThatEchoesTheKey();
        tryTheKeyAtThePrompt();

        search(true);
        if (QTest::currentTestFailed())
            return;

        // From now on in no file, nor what the files held before.
        for (const QString &account : {u"paymentkit"_s, u"khaime"_s, u"ikawaari"_s, u"Kept"_s}) {
            const Run changed = run({u"account"_s, u"edit"_s, account, u"--keep-tokens-out"_s}, {}, {});
            QVERIFY2(changed.exitCode == 0, changed.err);
        }
        search(false);
        tryASessionOfEachKind(true);
        for (const QString &account : {u"paymentkit"_s, u"khaime"_s, u"ikawaari"_s})
            command(account, {u"transaction"_s, u"list"_s, u"--refresh"_s});
        tryTheLedger();
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
        const Run listed =
            ask(u"paymentkit"_s, {u"session"_s, u"list"_s, u"--refresh"_s, u"--search"_s, id, u"--reveal"_s});
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
    /// Searches everything. With @p inLedger tokens may stand in ledger and journal, and some do.
    void search(bool inLedger)
    {
        QVERIFY(m_tokens.count() >= 7);
        QStringList keys = m_keys.hitsBelow(m_home.path());
        QStringList elsewhere;
        for (const Shown &shown : m_shown) {
            keys += m_keys.hits(shown.where, shown.bytes);
            if (!shown.isRevealed)
                elsewhere += m_tokens.hits(shown.where, shown.bytes);
        }
        const auto besideFiles = elsewhere.size();
        const QStringList tokens = m_tokens.hitsBelow(m_home.path());
        for (const QString &hit : tokens) {
            if (!hit.contains(u"in data/tilldeck/ledger.sqlite"_s) &&
                !hit.contains(u"in data/tilldeck/journal.sqlite"_s))
                elsewhere << hit;
        }
        const auto known = tokens.size() + besideFiles - elsewhere.size();
        qInfo("%d keys and %d tokens through %d programs, read %d times under /proc. Searched: %lld KiB in %d places. "
              "Found: keys %lld, tokens outside ledger.sqlite and journal.sqlite %lld, in them %lld",
              m_keys.count(), m_tokens.count(), m_runs, m_samples,
              static_cast<long long>(m_keys.searchedBytes() / 1024), m_keys.searchedPlaces(),
              static_cast<long long>(keys.size()), static_cast<long long>(elsewhere.size()),
              static_cast<long long>(known));
        QVERIFY2(keys.isEmpty(), qPrintable(keys.join(u'\n')));
        QVERIFY2(elsewhere.isEmpty(), qPrintable(elsewhere.join(u'\n')));
        // The search finds what is there: README says that tokens rest in ledger and journal.
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

    /// With @p isAgain only what handles tokens is tried.
    void tryASessionOfEachKind(bool isAgain = false)
    {
        for (const auto &[account, draft] :
             {std::pair(u"paymentkit"_s, priced), std::pair(u"khaime"_s, charge), std::pair(u"khaime"_s, hosted),
              std::pair(u"khaime"_s, embedded), std::pair(u"ikawaari"_s, named)}) {
            if (!isAgain) {
                command(account, {u"preview"_s, u"--from"_s, u"-"_s}, draft);
                command(account, {u"session"_s, u"create"_s, u"--from"_s, u"-"_s, u"--dry-run"_s}, draft);
                command(account, {u"session"_s, u"create"_s, u"--from"_s, u"-"_s, u"--another"_s}, draft);
            }
            const Run created =
                revealed(account, {u"session"_s, u"create"_s, u"--from"_s, u"-"_s, u"--another"_s, u"--json"_s}, draft);
            QVERIFY2(created.exitCode == 0, created.err);
            const QString id = created.json()[u"id"].toString();
            command(account, {u"session"_s, u"show"_s, id});
            command(account, {u"session"_s, u"list"_s, u"--refresh"_s, u"--search"_s, id});
            for (const QLatin1StringView what : {"id"_L1, "token"_L1, "url"_L1}) {
                if (const QString pasted = created.json()[what].toString(); !pasted.isEmpty())
                    command(account, {u"session"_s, u"track"_s, u"-"_s}, pasted.toUtf8() + '\n');
            }
        }
    }

    void tryPaymentsAndCodes()
    {
        for (const QString &account : {u"paymentkit"_s, u"khaime"_s, u"ikawaari"_s}) {
            const Run paid = command(
                account, {u"transaction"_s, u"list"_s, u"--refresh"_s, u"--status"_s, u"succeeded"_s, u"--json"_s});
            QVERIFY2(paid.exitCode == 0, paid.err);
            const QString id = paid.json()[0][u"id"].toString();
            if (id.isEmpty())
                continue; // Ikawaari's shop begins without payments
            command(account, {u"transaction"_s, u"show"_s, id});
            const Run refunded = command(account, {u"transaction"_s, u"refund"_s, id, u"--amount"_s, u"1"_s,
                                                   u"--reason"_s, u"Broken"_s, u"--yes"_s});
            QVERIFY2(refunded.exitCode == 0, refunded.err);
            command(account,
                    {u"transaction"_s, u"export"_s, u"--refresh"_s, u"--out"_s, m_home.path(account + u".csv"_s)});
        }
        command(u"paymentkit"_s, {u"promotion"_s, u"create"_s, u"CANARY-##"_s, u"--coupon"_s, u"coupon_dev_abc123"_s,
                                  u"--count"_s, u"3"_s});
        command(u"paymentkit"_s, {u"promotion"_s, u"list"_s});
        command(u"paymentkit"_s, {u"promotion"_s, u"deactivate"_s, u"SAVE20"_s});
    }

    void tryTheLedger()
    {
        for (const QString &name : {u"check"_s, u"accept"_s, u"rebuild"_s})
            run({u"ledger"_s, name}, {}, {});
    }

    /// Each fault in the answer to a creation and to a refund, at the providers in turn (tst_every_fault has each at
    /// each, in one process); what is unknown after it is resolved.
    void tryFaults()
    {
        const QByteArray fatal[] = {R"("drop", "at": "after_commit")",
                                    R"("html")",
                                    R"("empty")",
                                    R"("wrong_types")",
                                    R"("invalid_utf8")",
                                    R"("deep")",
                                    R"("gzip_bomb")",
                                    R"("endless")",
                                    R"("status", "status": 422)",
                                    R"("redirect", "status": 307)",
                                    R"("duplicate_keys")",
                                    R"("reset", "at": "half_answered")"};
        const QByteArray harmless[] = {R"("delay", "ms": 30)", R"("drip", "ms": 1, "size": 64)",
                                       R"("content_type", "content_type": "text/plain")", R"("date", "seconds": -4000)",
                                       R"("refund", "ms": 0)"};
        for (const QByteArray &fault : harmless) {
            const Run created = creationWith(fault);
            QVERIFY2(created.exitCode == 0, fault + created.err);
            const Run refunded = refundWith(fault);
            QVERIFY2(refunded.exitCode == 0, fault + refunded.err);
        }
        for (const QByteArray &fault : fatal) {
            for (const Run &ended : {creationWith(fault), refundWith(fault)})
                QVERIFY2(ended.exitCode != 0 && ended.exitCode != 2, fault + ended.err);
        }
        // Some of its numbers contradict what was asked for, and some are not looked at.
        const QByteArray odd = R"("huge_numbers")";
        for (const Run &ended : {creationWith(odd), refundWith(odd)})
            QVERIFY2(ended.exitCode != 2, odd + ended.err);
    }

    Run creationWith(const QByteArray &fault)
    {
        const std::array creations{std::pair(u"ikawaari"_s, named), std::pair(u"paymentkit"_s, priced),
                                   std::pair(u"khaime"_s, hosted)};
        const auto &[account, draft] = creations.at(size_t(m_faults % 3));
        arm(account, account == u"khaime"_s ? "createPaymentSession" : "createCheckoutSession", R"("fault": )" + fault);
        const Run ended =
            command(account, {u"session"_s, u"create"_s, u"--from"_s, u"-"_s, u"--another"_s, u"--json"_s}, draft);
        if (const QString intent = ended.json()[u"intent"].toString(); ended.exitCode != 0 && !intent.isEmpty())
            command(account, {u"session"_s, u"resolve"_s, intent, u"--send-again"_s});
        return ended;
    }

    /// Gives another amount of the largest payment back each time.
    Run refundWith(const QByteArray &fault)
    {
        const QString account = m_faults % 2 == 0 ? u"khaime"_s : u"paymentkit"_s;
        QString &id = m_refunded[account];
        if (id.isEmpty()) {
            const QJsonArray paid = command(account, {u"transaction"_s, u"list"_s, u"--refresh"_s, u"--status"_s,
                                                      u"succeeded"_s, u"--json"_s})
                                        .json()
                                        .array();
            const auto amountOf = [](const QJsonValue &payment) { return payment[u"amount"].toInteger(); };
            id = (*std::ranges::max_element(paid, {}, amountOf))[u"id"].toString();
        }
        arm(account, "createRefund", R"("fault": )" + fault);
        const Run ended = command(account, {u"transaction"_s, u"refund"_s, id, u"--amount"_s,
                                            QString::number(++m_faults), u"--yes"_s, u"--json"_s});
        if (const QString intent = ended.json()[u"intent"].toString(); ended.exitCode != 0 && !intent.isEmpty())
            command(account, {u"transaction"_s, u"resolve"_s, intent});
        return ended;
    }

    void tryRefundsWithoutAnswer()
    {
        for (const QString &account : {u"paymentkit"_s, u"khaime"_s}) {
            const Run paid = command(
                account, {u"transaction"_s, u"list"_s, u"--refresh"_s, u"--status"_s, u"succeeded"_s, u"--json"_s});
            const QString id = paid.json()[0][u"id"].toString();
            arm(account, "createRefund", R"("fault": "drop", "at": "after_commit")");
            const Run lost = command(account, {u"transaction"_s, u"refund"_s, id, u"--amount"_s, u"2"_s, u"--reason"_s,
                                               u"Broken"_s, u"--yes"_s, u"--json"_s});
            QVERIFY2(lost.exitCode == 3, lost.err);
            const QString intent = lost.json()[u"intent"].toString();
            QVERIFY2(!intent.isEmpty(), lost.out);
            command(account, {u"transaction"_s, u"show"_s, id});
            command(account, {u"transaction"_s, u"resolve"_s, intent});
            command(account, {u"transaction"_s, u"resolve"_s, intent, u"--refunded"_s});
        }
    }

    void tryCodesWithoutAnswer()
    {
        const QString account = u"paymentkit"_s;
        arm(account, "createPromotionCode", R"("fault": "drop", "at": "after_commit", "skip": 1)");
        const Run lost = command(account, {u"promotion"_s, u"create"_s, u"LOST-###"_s, u"--coupon"_s,
                                           u"coupon_dev_abc123"_s, u"--count"_s, u"3"_s});
        QVERIFY2(lost.exitCode == 3, lost.err);
        const Run codes = command(account, {u"promotion"_s, u"unfinished"_s, u"--json"_s});
        QVERIFY2(codes.json().array().size() == 1, codes.out);
        const Run resumed =
            command(account, {u"promotion"_s, u"resume"_s, codes.json()[0][u"id"].toString(), u"--json"_s});
        QVERIFY2(resumed.exitCode == 0, resumed.err);
        arm(account, "updatePromotionCode", R"("fault": "drop", "at": "before_commit")");
        command(account, {u"promotion"_s, u"deactivate"_s, u"SAVE20"_s});
        const Run write = command(account, {u"promotion"_s, u"unfinished"_s, u"--json"_s});
        QVERIFY2(write.json().array().size() == 1, write.out);
        command(account, {u"promotion"_s, u"resolve"_s, write.json()[0][u"id"].toString()});
    }

    void tryAnAnswerThatCannotBeKept()
    {
        for (const auto &[account, draft] : {std::pair(u"paymentkit"_s, priced), std::pair(u"ikawaari"_s, named)}) {
            const tilldeck::test::Refusing refusing(m_home.ledger(), u"UPDATE ON session"_s);
            const Run created = watched(
                {u"session"_s, u"create"_s, u"--from"_s, u"-"_s, u"--another"_s, u"--json"_s, u"--account"_s, account},
                draft, key(account), true);
            refusing.end();
            QVERIFY2(created.exitCode == 3, created.err);
            learnTokens(account, created);                               // the only copy, so that it is printed whole
            command(account, {u"session"_s, u"list"_s, u"--refresh"_s}); // takes it in
        }
        {
            const tilldeck::test::SmallDisk full(m_home.data(), 4096);
            const Run refused =
                command(u"paymentkit"_s, {u"session"_s, u"create"_s, u"--from"_s, u"-"_s, u"--another"_s}, priced);
            QVERIFY2(refused.exitCode != 0 && refused.exitCode != 2, refused.err);
            QCOMPARE(m_keys.hitsBelow(m_home.path()), QStringList());
        }
        QVERIFY(QDir(m_home.data() + u"-beside"_s).removeRecursively()); // copies that SmallDisk made
    }

    void tryAKeyInTheKeychain()
    {
        tilldeck::test::FakeKeychain bus;
        tilldeck::test::RealKeyring keyring(bus.address);
        QVERIFY(keyring.isReady());
        m_home.bus = bus.address;
        const QString address = m_sandbox->account(u"paymentkit"_s)[u"base_url"].toString();
        const Run added =
            run(adding(u"Kept"_s, u"paymentkit"_s, address) + QStringList{u"--json"_s}, {}, key(u"paymentkit"_s));
        QVERIFY2(added.json()[u"key_kept"].toBool(), added.out + added.err);
        const Run listed = run({u"transaction"_s, u"list"_s, u"--refresh"_s, u"--account"_s, u"Kept"_s}, {}, {});
        QVERIFY2(listed.exitCode == 0, listed.err);
        QVERIFY(keyring.lock());
        QCOMPARE(run({u"transaction"_s, u"list"_s, u"--refresh"_s, u"--account"_s, u"Kept"_s}, {}, {}).exitCode, 5);
        m_home.bus = "disabled:";
        QCOMPARE(m_keys.hitsBelow(keyring.folder()), QStringList());
    }

    void arm(const QString &provider, const QByteArray &operation, const QByteArray &fault)
    {
        QVERIFY(m_sandbox->arm(R"({"provider": ")" + provider.toUtf8() + R"(", "operation": ")" + operation + R"(", )" +
                               fault + '}'));
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
        QCOMPARE(watched({u"transaction"_s, u"list"_s, u"--refresh"_s, u"--account"_s, u"paymentkit"_s}, {}, declined)
                     .exitCode,
                 5);
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
        watched({u"session"_s, u"list"_s, u"--refresh"_s, u"--account"_s, u"Echo"_s, u"--json"_s}, {}, key);
    }

    void tryTheKeyAtThePrompt()
    {
        const QString typed = newCanary(u"sk_test_"_s);
        m_keys.add(u"a typed key"_s, typed);
        const QByteArray shown =
            prompted(m_home.environment(), adding(u"Typed"_s, u"paymentkit"_s, u"http://127.0.0.1:1"_s), typed);
        QVERIFY2(shown.contains("Nothing was connected"), shown);
        m_shown.push_back({u"the terminal"_s, shown});
        ++m_runs;
    }

    QHash<QString, QString> m_refunded; ///< The payment of each account that tryFaults() gives back of.
    int m_faults = 10;                  ///< Chooses the provider of the next fault, and the amount of the next refund.
};

TILLDECK_TEST(CliCanaryTest)

} // namespace cli_canary_test

#include "tst_cli_canary.moc"
