// SPDX-License-Identifier: GPL-3.0-or-later
// The commands that the command line names for what to do next can be run as they stand.
#include "programs.h"
#include "support/runner.h"

#include <QRegularExpression>
#include <QSqlDatabase>
#include <QSqlQuery>

#include <algorithm>

namespace cli_hints_test {

using namespace Qt::StringLiterals;
using namespace tilldeck::cli::test;

class CliHintsTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        m_sandbox = std::make_unique<SandboxProcess>(m_folder.filePath(u"sandbox"_s), u"a token for the faults"_s);
        for (const QString &provider : {u"paymentkit"_s, u"khaime"_s, u"ikawaari"_s}) {
            const QJsonObject account = m_sandbox->account(provider);
            QFile key(keyFile(provider));
            QVERIFY(key.open(QIODevice::WriteOnly));
            key.write(account[u"key"].toString().toUtf8());
            key.close();
            QStringList add{u"account"_s,
                            u"add"_s,
                            nameAt(provider),
                            u"--provider"_s,
                            provider,
                            u"--base-url"_s,
                            account[u"base_url"].toString(),
                            u"--key-file"_s,
                            keyFile(provider)};
            if (!account[u"account_id"].toString().isEmpty())
                add << u"--account-id"_s << account[u"account_id"].toString();
            const Run added = runCli(data(), add, {}, {});
            QVERIFY2(added.exitCode == 0, added.err.constData());
        }
    }
    void cleanupTestCase() { m_sandbox.reset(); }

    void aCreationWithoutAnAnswer_data()
    {
        QTest::addColumn<QString>("provider");
        QTest::addColumn<QString>("operation");
        QTest::addColumn<QByteArray>("draft");
        QTest::addColumn<int>("hints"); // of the second try
        QTest::newRow("looked up") << u"paymentkit"_s << u"createCheckoutSession"_s
                                   << R"({"tilldeck_draft": 1, "customer": {"id": "cus_abc123"}, )"
                                      R"("line_items": [{"price_id": "price_premium", "quantity": 1}], )"
                                      R"("success_url": "https://example.com/thanks", )"
                                      R"("return_url": "https://example.com/plans"})"_ba
                                   << 1;
        QTest::newRow("sent again") << u"ikawaari"_s << u"createCheckoutSession"_s
                                    << R"({"tilldeck_draft": 1, "mode": "payment", )"
                                       R"("line_items": [{"name": "Basket", "amount": 7500, "currency": "XOF"}], )"
                                       R"("success_url": "https://example.com/thanks", )"
                                       R"("return_url": "https://example.com/plans"})"_ba
                                    << 2;
    }
    void aCreationWithoutAnAnswer()
    {
        QFETCH(const QString, provider);
        QFETCH(const QString, operation);
        QFETCH(const QByteArray, draft);
        QFETCH(const int, hints);
        QVERIFY(arm(provider, operation));
        const QStringList create{u"session"_s, u"create"_s, u"--from"_s, u"-"_s};
        const Run first = run(provider, create, draft);
        QVERIFY2(first.exitCode == 3, first.err.constData());
        const Run again = run(provider, create, draft);
        QVERIFY2(again.exitCode == 6, again.err.constData());
        QCOMPARE(commandsOf(again).size(), hints);
        // First what tells the URL.
        QCOMPARE(commandsOf(first).front().contains(u"--send-again"_s), hints == 2);
        QCOMPARE(commandsOf(again).front().contains(u"--send-again"_s), hints == 2);
        followed(first, 1);
        followed(again, hints);
    }

    void aRefundWithoutAnAnswer_data()
    {
        QTest::addColumn<QString>("provider");
        QTest::addColumn<int>("hints");
        QTest::newRow("looked up") << u"khaime"_s << 1;
        QTest::newRow("looked up, or sent again") << u"paymentkit"_s << 2;
    }
    void aRefundWithoutAnAnswer()
    {
        QFETCH(const QString, provider);
        QFETCH(const int, hints);
        const Run paid =
            run(provider, {u"transaction"_s, u"list"_s, u"--refresh"_s, u"--status"_s, u"succeeded"_s, u"--json"_s});
        const QString id = paid.json()[0][u"id"].toString();
        QVERIFY(arm(provider, u"createRefund"_s));
        const QStringList refund{u"transaction"_s, u"refund"_s, id, u"--amount"_s, u"1"_s, u"--yes"_s};
        const Run first = run(provider, refund);
        QVERIFY2(first.exitCode == 3, first.err.constData());
        const Run again = run(provider, refund);
        QVERIFY2(again.exitCode == 6, again.err.constData());
        const Run unfinished = run(provider, {u"transaction"_s, u"unfinished"_s});
        QCOMPARE(commandsOf(first).back().contains(u"--send-again"_s), hints == 2);
        followed(first, hints);
        followed(again, hints);
        followed(unfinished, 1);
    }

    void codesWithoutAnAnswer()
    {
        QVERIFY(arm(u"paymentkit"_s, u"updatePromotionCode"_s));
        const Run off = run(u"paymentkit"_s, {u"promotion"_s, u"deactivate"_s, u"SAVE20"_s});
        QVERIFY2(off.exitCode == 3, off.err.constData());
        followed(off, 1);
        followed(run(u"paymentkit"_s, {u"promotion"_s, u"unfinished"_s}), 1);
    }

    void whatIsMaskedSaysHowToSeeItWhole()
    {
        const QByteArray draft = R"({"tilldeck_draft": 1, "line_items": [{"price_id": "price_premium"}]})";
        const QStringList create{u"session"_s, u"create"_s, u"--from"_s, u"-"_s, u"--another"_s};
        const Run masked = run(u"paymentkit"_s, create, draft);
        QVERIFY2(masked.exitCode == 0 && masked.out.contains("\u2022"), (masked.out + masked.err).constData());
        QVERIFY2(commandsOf(masked).value(0).endsWith(u" --reveal"_s), masked.out.constData());
        followed(masked, 1, m_sandbox->account(u"paymentkit"_s)[u"key"].toString());
        QCOMPARE(commandsOf(run(u"paymentkit"_s, create + QStringList{u"--reveal"_s}, draft)), QStringList());
    }

    void aPaidSessionWasPaidAndExpiresNoMore()
    {
        const Run paid = run(u"paymentkit"_s, {u"session"_s, u"list"_s, u"--refresh"_s, u"--status"_s, u"completed"_s,
                                               u"--limit"_s, u"1"_s, u"--json"_s});
        const Run shown = run(u"paymentkit"_s, {u"session"_s, u"show"_s, paid.json()[0][u"id"].toString()});
        QVERIFY2(shown.out.contains("Customer paid: ") && !shown.out.contains("Customer pays"), shown.out.constData());
        QVERIFY2(!shown.out.contains("Expires"), shown.out.constData());
    }

    void theSmallDraftOfTheHelpCanBeCreated()
    {
        const QByteArray help = runCli(data(), {u"session"_s, u"create"_s, u"--help"_s}, {}, {}).out;
        const auto begin = help.indexOf('{'), end = help.lastIndexOf('}');
        QVERIFY2(begin > 0 && end > begin, help.constData());
        const Run sent = run(u"paymentkit"_s, {u"session"_s, u"create"_s, u"--from"_s, u"-"_s, u"--dry-run"_s},
                             help.mid(begin, end - begin + 1));
        QVERIFY2(sent.exitCode == 0 && sent.out.contains("SPRING20"), (sent.out + sent.err).constData());
    }

    void aWriteThatIsNotSentAgain()
    {
        QVERIFY(arm(u"paymentkit"_s, u"updatePromotionCode"_s));
        const Run off = run(u"paymentkit"_s, {u"promotion"_s, u"deactivate"_s, u"FRIENDS50"_s});
        QVERIFY2(off.exitCode == 3, off.err.constData());
        const QString id =
            run(u"paymentkit"_s, {u"promotion"_s, u"unfinished"_s, u"--json"_s}).json()[0][u"id"].toString();
        QVERIFY(!id.isEmpty());
        // Only the window makes one code or coupon alone.
        change(u"UPDATE intent SET kind = 'promotion_code' WHERE id = ?"_s, id);
        const Run again = run(u"paymentkit"_s, {u"promotion"_s, u"resolve"_s, id, u"--send-again"_s});
        QVERIFY2(again.exitCode == 1, again.err.constData());
        QVERIFY2(again.err.contains("no key under which this is made once"), again.err.constData());
        QVERIFY2(commandsOf(again).front().contains(u"promotion resolve "_s + id), again.err.constData());
        followed(again, 2);
    }

    void anAccountThatIsNotRemovedNamesWhatIsOpen()
    {
        const QString payment =
            run(u"khaime"_s, {u"transaction"_s, u"list"_s, u"--refresh"_s, u"--status"_s, u"succeeded"_s, u"--json"_s})
                .json()[1][u"id"]
                .toString();
        QVERIFY(arm(u"khaime"_s, u"createRefund"_s));
        const Run refund =
            run(u"khaime"_s, {u"transaction"_s, u"refund"_s, payment, u"--amount"_s, u"2"_s, u"--yes"_s});
        QVERIFY2(refund.exitCode == 3, refund.err.constData());
        const Run kept = runCli(data(), {u"account"_s, u"remove"_s, nameAt(u"khaime"_s)}, {}, {});
        QVERIFY2(kept.exitCode == 1, kept.err.constData());
        const QStringList commands = commandsOf(kept);
        QVERIFY2(
            std::ranges::any_of(commands, [](const QString &each) { return each.contains(u"transaction resolve"_s); }),
            kept.err.constData());
        followed(kept, static_cast<int>(commands.size()), m_sandbox->account(u"khaime"_s)[u"key"].toString());
    }

    void theFirstAccount()
    {
        const QTemporaryDir empty;
        followed(runCli(empty.path(), {u"account"_s, u"list"_s}, {}, {}), 1);
        followed(runCli(empty.path(), {u"session"_s, u"list"_s, u"--refresh"_s, u"--account"_s, u"Till"_s}, {}, {}), 1);
    }

