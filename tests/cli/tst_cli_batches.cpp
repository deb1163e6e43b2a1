// SPDX-License-Identifier: GPL-3.0-or-later
// The command line is killed in the middle of many promotion codes, and goes on with them.
#include "programs.h"
#include "support/runner.h"

#include <algorithm>

namespace cli_batches_test {

using namespace Qt::StringLiterals;
using namespace tilldeck::cli::test;

class CliBatchesTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_sandbox = std::make_unique<SandboxProcess>(m_folder->filePath(u"sandbox"_s), u"a token of the test"_s);
        QVERIFY(!m_sandbox->ready.isEmpty());
        m_key = m_sandbox->account()[u"key"].toString();
        QCOMPARE(run({u"account"_s, u"add"_s, u"Shop"_s, u"--provider"_s, u"paymentkit"_s, u"--base-url"_s,
                      m_sandbox->account()[u"base_url"].toString(), u"--account-id"_s, u"acc_demo"_s})
                     .exitCode,
                 0);
    }
    void cleanup()
    {
        m_sandbox.reset();
        m_folder.reset();
    }

    void aKilledBatchIsGoneOnWithAndMakesEachCodeOnce()
    {
        constexpr int count = 30;
        constexpr int madeBefore = 12;
        // The next code is made, and its answer stays away.
        arm({{u"provider"_s, u"paymentkit"_s},
             {u"operation"_s, u"createPromotionCode"_s},
             {u"fault"_s, u"delay"_s},
             {u"at"_s, u"after_commit"_s},
             {u"ms"_s, 50000},
             {u"skip"_s, madeBefore}});
        QProcess process;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"TILLDECK_DATA_DIR"_s, data());
        environment.insert(u"TILLDECK_KEY"_s, m_key);
        process.setProcessEnvironment(environment);
        process.start(QStringLiteral(TILLDECK_BIN_DIR "/tilldeck-cli"),
                      {u"promotion"_s, u"create"_s, u"KILL-#####"_s, u"--coupon"_s, u"coupon_dev_abc123"_s,
                       u"--account"_s, u"Shop"_s, u"--count"_s, QString::number(count)});
        QVERIFY(process.waitForStarted());
        QTRY_COMPARE_WITH_TIMEOUT(codes().size(), madeBefore + 1, 30000);
        QCOMPARE(process.state(), QProcess::Running);
        process.kill();
        QVERIFY(process.waitForFinished(10000));
        QCOMPARE(process.exitStatus(), QProcess::CrashExit);

        const Run unfinished = on({u"promotion"_s, u"unfinished"_s});
        QCOMPARE(unfinished.exitCode, 0);
        const QJsonValue batch = unfinished.json()[0];
        QCOMPARE(batch[u"codes"].toInt(), count);
        QCOMPARE(batch[u"made"].toInt(), madeBefore);
        QCOMPARE(batch[u"outcome_unknown"].toInt(), 1);
        QCOMPARE(batch[u"not_sent"].toInt(), count - madeBefore - 1);
        // The unknown one keeps the account.
        QCOMPARE(run({u"account"_s, u"remove"_s, u"Shop"_s}).exitCode, 1);

        // The same pattern again is a question, which makes nothing.
        const QStringList again{u"promotion"_s,         u"create"_s,  u"KILL-#####"_s, u"--coupon"_s,
                                u"coupon_dev_abc123"_s, u"--count"_s, u"2"_s};
        const Run asked = on(again);
        QCOMPARE(asked.exitCode, 6);
        QCOMPARE(asked.json()[u"error"][u"kind"].toString(), u"repeated"_s);
        QCOMPARE(asked.json()[u"earlier"][u"id"].toString(), batch[u"id"].toString());
        QCOMPARE(asked.json()[u"earlier"][u"made"].toInt(), madeBefore);
        const Run said = runCli(data(), again + QStringList{u"--account"_s, u"Shop"_s}, {}, m_key);
        QVERIFY2(said.out.contains("tilldeck-cli promotion resume " + batch[u"id"].toString().toUtf8() +
                                   " --account \"Shop\"\n"),
                 said.out.constData());
        QVERIFY2(said.out.contains("--another"), said.out.constData());
        QCOMPARE(codes().size(), madeBefore + 1);

        const Run resumed = on({u"promotion"_s, u"resume"_s, batch[u"id"].toString()});
        QVERIFY2(resumed.exitCode == 0, resumed.err.constData());
        QCOMPARE(resumed.json().array().size(), count);
        for (const QJsonValue &code : resumed.json().array())
            QCOMPARE(code[u"result"].toString(), u"created"_s);
        QStringList made = codes();
        QCOMPARE(made.size(), count);
        QCOMPARE(made.removeDuplicates(), 0);
        QVERIFY(on({u"promotion"_s, u"unfinished"_s}).json().array().isEmpty());
        QCOMPARE(on(again).exitCode, 0);
        QCOMPARE(on({u"promotion"_s, u"resume"_s, u"nobody"_s}).exitCode, 1);
        QCOMPARE(run({u"account"_s, u"remove"_s, u"Shop"_s}).exitCode, 0);
    }

    void whatWasMadeInPartIsToldApartAndIsAQuestionAgain()
    {
        const auto refuse = [this](int skip, int count) {
            arm({{u"provider"_s, u"paymentkit"_s},
                 {u"operation"_s, u"createPromotionCode"_s},
                 {u"fault"_s, u"status"_s},
                 {u"status"_s, 422},
                 {u"at"_s, u"before_commit"_s},
                 {u"skip"_s, skip},
                 {u"count"_s, count}});
        };
        const auto create = [](const QString &pattern) {
            return QStringList{u"promotion"_s,         u"create"_s,  pattern, u"--coupon"_s,
                               u"coupon_dev_abc123"_s, u"--count"_s, u"3"_s};
        };
        refuse(1, 1);
        const Run partly = on(create(u"PART-#####"_s));
        QVERIFY2(partly.exitCode == 7, partly.err.constData());
        QCOMPARE(partly.json()[0][u"result"].toString(), u"created"_s);
        QCOMPARE(partly.json()[1][u"result"].toString(), u"refused"_s);
        QCOMPARE(codes(u"PART-"_s).size(), 2);
        const Run again = on(create(u"PART-#####"_s));
        QCOMPARE(again.exitCode, 6);
        QCOMPARE(again.json()[u"earlier"][u"made"].toInt(), 2);
        QVERIFY2(!again.out.contains("resume"), again.out.constData());
        QCOMPARE(codes(u"PART-"_s).size(), 2);
        refuse(0, 3);
        QCOMPARE(on(create(u"NONE-#####"_s)).exitCode, 1);
        QCOMPARE(on(create(u"NONE-#####"_s)).exitCode, 0);
        QCOMPARE(codes(u"NONE-"_s).size(), 3);
        // Made, and not printed.
        QProcess process;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"TILLDECK_DATA_DIR"_s, data());
        environment.insert(u"TILLDECK_KEY"_s, m_key);
        process.setProcessEnvironment(environment);
        process.setStandardOutputFile(u"/dev/full"_s);
        process.start(QStringLiteral(TILLDECK_BIN_DIR "/tilldeck-cli"),
                      create(u"FULL-#####"_s) + QStringList{u"--account"_s, u"Shop"_s});
        QVERIFY(process.waitForFinished(60000));
        QCOMPARE(process.exitCode(), 3);
        QCOMPARE(on(create(u"FULL-#####"_s)).exitCode, 6);
        QCOMPARE(on(create(u"FULL-#####"_s) + QStringList{u"--another"_s}).exitCode, 0);
        QCOMPARE(codes(u"FULL-"_s).size(), 6);
    }

    void aSwitchingOffWithoutAnAnswerIsLookedUp()
    {
        arm({{u"provider"_s, u"paymentkit"_s},
             {u"operation"_s, u"updatePromotionCode"_s},
             {u"fault"_s, u"drop"_s},
             {u"at"_s, u"before_commit"_s}});
        QCOMPARE(on({u"promotion"_s, u"deactivate"_s, u"SAVE20"_s}).exitCode, 3);
        const QJsonValue write = on({u"promotion"_s, u"unfinished"_s}).json()[0];
        QCOMPARE(write[u"kind"].toString(), u"deactivate_code"_s);
        const Run looked = on({u"promotion"_s, u"resolve"_s, write[u"id"].toString()});
        QCOMPARE(looked.exitCode, 1);
        QCOMPARE(looked.json()[u"outcome"].toString(), u"not_made"_s);
        QVERIFY(on({u"promotion"_s, u"unfinished"_s}).json().array().isEmpty());
        QCOMPARE(on({u"promotion"_s, u"deactivate"_s, u"SAVE20"_s}).exitCode, 0);
        QCOMPARE(on({u"promotion"_s, u"resolve"_s, u"nobody"_s}).exitCode, 1);
    }

    void whatALookUpLeavesOpenHasNextStepsThatCanBePasted()
    {
        // Lost, and then the list is not to be had either.
        arm({{u"provider"_s, u"paymentkit"_s},
             {u"operation"_s, u"updatePromotionCode"_s},
             {u"fault"_s, u"drop"_s},
             {u"at"_s, u"before_commit"_s}});
        QCOMPARE(on({u"promotion"_s, u"deactivate"_s, u"SAVE20"_s}).exitCode, 3);
        const QString id = on({u"promotion"_s, u"unfinished"_s}).json()[0][u"id"].toString();
        arm({{u"provider"_s, u"paymentkit"_s},
             {u"operation"_s, u"listPromotionCodes"_s},
             {u"fault"_s, u"drop"_s},
             {u"at"_s, u"before_commit"_s},
             {u"count"_s, 20}});
        const Run looked = runCli(data(), {u"promotion"_s, u"resolve"_s, id, u"--account"_s, u"Shop"_s}, {}, m_key);
        QCOMPARE(looked.exitCode, 3);
        const QByteArray command = "tilldeck-cli promotion resolve " + id.toUtf8() + " --account \"Shop\"";
        QVERIFY2(looked.out.contains(command + " --send-again\n") && looked.out.contains(command + " --not-made\n"),
                 looked.out.constData());
        QVERIFY2(looked.out.contains("customers can still use it"), looked.out.constData());
        QCOMPARE(on({u"promotion"_s, u"resolve"_s, id, u"--send-again"_s, u"--not-made"_s}).exitCode, 2);
        const Run again = on({u"promotion"_s, u"resolve"_s, id, u"--send-again"_s});
        QVERIFY2(again.exitCode == 0, again.err.constData());
        QVERIFY(on({u"promotion"_s, u"unfinished"_s}).json().array().isEmpty());
        QVERIFY(on({u"promotion"_s, u"resolve"_s, id, u"--send-again"_s}).exitCode != 0);
    }

    void aCodeWithTermsThatTheProviderAddedIsTheMerchantsDecision()
    {
        lose(u"createPromotionCode"_s);
        QCOMPARE(on({u"promotion"_s, u"create"_s, u"REWRITTEN"_s, u"--coupon"_s, u"coupon_dev_abc123"_s}).exitCode, 3);
        const QString batch = on({u"promotion"_s, u"unfinished"_s}).json()[0][u"id"].toString();
        const Run resumed = on({u"promotion"_s, u"resume"_s, batch});
        QCOMPARE(resumed.exitCode, 3);
        QVERIFY2(resumed.err.contains("promotion resume " + batch.toUtf8() + " --account \"Shop\" --is "),
                 resumed.err.constData());
        const QString id = QString::fromUtf8(resumed.err).section(u"--is "_s, 1).section(u'\n', 0, 0);
        QCOMPARE(on({u"promotion"_s, u"resume"_s, batch, u"--is"_s, u"another"_s}).exitCode, 1);
        QCOMPARE(on({u"promotion"_s, u"resume"_s, batch, u"--is"_s, id, u"--leave"_s}).exitCode, 2);
        const Run taken = on({u"promotion"_s, u"resume"_s, batch, u"--is"_s, id});
        QVERIFY2(taken.exitCode == 0, taken.err.constData());
        QVERIFY(on({u"promotion"_s, u"unfinished"_s}).json().array().isEmpty());
    }

    void aSessionThatTheProviderWritesInItsOwnWayIsNotMadeTwice()
    {
        lose(u"createCheckoutSession"_s);
        const QByteArray draft = R"({"tilldeck_draft": 1, "customer": {"id": "cus_abc123"},)"
                                 R"("line_items": [{"price_id": "price_premium", "quantity": 1}]})";
        const QStringList create{u"session"_s, u"create"_s, u"--account"_s, u"Shop"_s,
                                 u"--from"_s,  u"-"_s,      u"--json"_s};
        const Run created = runCli(data(), create, draft, m_key);
        QVERIFY2(created.exitCode == 3, created.err.constData());
        const QString intent = created.json()[u"intent"].toString();
        const Run looked = on({u"session"_s, u"resolve"_s, intent});
        QCOMPARE(looked.exitCode, 3);
        QCOMPARE(looked.json()[u"finding"].toString(), u"ambiguous"_s);
        QCOMPARE(looked.json()[u"sessions"].toArray().size(), 1);
        const QString id = looked.json()[u"sessions"][0][u"id"].toString();
        // One of another customer is taken on the merchant's word alone.
        const QJsonArray sessions = on({u"session"_s, u"list"_s, u"--refresh"_s}).json().array();
        const auto other = std::ranges::find_if(sessions, [&id](const QJsonValue &row) {
            return row[u"id"].isString() && row[u"id"].toString() != id && row[u"intent"].isNull();
        });
        const QString otherId = other == sessions.end() ? u"cs_sandbox_none"_s : (*other)[u"id"].toString();
        const QStringList resolve{u"session"_s, u"resolve"_s, intent, u"--is"_s};
        const Run doubted = on(resolve + QStringList{otherId});
        QVERIFY2(doubted.exitCode == 3, doubted.err.constData());
        QVERIFY2(doubted.err.contains("--without-proof"), doubted.err.constData());
        QCOMPARE(on({u"session"_s, u"resolve"_s, intent, u"--without-proof"_s}).exitCode, 2);
        const Run chosen = on(resolve + QStringList{id});
        QVERIFY2(chosen.exitCode == 0, chosen.err.constData());
        QCOMPARE(chosen.json()[u"id"].toString(), id);
    }

