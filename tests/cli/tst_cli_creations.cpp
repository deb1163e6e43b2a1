// SPDX-License-Identifier: GPL-3.0-or-later
// What a script learns of a creation that does not end as usual.
#include "http/tls_server.h"
#include "support/outside_sql.h"
#include "support/runner.h"
#include "watched_run.h"

namespace cli_creations_test {

using namespace Qt::StringLiterals;
using namespace tilldeck::cli::test;
using tilldeck::test::Refusing;

class CliCreationsTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        m_sandbox = std::make_unique<SandboxProcess>(m_folder.filePath(u"sandbox"_s));
        QVERIFY(!m_sandbox->ready.isEmpty());
        m_key = m_sandbox->account()[u"key"].toString();
    }
    void cleanupTestCase() { m_sandbox.reset(); }

    void init()
    {
        m_data = std::make_unique<QTemporaryDir>();
        QCOMPARE(run({u"account"_s, u"add"_s, u"Shop"_s, u"--provider"_s, u"paymentkit"_s, u"--base-url"_s,
                      m_sandbox->account()[u"base_url"].toString(), u"--account-id"_s, u"acc_demo"_s})
                     .exitCode,
                 0);
    }

    void whatCannotBeKeptIsPrintedWholeAndEndsWith3()
    {
        const Refusing refusing(m_data->filePath(u"ledger.sqlite"_s), u"UPDATE ON session"_s);
        const Run created = run(create(), draft());
        QVERIFY2(created.exitCode == 3, created.err.constData());
        const QString id = created.json()[u"id"].toString();
        QVERIFY(!id.isEmpty());
        QCOMPARE(created.json()[u"kept"], QJsonValue(false));
        // It is nowhere else on this computer, so nothing of it is masked.
        const QString token = created.json()[u"token"].toString();
        QVERIFY2(token.size() > 8 && !token.contains(u'\u2022'), created.out.constData());
        QVERIFY(created.json()[u"url"].toString().contains(token));
        QCOMPARE(created.json()[u"error"][u"kind"].toString(), u"storage"_s);
        QVERIFY2(created.err.contains(id.toUtf8()) && !created.err.contains("ry again"), created.err.constData());

        refusing.end();
        const QJsonArray rows = listed();
        QCOMPARE(rows.size(), 1);
        QCOMPARE(rows[0][u"id"].toString(), id);
        QCOMPARE(rows[0][u"status"].toString(), u"open"_s);
    }

    void theSameAgainEndsWith6UnlessAnotherIsMeant()
    {
        const Run created = run(create(), draft());
        QCOMPARE(created.exitCode, 0);
        const Run again = run(create(), draft());
        QVERIFY2(again.exitCode == 6, again.err.constData());
        QCOMPARE(again.json()[u"error"][u"kind"].toString(), u"repeated"_s);
        QCOMPARE(again.json()[u"earlier"][u"state"].toString(), u"created"_s);
        QCOMPARE(again.json()[u"earlier"][u"id"].toString(), created.json()[u"id"].toString());
        QVERIFY2(again.err.contains("a moment ago"), again.err.constData());
        QCOMPARE(listed().size(), 1);
        const Run another = run(create() + QStringList{u"--another"_s}, draft());
        QCOMPARE(another.exitCode, 0);
        QCOMPARE(listed().size(), 2);
    }

    void whatALostAccountHadIsListedUnderTheOneThatIsConnectedAgain()
    {
        const QString id = run(create(), draft()).json()[u"id"].toString();
        QVERIFY(!id.isEmpty());
        const QString pay = u"INSERT INTO payment (account_id, transaction_id, amount, currency, status, created_at) "
                            "SELECT account_id, 'txn_lost', 2900, 'USD', 'succeeded', created_at FROM session"_s;
        tilldeck::test::outside(m_data->filePath(u"ledger.sqlite"_s), pay);
        QVERIFY(QFile::remove(m_data->filePath(u"accounts.json"_s)));
        QCOMPARE(run({u"account"_s, u"add"_s, u"Shop"_s, u"--provider"_s, u"paymentkit"_s, u"--base-url"_s,
                      m_sandbox->account()[u"base_url"].toString(), u"--account-id"_s, u"acc_demo"_s})
                     .exitCode,
                 0);
        QCOMPARE(listed().size(), 1);
        QCOMPARE(listed()[0][u"id"].toString(), id);
        const QStringList shop{u"--account"_s, u"Shop"_s};
        const QStringList search{u"session"_s,  u"list"_s, u"--refresh"_s, u"--status"_s, u"open"_s,
                                 u"--search"_s, id,        u"--json"_s};
        QCOMPARE(run(search + shop).json().array().size(), 1);
        const Run payments = run(QStringList{u"transaction"_s, u"list"_s, u"--refresh"_s} + shop);
        QVERIFY2(payments.out.contains("txn_lost"), payments.out.constData());
        const Run csv =
            runCli(m_data->path(), QStringList{u"transaction"_s, u"export"_s, u"--refresh"_s} + shop, {}, m_key);
        QVERIFY2(csv.out.contains("txn_lost") && csv.out.contains(",Shop,"), csv.out.constData());
    }

    void whatIsUnknownIsListedAfterLedgerAndAccountsAreLost()
    {
        (void)run(create(), draft(u"both files"_s));
        tilldeck::test::outside(m_data->filePath(u"journal.sqlite"_s),
                                u"UPDATE intent SET state = 'unknown', session_id = NULL"_s);
        for (const QString &name :
             {u"ledger.sqlite"_s, u"ledger.sqlite-wal"_s, u"ledger.sqlite-shm"_s, u"accounts.json"_s})
            QFile::remove(m_data->filePath(name));
        QCOMPARE(run({u"ledger"_s, u"rebuild"_s}).exitCode, 0);
        QCOMPARE(run({u"account"_s, u"add"_s, u"Shop"_s, u"--provider"_s, u"paymentkit"_s, u"--base-url"_s,
                      m_sandbox->account()[u"base_url"].toString(), u"--account-id"_s, u"acc_demo"_s})
                     .exitCode,
                 0);
        const Run unknown = run({u"session"_s, u"list"_s, u"--refresh"_s, u"--status"_s, u"unknown"_s, u"--account"_s,
                                 u"Shop"_s, u"--json"_s});
        QVERIFY2(unknown.json().array().size() == 1, unknown.out.constData() + unknown.err);
        QCOMPARE(unknown.json()[0][u"status"].toString(), u"outcome_unknown"_s);
    }

    void afterExitCode3TheSameIsNotSentAgain()
    {
        // A creation whose program ended before the answer.
        const Run created = run(create(), draft(u"lost"_s));
        tilldeck::test::outside(m_data->filePath(u"journal.sqlite"_s),
                                u"UPDATE intent SET state = 'open', session_id = NULL"_s);
        forgetAnswer();
        const Run again = run(create(), draft(u"lost"_s));
        QVERIFY2(again.exitCode == 6, again.err.constData());
        QCOMPARE(again.json()[u"earlier"][u"state"].toString(), u"outcome_unknown"_s);
        QCOMPARE(again.json()[u"earlier"][u"can_send_again"], QJsonValue(false));
        const QString intent = again.json()[u"earlier"][u"intent"].toString();
        const QStringList resolve{u"session"_s, u"resolve"_s, intent, u"--account"_s, u"Shop"_s, u"--json"_s};
        // PaymentKit does not promise to take a repeated request only once.
        const Run sent = run(resolve + QStringList{u"--send-again"_s});
        QVERIFY2(sent.exitCode == 1, sent.err.constData());
        QCOMPARE(run(resolve + QStringList{u"--send-again"_s, u"--not-created"_s}).exitCode, 2);
        const Run found = run(resolve);
        QVERIFY2(found.exitCode == 0, found.out.constData());
        QCOMPARE(found.json()[u"id"].toString(), created.json()[u"id"].toString());
    }

    void whatTheProviderListsIsNotClosedAsNotCreated()
    {
        const QString made = run(create(), draft(u"listed"_s)).json()[u"id"].toString();
        QVERIFY(!made.isEmpty());
        tilldeck::test::outside(
            m_data->filePath(u"journal.sqlite"_s),
            u"UPDATE intent SET state = 'unknown', session_id = NULL WHERE session_id = '%1'"_s.arg(made));
        tilldeck::test::outside(m_data->filePath(u"ledger.sqlite"_s),
                                u"DELETE FROM session WHERE session_id = '%1'"_s.arg(made));
        const QString intent = listed()[0][u"intent"].toString();
        QVERIFY(!intent.isEmpty());
        const QStringList resolve{u"session"_s, u"resolve"_s, intent, u"--account"_s, u"Shop"_s, u"--not-created"_s};
        const Run refused = run(resolve);
        QVERIFY2(refused.exitCode == 1 && refused.err.contains(made.toLatin1()), refused.err.constData());
        QCOMPARE(run(resolve + QStringList{u"--again"_s}).exitCode, 1);
        QCOMPARE(listed()[0][u"id"].toString(), made);
    }

    void aServerWhoseCertificateNobodyVouchesForIsSentNothing()
    {
        using namespace tilldeck::http::test;
        TlsServer server(expiredCertificate);
        const auto runBeside = [this](const QStringList &arguments, const QByteArray &input) {
            return m_home.run(arguments, input, u"sk_test_abcdefgh"_s).run;
        };
        QCOMPARE(runBeside({u"account"_s, u"add"_s, u"Tls"_s, u"--provider"_s, u"paymentkit"_s, u"--base-url"_s,
                            server.baseUrl(), u"--account-id"_s, u"acc_1"_s},
                           {})
                     .exitCode,
                 0);
        const Run created =
            runBeside({u"session"_s, u"create"_s, u"--account"_s, u"Tls"_s, u"--from"_s, u"-"_s, u"--json"_s}, draft());
        QCOMPARE(created.exitCode, 4);
        QVERIFY2(created.err.contains("Nobody whom this computer trusts") && created.err.contains("nothing was sent"),
                 created.err);
        QCOMPARE(server.received, QByteArray());
        QCOMPARE(runBeside({u"session"_s, u"list"_s, u"--refresh"_s, u"--account"_s, u"Tls"_s, u"--json"_s}, {})
                     .json()
                     .array(),
                 QJsonArray());
    }

    void theMerchantSaysWhichOfSeveralSessionsItIs()
    {
        const QString first = run(create(), draft(u"twins"_s)).json()[u"id"].toString();
        const QString second = run(create() + QStringList{u"--another"_s}, draft(u"twins"_s)).json()[u"id"].toString();
        QVERIFY(!first.isEmpty() && !second.isEmpty());
        tilldeck::test::outside(m_data->filePath(u"journal.sqlite"_s),
                                u"UPDATE intent SET state = 'unknown', session_id = NULL"_s);
        tilldeck::test::outside(m_data->filePath(u"ledger.sqlite"_s), u"DELETE FROM session"_s);
        QCOMPARE(listed().size(), 2); // the start gives both their rows again
        const QString intent = listed()[0][u"intent"].toString();
        const QStringList resolve{u"session"_s, u"resolve"_s, intent, u"--account"_s, u"Shop"_s, u"--json"_s};
        const Run several = run(resolve);
        QCOMPARE(several.exitCode, 3);
        QCOMPARE(several.json()[u"finding"].toString(), u"ambiguous"_s);
        QStringList ids;
        for (const QJsonValue &session : several.json()[u"sessions"].toArray())
            ids << session[u"id"].toString();
        QVERIFY2(ids.contains(first) && ids.contains(second), several.out.constData());

        const Run none = run(resolve + QStringList{u"--is"_s, u"cs_of_nobody"_s});
        QCOMPARE(none.exitCode, 1);
        QCOMPARE(run(resolve + QStringList{u"--is"_s, first, u"--not-created"_s}).exitCode, 2);
        const Run chosen = run(resolve + QStringList{u"--is"_s, first});
        QVERIFY2(chosen.exitCode == 0, chosen.err.constData());
        QCOMPARE(chosen.json()[u"id"].toString(), first);
    }

    void itIsSentAgainWhileTheProvidersClockAllowsIt_data()
    {
        QTest::addColumn<QString>("sentAt"); // by the provider's clock, in milliseconds
        QTest::addColumn<int>("exitCode");
        QTest::newRow("now") << u"provider_opened_at"_s << 0;
        QTest::newRow("25 hours ago") << u"provider_opened_at - 90000000"_s << 1;
        QTest::newRow("in two hours") << u"provider_opened_at + 7200000"_s << 1;
        QTest::newRow("not known") << u"NULL"_s << 1;
    }
    void itIsSentAgainWhileTheProvidersClockAllowsIt()
    {
        QFETCH(const QString, sentAt);
        QFETCH(const int, exitCode);
        const QJsonObject ikawaari = m_sandbox->account(u"ikawaari"_s);
        const auto at = [&](const QStringList &arguments, const QByteArray &input = {}) {
            return runCli(m_data->path(), arguments + QStringList{u"--json"_s}, input, ikawaari[u"key"].toString());
        };
        QCOMPARE(at({u"account"_s, u"add"_s, u"West"_s, u"--provider"_s, u"ikawaari"_s, u"--base-url"_s,
                     ikawaari[u"base_url"].toString()})
                     .exitCode,
                 0);
        QByteArray asked = R"({"tilldeck_draft": 1, "mode": "payment", "success_url": "URL", "return_url": "URL",
            "line_items": [{"name": "Basket", "amount": 7500, "currency": "XOF", "quantity": 1}]})";
        asked.replace("URL", "https://shop.example/thanks");
        const Run created = at({u"session"_s, u"create"_s, u"--account"_s, u"West"_s, u"--from"_s, u"-"_s}, asked);
        QVERIFY2(created.exitCode == 0, created.err + created.out);
        const QString intent = created.json()[u"intent"].toString();
        const QString journal = m_data->filePath(u"journal.sqlite"_s);
        // No call had preceded this one, and its time is known all the same.
        QVERIFY(!tilldeck::test::outside(journal, u"SELECT provider_opened_at FROM intent"_s).isNull());
        tilldeck::test::outside(
            journal, u"UPDATE intent SET state = 'open', session_id = NULL, provider_opened_at = %1"_s.arg(sentAt));
        forgetAnswer();
        const Run again = at({u"session"_s, u"resolve"_s, intent, u"--account"_s, u"West"_s, u"--send-again"_s});
        QVERIFY2(again.exitCode == exitCode, again.err + again.out);
        if (exitCode == 0)
            QCOMPARE(again.json()[u"id"].toString(), created.json()[u"id"].toString());
        else
            QVERIFY2(again.err.contains("Nothing was sent again"), again.err.constData());
    }

