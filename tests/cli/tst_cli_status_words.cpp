// SPDX-License-Identifier: GPL-3.0-or-later
// What a command prints as a status, its --status takes.
#include "programs.h"
#include "support/runner.h"

#include <QRegularExpression>
#include <QSet>
#include <QSqlDatabase>
#include <QSqlQuery>

namespace cli_status_words_test {

using namespace Qt::StringLiterals;
using namespace tilldeck::cli::test;

class CliStatusWordsTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        m_sandbox = std::make_unique<SandboxProcess>(m_folder.filePath(u"sandbox"_s), u"a token for the faults"_s);
        for (const QString &provider : m_providers) {
            const QJsonObject account = m_sandbox->account(provider);
            QVERIFY(!account.isEmpty());
            m_keys.insert(provider, account[u"key"].toString());
            QStringList add{u"account"_s,
                            u"add"_s,
                            provider,
                            u"--provider"_s,
                            provider,
                            u"--base-url"_s,
                            account[u"base_url"].toString()};
            if (!account[u"account_id"].toString().isEmpty())
                add << u"--account-id"_s << account[u"account_id"].toString();
            QCOMPARE(runCli(data(), add, {}, m_keys.value(provider)).exitCode, 0);
        }
    }
    void cleanupTestCase() { m_sandbox.reset(); }

    void everyPrintedStatusIsTakenAndFindsItsRows_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::newRow("payments") << u"transaction"_s;
        QTest::newRow("sessions") << u"session"_s;
    }
    void everyPrintedStatusIsTakenAndFindsItsRows()
    {
        QFETCH(const QString, kind);
        QSet<QString> seen;
        for (const QString &provider : m_providers) {
            QHash<QString, QSet<QString>> idsOf;
            const Run all = list(provider, kind, {});
            QCOMPARE(all.exitCode, 0);
            for (const QJsonValue &row : all.json().array())
                idsOf[row[u"status"].toString()] << row[u"id"].toString();
            QVERIFY2(kind == u"session"_s || !idsOf.isEmpty(), qPrintable(provider));
            for (auto [status, ids] : idsOf.asKeyValueRange()) {
                seen << status;
                const Run some = list(provider, kind, status);
                QVERIFY2(some.exitCode == 0, some.err.constData());
                QSet<QString> found;
                for (const QJsonValue &row : some.json().array())
                    found << row[u"id"].toString();
                QCOMPARE(found, ids);
            }
        }
        if (kind == u"transaction"_s)
            QVERIFY2(seen.contains(u"partially_refunded"_s), qPrintable(QStringList(seen.values()).join(u' ')));
    }

    void whatIsOverHasExpiredAndDoesNotExpire()
    {
        const QString provider = u"paymentkit"_s;
        for (const auto &[status, says] : {std::pair(u"expired"_s, "Expired:  "), std::pair(u"open"_s, "Expires:  ")}) {
            const QJsonArray rows = list(provider, u"session"_s, status).json().array();
            QVERIFY2(!rows.isEmpty(), qPrintable(status));
            const QStringList show{u"session"_s, u"show"_s, rows[0][u"id"].toString(), u"--account"_s, provider};
            const Run shown = runCli(data(), show, {}, m_keys.value(provider));
            QVERIFY2(shown.out.contains(says), shown.out.constData());
            QCOMPARE(shown.out.count("Expire"),
                     1 + (status == u"expired"_s ? shown.out.count("Status:        Expired") : 0));
        }
    }

    void everyWordOfTheHelpIsTaken_data() { everyPrintedStatusIsTakenAndFindsItsRows_data(); }
    void everyWordOfTheHelpIsTaken()
    {
        QFETCH(const QString, kind);
        const QByteArray help = runCli(data(), {kind, u"list"_s, u"--help"_s}, {}, {}).out;
        static const QRegularExpression listed(u"\\{(all,[a-z_,]+)\\}"_s);
        const auto match = listed.match(QString::fromUtf8(help).remove(QRegularExpression(u"\\n\\s+"_s)));
        QVERIFY2(match.hasMatch(), help.constData());
        const QStringList words = match.captured(1).split(u',');
        QVERIFY(words.size() >= 7);
        QVERIFY(!words.contains(u"partly_refunded"_s));
        for (const QString &word : words)
            QVERIFY2(list(u"khaime"_s, kind, word).exitCode == 0, qPrintable(word));
        QCOMPARE(list(u"khaime"_s, kind, u"paied"_s).exitCode, 2);
    }

    void theEarlierWordForPartlyRefundedIsTakenToo()
    {
        const Run now = list(u"khaime"_s, u"transaction"_s, u"partially_refunded"_s);
        const Run earlier = list(u"khaime"_s, u"transaction"_s, u"partly_refunded"_s);
        QCOMPARE(earlier.exitCode, 0);
        QVERIFY(!now.json().array().isEmpty());
        QCOMPARE(earlier.out, now.out);
    }

    void whatIsUnknownIsListedAsUnknown()
    {
        QVERIFY(m_sandbox->arm(R"({"operation": "createCheckoutSession", "fault": "drop", "at": "after_commit"})"));
        const Run creation = runCli(
            data(), {u"session"_s, u"create"_s, u"--account"_s, u"paymentkit"_s, u"--from"_s, u"-"_s, u"--json"_s},
            R"({"tilldeck_draft": 1, "customer": {"id": "cus_abc123"}, )"
            R"("line_items": [{"price_id": "price_premium", "quantity": 1}], )"
            R"("success_url": "https://example.com/thanks", )"
            R"("return_url": "https://example.com/plans"})",
            m_keys.value(u"paymentkit"_s));
        QVERIFY2(creation.exitCode == 3, creation.err.constData());
        const QString paid = list(u"khaime"_s, u"transaction"_s, u"succeeded"_s).json()[0][u"id"].toString();
        QVERIFY(m_sandbox->arm(R"({"provider": "khaime", "operation": "createRefund", "fault": "drop", )"
                               R"("at": "after_commit"})"));
        const Run refund = runCli(data(),
                                  {u"transaction"_s, u"refund"_s, paid, u"--amount"_s, u"1"_s, u"--yes"_s,
                                   u"--account"_s, u"khaime"_s, u"--json"_s},
                                  {}, m_keys.value(u"khaime"_s));
        QVERIFY2(refund.exitCode == 3, refund.err.constData());

        for (const QString &word : {u"unknown"_s, u"outcome_unknown"_s}) {
            const QJsonDocument sessions = list(u"paymentkit"_s, u"session"_s, word).json();
            QCOMPARE(sessions.array().size(), 1);
            QCOMPARE(sessions[0][u"intent"].toString(), creation.json()[u"intent"].toString());
            QCOMPARE(sessions[0][u"status"].toString(), u"outcome_unknown"_s);
            const QJsonDocument refunds = list(u"khaime"_s, u"transaction"_s, word).json();
            QCOMPARE(refunds.array().size(), 1);
            QCOMPARE(refunds[0][u"id"].toString(), refund.json()[u"intent"].toString());
            QCOMPARE(refunds[0][u"status"].toString(), u"outcome_unknown"_s);
            QCOMPARE(refunds[0][u"transaction_id"].toString(), paid);
            const Run inWords = runCli(data(),
                                       {u"transaction"_s, u"list"_s, u"--refresh"_s, u"--account"_s, u"khaime"_s,
                                        u"--status"_s, word, u"--since"_s, u"2020-01-01"_s, u"--search"_s, paid},
                                       {}, m_keys.value(u"khaime"_s));
            QVERIFY2(inWords.out.contains("outcome_unknown") && inWords.out.contains("refund of " + paid.toUtf8()),
                     inWords.out.constData());
        }
        // A list of payments that are known holds none of them.
        for (const QJsonValue &row : list(u"khaime"_s, u"transaction"_s, {}).json().array())
            QVERIFY(row[u"kind"].isUndefined());
    }

    void anOddWordOfTheProviderStandsBesideAFinalStatus()
    {
        const QJsonDocument open = list(u"paymentkit"_s, u"session"_s, u"expired"_s).json();
        QVERIFY(!open.array().isEmpty());
        const QString id = open[0][u"id"].toString();
        {
            QSqlDatabase ledger = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"odd"_s);
            ledger.setDatabaseName(data() + u"/ledger.sqlite"_s);
            QVERIFY(ledger.open());
            QSqlQuery query(ledger);
            query.prepare(u"UPDATE session SET raw_status = 'disputed' WHERE session_id = ?"_s);
            query.addBindValue(id);
            QVERIFY(query.exec());
            QCOMPARE(query.numRowsAffected(), 1);
        }
        QSqlDatabase::removeDatabase(u"odd"_s);
        // From here on: what this computer knows.
        m_sandbox.reset();
        const Run shown = runCli(
            data(),
            {u"session"_s, u"list"_s, u"--refresh"_s, u"--account"_s, u"paymentkit"_s, u"--status"_s, u"expired"_s}, {},
            m_keys.value(u"paymentkit"_s));
        QVERIFY2(shown.out.contains("the provider says \"disputed\""), shown.out.constData());
    }

private:
    QString data() const { return m_folder.filePath(u"data"_s); }
    Run list(const QString &provider, const QString &kind, const QString &status)
    {
        QStringList arguments{kind,     u"list"_s,   u"--refresh"_s, u"--account"_s,
                              provider, u"--json"_s, u"--limit"_s,   u"1000"_s};
        if (!status.isEmpty())
            arguments << u"--status"_s << status;
        return runCli(data(), arguments, {}, m_keys.value(provider));
    }

    QTemporaryDir m_folder;
    QStringList m_providers{u"paymentkit"_s, u"khaime"_s, u"ikawaari"_s};
    std::unique_ptr<SandboxProcess> m_sandbox;
    QHash<QString, QString> m_keys;
};

TILLDECK_TEST(CliStatusWordsTest)

} // namespace cli_status_words_test

#include "tst_cli_status_words.moc"
