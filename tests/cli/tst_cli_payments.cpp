// SPDX-License-Identifier: GPL-3.0-or-later
// The command line refunds, exports, writes promotion codes and tracks sessions, on the sandbox.
#include "programs.h"
#include "support/outside_sql.h"
#include "support/runner.h"

#include <QRegularExpression>
#include <QSqlDatabase>
#include <QSqlQuery>

namespace cli_payments_test {

using namespace Qt::StringLiterals;
using namespace tilldeck::cli::test;

class CliPaymentsTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        m_sandbox = std::make_unique<SandboxProcess>(m_folder.filePath(u"sandbox"_s));
        for (const QString &provider : {u"khaime"_s, u"paymentkit"_s}) {
            const QJsonObject account = m_sandbox->account(provider);
            QVERIFY(!account.isEmpty());
            m_keys.insert(provider, account[u"key"].toString());
            const Run added = run(provider,
                                  QStringList{u"account"_s, u"add"_s, provider, u"--provider"_s, provider,
                                              u"--base-url"_s, account[u"base_url"].toString()} +
                                      (!account[u"account_id"].toString().isEmpty()
                                           ? QStringList{u"--account-id"_s, account[u"account_id"].toString()}
                                           : QStringList()),
                                  false);
            QCOMPARE(added.exitCode, 0);
        }
    }
    void cleanupTestCase() { m_sandbox.reset(); }

    void aPaymentIsRefundedInPartTwiceAndNeverBeyondWhatIsLeft()
    {
        const QJsonArray paid =
            run(u"khaime"_s, {u"transaction"_s, u"list"_s, u"--refresh"_s, u"--status"_s, u"succeeded"_s})
                .json()
                .array();
        QVERIFY(!paid.isEmpty());
        const QString id = paid[0][u"id"].toString();
        const auto left = [&] {
            return run(u"khaime"_s, {u"transaction"_s, u"show"_s, id}).json()[u"refundable_amount"].toInteger();
        };
        const qint64 all = left();
        QCOMPARE(all, paid[0][u"amount"].toInteger());
        const QStringList refund{u"transaction"_s, u"refund"_s, id};

        const Run refused = run(u"khaime"_s, refund + QStringList{u"--full"_s}, true, "no\n");
        QCOMPARE(refused.exitCode, 1);
        QVERIFY(refused.err.contains("Nothing was sent."));
        QCOMPARE(left(), all);

        const Run part = run(u"khaime"_s, refund + QStringList{u"--amount"_s, u"1"_s}, true, "yes\n");
        QVERIFY2(part.exitCode == 0, part.err.constData());
        QCOMPARE(part.json()[u"outcome"].toString(), u"pending"_s);
        QCOMPARE(part.json()[u"status"].toString(), u"processing"_s);
        QVERIFY(!part.json()[u"refund_id"].toString().isEmpty());
        const qint64 given = part.json()[u"amount"].toInteger();
        QVERIFY(given > 0);
        QCOMPARE(left(), all - given);

        const QJsonArray pending =
            run(u"khaime"_s, {u"transaction"_s, u"show"_s, id}).json()[u"pending_refunds"].toArray();
        QCOMPARE(pending.size(), 1);
        QCOMPARE(pending[0][u"amount"].toInteger(), given);
        const Run inWords =
            runCli(m_folder.filePath(u"data"_s), {u"transaction"_s, u"show"_s, id, u"--account"_s, u"khaime"_s}, {},
                   m_keys.value(u"khaime"_s));
        QVERIFY2(inWords.out.contains("Khaime says “processing”"), inWords.out.constData());
        const Run tooMuch = run(u"khaime"_s, refund + QStringList{u"--yes"_s, u"--amount"_s, u"99999999"_s});
        QCOMPARE(tooMuch.exitCode, 1);
        QCOMPARE(tooMuch.json()[u"error"][u"kind"].toString(), u"invalid"_s);
        const Run rest = run(u"khaime"_s, refund + QStringList{u"--yes"_s, u"--full"_s});
        QVERIFY2(rest.exitCode == 0, rest.err.constData());
        QCOMPARE(rest.json()[u"amount"].toInteger(), all - given);
        QCOMPARE(left(), 0);
        for (const QStringList &asked : {QStringList{u"--yes"_s, u"--full"_s}, QStringList{u"--full"_s},
                                         QStringList{u"--yes"_s, u"--amount"_s, u"1"_s}}) {
            const Run nothing = run(u"khaime"_s, refund + asked, true, "yes\n");
            QCOMPARE(nothing.exitCode, 1);
            QCOMPARE(nothing.json()[u"error"][u"kind"].toString(), u"invalid"_s);
            QVERIFY2(nothing.err.contains("Nothing of this payment can be given back"), nothing.err.constData());
            QVERIFY2(!nothing.err.contains("above zero"), nothing.err.constData());
        }
        QCOMPARE(run(u"khaime"_s, {u"transaction"_s, u"refund"_s, u"txn_nobody"_s, u"--yes"_s, u"--full"_s}).exitCode,
                 1);
    }

    void aRefundWithoutAPlainAmountGivesNothingBack_data()
    {
        QTest::addColumn<QStringList>("how");
        QTest::addColumn<QByteArray>("says");
        QTest::newRow("an unset variable in quotes") << QStringList{u"--amount"_s, QString()} << "empty"_ba;
        QTest::newRow("an unset variable without quotes") << QStringList{u"--amount"_s} << "--amount"_ba;
        QTest::newRow("an unset variable behind =") << QStringList{u"--amount="_s} << "--amount"_ba;
        QTest::newRow("a blank") << QStringList{u"--amount"_s, u" "_s} << "empty"_ba;
        QTest::newRow("an empty reason") << QStringList{u"--full"_s, u"--reason"_s, QString()} << "--reason"_ba;
        QTest::newRow("neither amount nor --full") << QStringList{} << "--full"_ba;
        QTest::newRow("both") << QStringList{u"--full"_s, u"--amount"_s, u"1"_s} << "--full"_ba;
        for (const char *amount : {"1e2", "1E2", "12,50", "12 50", "0x10", "+1", "-1", "1.", ".5", "1.5.0", "inf",
                                   "1_000", "1 QQQ", "١٢٫٥٠"})
            QTest::newRow(amount) << QStringList{u"--amount"_s, QString::fromUtf8(amount)} << "not an amount. Write"_ba;
        QTest::newRow("in another currency") << QStringList{u"--amount"_s, u"1 NGN"_s} << "another currency"_ba;
        QTest::newRow("a thousand to some") << QStringList{u"--amount"_s, u"1.000"_s} << "decimal"_ba;
    }
    void aRefundWithoutAPlainAmountGivesNothingBack()
    {
        QFETCH(const QStringList, how);
        QFETCH(const QByteArray, says);
        const QStringList list{u"transaction"_s, u"list"_s, u"--refresh"_s, u"--status"_s, u"succeeded"_s};
        const QJsonArray paid = run(u"paymentkit"_s, list).json().array();
        QVERIFY(!paid.isEmpty());
        const Run ended = run(u"paymentkit"_s, QStringList{u"transaction"_s, u"refund"_s, paid[0][u"id"].toString()} +
                                                   how + QStringList{u"--yes"_s});
        // The currency is known once the payment is.
        QVERIFY2(ended.exitCode == (says == "decimal" || says == "another currency" ? 1 : 2), ended.out + ended.err);
        QVERIFY2(ended.err.contains(says), ended.err);
        QCOMPARE(run(u"paymentkit"_s, list).json().array(), paid);
    }

    void anEmptyValueIsAUsageErrorInEveryCommand()
    {
        const auto plain = [this](const QStringList &arguments) {
            return runCli(m_folder.filePath(u"data"_s), arguments, {}, {});
        };
        static const QRegularExpression entry(u"^  ([a-z][a-z-]*) "_s, QRegularExpression::MultilineOption);
        static const QRegularExpression option(u"(--[a-z-]+) (?:TEXT|INT)"_s);
        const auto commandsOf = [&](const QStringList &group) {
            const QString help = QString::fromUtf8(plain(group + QStringList{u"--help"_s}).out);
            QStringList names;
            for (const auto &match :
                 entry.globalMatch(help.sliced(std::max(qsizetype(0), help.indexOf(u"Subcommands:"_s)))))
                names << match.captured(1);
            return names;
        };
        QList<QStringList> commands;
        for (const QString &group : commandsOf({})) {
            const QStringList below = group == u"preview"_s ? QStringList() : commandsOf({group});
            if (below.isEmpty())
                commands << QStringList{group};
            for (const QString &name : below)
                commands << QStringList{group, name};
        }
        QVERIFY(commands.contains(QStringList({u"transaction"_s, u"refund"_s})));
        int tried = 0;
        for (const QStringList &command : commands) {
            const QString help = QString::fromUtf8(plain(command + QStringList{u"--help"_s}).out);
            for (const auto &match : option.globalMatch(help)) {
                for (const QStringList &how : {QStringList{match.captured(1), QString()}, {match.captured(1) + u'='}}) {
                    const Run ended = plain(command + how);
                    QVERIFY2(ended.exitCode == 2, qPrintable((command + how).join(u' ')));
                    QVERIFY2(ended.err.contains(match.captured(1).toUtf8() + ": has an empty value"), ended.err);
                    ++tried;
                }
            }
        }
        QVERIFY2(tried > 80, QByteArray::number(tried));
        QCOMPARE(plain({u"transaction"_s, u"show"_s, QString(), u"--account"_s, u"khaime"_s}).exitCode, 2);
        QCOMPARE(plain({u"transaction"_s, u"show"_s, u"txn_1"_s, u"--account"_s, u"--json"_s}).exitCode, 2);
    }

    void theSameRefundIsNotSentAgainSilentlyWhileTheFirstIsUnknown()
    {
        const QJsonArray paid =
            run(u"khaime"_s, {u"transaction"_s, u"list"_s, u"--refresh"_s, u"--status"_s, u"succeeded"_s})
                .json()
                .array();
        QVERIFY(!paid.isEmpty());
        const QString id = paid[0][u"id"].toString();
        const auto left = [&] {
            return run(u"khaime"_s, {u"transaction"_s, u"show"_s, id}).json()[u"refundable_amount"].toInteger();
        };
        const QStringList refund{u"transaction"_s, u"refund"_s, id, u"--amount"_s, u"1"_s};
        const Run first = run(u"khaime"_s, refund + QStringList{u"--yes"_s});
        QVERIFY2(first.exitCode == 0, first.err.constData());
        const QString intent = first.json()[u"intent"].toString();
        loseOutcome(intent);
        const qint64 before = left();

        const Run silently = run(u"khaime"_s, refund + QStringList{u"--yes"_s});
        QCOMPARE(silently.exitCode, 6);
        QCOMPARE(silently.json()[u"error"][u"kind"].toString(), u"repeated"_s);
        QCOMPARE(silently.json()[u"earlier"][u"intent"].toString(), intent);
        QCOMPARE(silently.json()[u"earlier"][u"state"].toString(), u"outcome_unknown"_s);
        QVERIFY2(silently.err.contains(intent.toUtf8()) && silently.err.contains("--again"), silently.err.constData());
        const Run declined = run(u"khaime"_s, refund, true, "yes\nyes\n");
        QCOMPARE(declined.exitCode, 6);
        QVERIFY2(declined.err.contains("paid twice"), declined.err.constData());
        QCOMPARE(left(), before);
        const Run meant = run(u"khaime"_s, refund, true, "yes\nagain\n");
        QVERIFY2(meant.exitCode == 0, meant.err.constData());
        const Run scripted = run(u"khaime"_s, refund + QStringList{u"--yes"_s, u"--again"_s});
        QVERIFY2(scripted.exitCode == 0, scripted.err.constData());
        QCOMPARE(left(), before - 2 * first.json()[u"amount"].toInteger());

        // The merchant may know that the lost one was made; its amount is not offered again.
        const QStringList resolve{u"transaction"_s, u"resolve"_s, intent, u"--refunded"_s};
        QCOMPARE(run(u"khaime"_s, resolve + QStringList{u"--not-refunded"_s}).exitCode, 2);
        QCOMPARE(run(u"paymentkit"_s, resolve).exitCode, 1); // it is of another account
        const Run decided = run(u"khaime"_s, resolve);
        QVERIFY2(decided.exitCode == 0, decided.err.constData());
        QVERIFY(run(u"khaime"_s, {u"transaction"_s, u"show"_s, id}).json()[u"unknown_refunds"].toArray().isEmpty());
        // All three are in the provider's figures; while the first was unknown, it counted beside them.
        QCOMPARE(left(), before - first.json()[u"amount"].toInteger());
    }

    void aRefundThatCannotBeKeptEndsWith3AndIsNotSentAgain()
    {
        const QJsonArray paid =
            run(u"khaime"_s, {u"transaction"_s, u"list"_s, u"--refresh"_s, u"--status"_s, u"succeeded"_s})
                .json()
                .array();
        QVERIFY(!paid.isEmpty());
        const QString id = paid[0][u"id"].toString();
        const QStringList refund{u"transaction"_s, u"refund"_s, id, u"--amount"_s, u"2"_s, u"--yes"_s};
        const tilldeck::test::Refusing refusing(m_folder.filePath(u"data/journal.sqlite"_s), u"UPDATE ON intent"_s);
        const Run made = run(u"khaime"_s, refund);
        refusing.end();
        QVERIFY2(made.exitCode == 3, made.err.constData());
        QCOMPARE(made.json()[u"kept"], QJsonValue(false));
        QCOMPARE(made.json()[u"outcome"].toString(), u"pending"_s);
        QCOMPARE(made.json()[u"error"][u"kind"].toString(), u"storage"_s);
        QVERIFY2(made.err.contains("Do not refund it again") && !made.err.contains("ry again"), made.err.constData());

        const QJsonArray unknown =
            run(u"khaime"_s, {u"transaction"_s, u"show"_s, id}).json()[u"unknown_refunds"].toArray();
        QCOMPARE(unknown.size(), 1);
        QCOMPARE(unknown[0][u"intent"].toString(), made.json()[u"intent"].toString());
        QCOMPARE(run(u"khaime"_s, refund).exitCode, 6);
        const QJsonDocument shown = run(u"khaime"_s, {u"transaction"_s, u"show"_s, id}).json();
        QCOMPARE(shown[u"status"].toString(), u"refund_unknown"_s);
        QCOMPARE(shown[u"refunded_amount"].toInteger(), 0);
        QCOMPARE(shown[u"refund_unknown_amount"].toInteger(), made.json()[u"amount"].toInteger());
    }

    void whatATotalLeavesOpenIsSaidWithItsRisk()
    {
        const QJsonArray paid =
            run(u"khaime"_s, {u"transaction"_s, u"list"_s, u"--refresh"_s, u"--status"_s, u"succeeded"_s})
                .json()
                .array();
        QVERIFY(!paid.isEmpty());
        const Run made = run(
            u"khaime"_s, {u"transaction"_s, u"refund"_s, paid[0][u"id"].toString(), u"--amount"_s, u"3"_s, u"--yes"_s});
        QVERIFY2(made.exitCode == 0, made.err.constData());
        const QStringList resolve{u"transaction"_s, u"resolve"_s, made.json()[u"intent"].toString()};
        const Run asked = run(u"khaime"_s, resolve);
        QCOMPARE(asked.exitCode, 0);
        QCOMPARE(asked.json()[u"outcome"].toString(), u"pending"_s);
        QVERIFY2(asked.err.contains("does not say whether the customer has the money"), asked.err.constData());
        const Run inWords = runCli(m_folder.filePath(u"data"_s), resolve + QStringList{u"--account"_s, u"khaime"_s}, {},
                                   m_keys.value(u"khaime"_s));
        QVERIFY2(inWords.out.contains("--not-refunded") && inWords.out.contains("paid twice"), inWords.out.constData());
    }

    void filteredPaymentsAreExportedAsCsv()
    {
        const QStringList filter{u"--status"_s, u"failed"_s, u"--zone"_s, u"Europe/Berlin"_s};
        const QJsonArray rows =
            run(u"paymentkit"_s, QStringList{u"transaction"_s, u"list"_s, u"--refresh"_s} + filter).json().array();
        const Run csv = run(u"paymentkit"_s, QStringList{u"transaction"_s, u"export"_s, u"--refresh"_s} + filter);
        QCOMPARE(csv.exitCode, 0);
        QVERIFY2(csv.out.startsWith("Time (Europe/Berlin),Status,Amount,Currency,"), csv.out.left(80).constData());
        QCOMPARE(csv.out.count("\r\n"), rows.size() + 1);
        const QString file = m_folder.filePath(u"out.csv"_s);
        const Run written =
            run(u"paymentkit"_s, QStringList{u"transaction"_s, u"export"_s, u"--refresh"_s, u"--out"_s, file} + filter);
        QCOMPARE(written.json()[u"rows"].toInteger(), rows.size());
        QFile out(file);
        QVERIFY(out.open(QIODevice::ReadOnly));
        QCOMPARE(out.readAll(), csv.out);
        QCOMPARE(
            run(u"paymentkit"_s, {u"transaction"_s, u"list"_s, u"--refresh"_s, u"--since"_s, u"yesterday"_s}).exitCode,
            1);
    }

    void promotionCodesAreCreatedListedAndDeactivated()
    {
        const Run made = run(u"paymentkit"_s, {u"promotion"_s, u"create"_s, u"CLI-####"_s, u"--coupon"_s,
                                               u"coupon_dev_abc123"_s, u"--count"_s, u"3"_s});
        QVERIFY2(made.exitCode == 0, made.err.constData());
        const QJsonArray codes = made.json().array();
        QCOMPARE(codes.size(), 3);
        const QString code = codes[1][u"code"].toString();
        const auto listed = [&]() -> QJsonObject {
            for (const QJsonValue &row : run(u"paymentkit"_s, {u"promotion"_s, u"list"_s}).json().array()) {
                if (row[u"code"].toString() == code)
                    return row.toObject();
            }
            return {};
        };
        QVERIFY(listed()[u"active"].toBool());
        const Run off = run(u"paymentkit"_s, {u"promotion"_s, u"deactivate"_s, code});
        QVERIFY2(off.exitCode == 0, off.err.constData());
        QCOMPARE(listed()[u"active"].toBool(true), false);
        QCOMPARE(run(u"paymentkit"_s, {u"promotion"_s, u"deactivate"_s, u"NOBODY"_s}).exitCode, 1);
        QCOMPARE(run(u"paymentkit"_s, {u"promotion"_s, u"create"_s, u"CLI-#"_s, u"--coupon"_s, u"coupon_dev_abc123"_s,
                                       u"--count"_s, u"100"_s})
                     .exitCode,
                 1);
    }

    void aPromotionCodeIsListedAsTheWindowShowsIt()
    {
        const Run once = run(u"paymentkit"_s, {u"promotion"_s, u"create"_s, u"CLI-OVER"_s, u"--coupon"_s,
                                               u"coupon_dev_abc123"_s, u"--expires"_s, u"2099-01-01T00:00:00Z"_s});
        QVERIFY2(once.exitCode == 0, once.err.constData());
        QHash<QString, QJsonValue> codes;
        for (const QJsonValue &row : run(u"paymentkit"_s, {u"promotion"_s, u"list"_s}).json().array())
            codes.insert(row[u"code"].toString(), row);
        QCOMPARE(codes[u"CLI-OVER"_s][u"status"].toString(), u"active"_s);
        QCOMPARE(codes[u"AUTUMN10"_s][u"status"].toString(), u"expired"_s);
        const Run text =
            runCli(m_folder.filePath(u"data"_s), {u"promotion"_s, u"list"_s, u"--account"_s, u"paymentkit"_s}, {},
                   m_keys.value(u"paymentkit"_s));
        for (const QByteArray &line : text.out.split('\n')) {
            if (line.startsWith("AUTUMN10"))
                QVERIFY2(line.contains("expired") && !line.contains("active"), line.constData());
        }
    }

    void anAccountOfTheSandboxHasItsMode()
    {
        const QJsonArray accounts =
            runCli(m_folder.filePath(u"data"_s), {u"account"_s, u"list"_s, u"--json"_s}, {}, {}).json().array();
        QCOMPARE(accounts.size(), 2);
        for (const QJsonValue &account : accounts)
            QVERIFY2(account[u"mode"].toString() == u"sandbox"_s, qPrintable(account[u"name"].toString()));
    }

    void anIdThatIsNoIntentIsRefusedNotUnknown_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("creation") << QStringList{u"session"_s, u"resolve"_s};
        QTest::newRow("creation, by the earlier name") << QStringList{u"session"_s, u"settle"_s};
        QTest::newRow("not created") << QStringList{u"session"_s, u"resolve"_s, u"--not-created"_s};
        QTest::newRow("refund") << QStringList{u"transaction"_s, u"resolve"_s};
        QTest::newRow("refund, by the earlier name") << QStringList{u"transaction"_s, u"settle"_s};
        QTest::newRow("not refunded") << QStringList{u"transaction"_s, u"resolve"_s, u"--not-refunded"_s};
    }
    void anIdThatIsNoIntentIsRefusedNotUnknown()
    {
        QFETCH(const QStringList, arguments);
        const Run ended = run(u"khaime"_s, arguments + QStringList{u"nobody"_s});
        QVERIFY2(ended.exitCode == 1, ended.err.constData());
        QCOMPARE(ended.json()[u"error"][u"kind"].toString(), u"not_found"_s);
        QVERIFY2(ended.err.contains("Copy the ID"), ended.err.constData());
        const Run help = runCli(m_folder.filePath(u"data"_s), {arguments.front(), u"--help"_s}, {}, {});
        QVERIFY2(help.out.contains("resolve") && !help.out.contains("settle"), help.out.constData());
    }

    void aSessionOfAnUnknownHostIsNotTracked()
    {
        const Run tracked = run(u"paymentkit"_s, {u"session"_s, u"track"_s, u"https://evil.example/c/sec_1"_s});
        QCOMPARE(tracked.exitCode, 1);
        QVERIFY(tracked.err.contains("evil.example"));
    }

private:
    Run run(const QString &provider, QStringList arguments, bool withAccount = true, const QByteArray &input = {})
    {
        if (withAccount)
            arguments << u"--account"_s << provider;
        return runCli(m_folder.filePath(u"data"_s), arguments << u"--json"_s, input, m_keys.value(provider));
    }

    /// Leaves the outcome of an intent unknown, as a lost answer does.
    void loseOutcome(const QString &intent) const
    {
        {
            QSqlDatabase journal = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"journal"_s);
            journal.setDatabaseName(m_folder.filePath(u"data/journal.sqlite"_s));
            QVERIFY(journal.open());
            QSqlQuery query(journal);
            query.prepare(u"UPDATE intent SET state = 'unknown' WHERE id = ?"_s);
            query.addBindValue(intent);
            QVERIFY(query.exec() && query.numRowsAffected() == 1);
        }
        QSqlDatabase::removeDatabase(u"journal"_s);
    }

    QTemporaryDir m_folder;
    std::unique_ptr<SandboxProcess> m_sandbox;
    QHash<QString, QString> m_keys;
};

TILLDECK_TEST(CliPaymentsTest)

} // namespace cli_payments_test

#include "tst_cli_payments.moc"