private:
    QString data() const { return m_folder.filePath(u"data"_s); }
    QString keyFile(const QString &provider) const { return m_folder.filePath(provider + u" key"_s); }
    /// A name that a shell would read otherwise.
    static QString nameAt(const QString &provider) { return u"Mara's \"$HOME\" `at` "_s + provider; }
    bool arm(const QString &provider, const QString &operation) const
    {
        return m_sandbox->arm(uR"({"provider": "%1", "operation": "%2", "fault": "drop", "at": "before_commit"})"_s
                                  .arg(provider, operation)
                                  .toUtf8());
    }
    void change(const QString &statement, const QString &id) const
    {
        {
            QSqlDatabase journal = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"hints"_s);
            journal.setDatabaseName(data() + u"/journal.sqlite"_s);
            QVERIFY(journal.open());
            QSqlQuery query(journal);
            QVERIFY(query.prepare(statement));
            query.addBindValue(id);
            QVERIFY(query.exec());
            QCOMPARE(query.numRowsAffected(), 1);
        }
        QSqlDatabase::removeDatabase(u"hints"_s);
    }
    /// Nothing but the file holds the key.
    Run run(const QString &provider, const QStringList &arguments, const QByteArray &input = {}) const
    {
        return runCli(data(),
                      arguments + QStringList{u"--account"_s, nameAt(provider), u"--key-file"_s, keyFile(provider)},
                      input, {});
    }
    static QStringList commandsOf(const Run &said)
    {
        static const QRegularExpression command(u"tilldeck-cli .*"_s);
        QStringList commands;
        for (const auto &match : command.globalMatch(QString::fromUtf8(said.err + said.out)))
            commands << match.captured();
        return commands;
    }
    /// Runs what @p said names, each to the end of its line, in a shell; with @p key where the command names no file.
    void followed(const Run &said, int expected, const QString &key = {}) const
    {
        const QStringList commands = commandsOf(said);
        QVERIFY2(commands.size() == expected, (said.err + said.out).constData());
        for (const QString &command : commands) {
            QProcess shell;
            QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
            environment.insert(u"TILLDECK_DATA_DIR"_s, data());
            environment.insert(u"PATH"_s, QStringLiteral(TILLDECK_BIN_DIR ":") + environment.value(u"PATH"_s));
            if (!key.isEmpty())
                environment.insert(u"TILLDECK_KEY"_s, key);
            shell.setProcessEnvironment(environment);
            shell.start(u"/bin/sh"_s, {u"-c"_s, command});
            shell.closeWriteChannel();
            QVERIFY(shell.waitForFinished(60000));
            const QByteArray err = shell.readAllStandardError();
            // Not known yet, or known by now; but understood, of this account, and with its key.
            QVERIFY2(shell.exitCode() == 0 || shell.exitCode() == 1 || shell.exitCode() == 3,
                     (command.toUtf8() + ": " + err).constData());
            QVERIFY2(!err.contains("no account") && !err.contains("no key") && !err.contains("with this ID"),
                     (command.toUtf8() + ": " + err).constData());
        }
    }

    QTemporaryDir m_folder;
    std::unique_ptr<SandboxProcess> m_sandbox;
};

TILLDECK_TEST(CliHintsTest)

} // namespace cli_hints_test

#include "tst_cli_hints.moc"