private:
    /// Loses the next answer to @p operation, and has the provider keep what is made as it writes it itself.
    void lose(const QString &operation)
    {
        arm({{u"provider"_s, u"paymentkit"_s},
             {u"operation"_s, operation},
             {u"fault"_s, u"drop"_s},
             {u"at"_s, u"after_commit"_s},
             {u"rewritten"_s, true}});
    }
    QString data() const { return m_folder->filePath(u"data"_s); }
    Run run(const QStringList &arguments) { return runCli(data(), arguments + QStringList{u"--json"_s}, {}, m_key); }
    Run on(const QStringList &arguments) { return run(arguments + QStringList{u"--account"_s, u"Shop"_s}); }

    /// Returns the codes of the test that exist at the sandbox.
    QStringList codes(const QString &beginning = u"KILL-"_s)
    {
        QStringList texts;
        for (const QJsonValue &code : on({u"promotion"_s, u"list"_s}).json().array()) {
            if (code[u"code"].toString().startsWith(beginning))
                texts << code[u"code"].toString();
        }
        return texts;
    }

    void arm(const QJsonObject &fault) { QVERIFY(m_sandbox->arm(QJsonDocument(fault).toJson())); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<SandboxProcess> m_sandbox;
    QString m_key;
};

TILLDECK_TEST(CliBatchesTest)

} // namespace cli_batches_test

#include "tst_cli_batches.moc"