private:
    /// Makes the ledger that of a program which ended before the answer.
    void forgetAnswer()
    {
        const QString ledger = m_data->filePath(u"ledger.sqlite"_s);
        tilldeck::test::outside(ledger, u"UPDATE session SET state = 'creating', session_id = NULL"_s);
        tilldeck::test::outside(ledger, u"UPDATE session_detail SET secure_token = NULL, url = NULL"_s);
    }

    /// The sessions that were created here; the sample shop has others.
    QJsonArray listed()
    {
        QJsonArray own;
        const Run all = run({u"session"_s, u"list"_s, u"--refresh"_s, u"--account"_s, u"Shop"_s, u"--json"_s});
        for (const QJsonValue &row : all.json().array()) {
            if (!row[u"intent"].isNull())
                own << row;
        }
        return own;
    }
    static QByteArray draft(const QString &order = u"usual"_s)
    {
        QByteArray asked = R"({"tilldeck_draft": 1, "line_items": [{"price_id": "price_premium", "quantity": 1}],
            "custom_fields": {"order": "ORDER"}})";
        return asked.replace("ORDER", order.toUtf8());
    }
    static QStringList create()
    {
        return {u"session"_s, u"create"_s, u"--account"_s, u"Shop"_s, u"--from"_s, u"-"_s, u"--json"_s};
    }
    Run run(const QStringList &arguments, const QByteArray &input = {})
    {
        return runCli(m_data->path(), arguments, input, m_key);
    }

    QTemporaryDir m_folder;
    std::unique_ptr<QTemporaryDir> m_data;
    Home m_home; ///< For programs that this process serves.
    std::unique_ptr<SandboxProcess> m_sandbox;
    QString m_key;
};

TILLDECK_TEST(CliCreationsTest)

} // namespace cli_creations_test

#include "tst_cli_creations.moc"
