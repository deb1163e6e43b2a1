// SPDX-License-Identifier: GPL-3.0-or-later
// What the command line says of refunds that were sent before.
#include "programs.h"
#include "support/outside_sql.h"
#include "support/runner.h"

namespace cli_refunds_test {

using namespace Qt::StringLiterals;
using namespace tilldeck::cli::test;

class CliRefundsTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        m_sandbox = std::make_unique<SandboxProcess>(m_folder.filePath(u"sandbox"_s), u"faults_of_refunds"_s);
        for (const QString &provider : {u"paymentkit"_s, u"khaime"_s, u"ikawaari"_s}) {
            const QJsonObject account = m_sandbox->account(provider);
            m_keys.insert(provider, account[u"key"].toString());
            QStringList add{u"account"_s,
                            u"add"_s,
                            provider,
                            u"--provider"_s,
                            provider,
                            u"--base-url"_s,
                            account[u"base_url"].toString()};
            if (provider == "paymentkit"_L1)
                add << u"--account-id"_s << u"acc_demo"_s;
            const Run added = runCli(data(), add, {}, m_keys.value(provider));
            QVERIFY2(added.exitCode == 0, added.err.constData());
        }
    }
    void cleanupTestCase() { m_sandbox.reset(); }

    void theSameRefundIsNotSentTwiceInARow()
    {
        const QString id = paid(u"ikawaari"_s);
        QVERIFY(!id.isEmpty());
        const auto back = [&] {
            return run(u"ikawaari"_s, {u"transaction"_s, u"show"_s, id}).json()[u"refunded_amount"].toInteger();
        };
        const QStringList refund{u"transaction"_s, u"refund"_s, id, u"--amount"_s, u"5"_s, u"--yes"_s};
        const Run first = run(u"ikawaari"_s, refund);
        QVERIFY2(first.exitCode == 0, first.err.constData());
        QCOMPARE(first.json()[u"outcome"].toString(), u"refunded"_s);
        const qint64 before = back();
        const QStringList resend{u"transaction"_s,  u"resolve"_s,   first.json()[u"intent"].toString(),
                                 u"--send-again"_s, u"--account"_s, u"ikawaari"_s};
        const QByteArray resent = runCli(data(), resend, {}, m_keys.value(u"ikawaari"_s)).out;
        QVERIFY2(resent.contains("Nothing was sent now") && !resent.contains("Gave"), resent.constData());
        const Run second = run(u"ikawaari"_s, refund);
        QVERIFY2(second.exitCode == 6, second.err.constData());
        QCOMPARE(second.json()[u"earlier"][u"intent"].toString(), first.json()[u"intent"].toString());
        QCOMPARE(second.json()[u"earlier"][u"state"].toString(), u"refunded"_s);
        QVERIFY2(second.err.contains("was given back") && second.err.contains(" ago") &&
                     second.err.contains("--again") && !second.err.contains("not known"),
                 second.err.constData());
        QCOMPARE(back(), before);
        const Run meant = run(u"ikawaari"_s, refund + QStringList{u"--again"_s});
        QVERIFY2(meant.exitCode == 0, meant.err.constData());
        QCOMPARE(back(), before + first.json()[u"amount"].toInteger());
    }

    void refundsThatAreNotOverAreListedWithWhatToDo()
    {
        const QString id = paid(u"khaime"_s);
        const QStringList unfinished{u"transaction"_s, u"unfinished"_s};
        QCOMPARE(run(u"khaime"_s, unfinished).json().array().size(), 0);
        QStringList intents;
        QList<qint64> amounts;
        for (const QString &amount : {u"1"_s, u"2"_s, u"3"_s}) {
            const Run made = run(u"khaime"_s, {u"transaction"_s, u"refund"_s, id, u"--amount"_s, amount, u"--yes"_s});
            QVERIFY2(made.exitCode == 0, made.err.constData());
            intents << made.json()[u"intent"].toString();
            amounts << made.json()[u"amount"].toInteger();
        }
        const QString change = u"UPDATE intent SET state = '%1' WHERE id = '%2'"_s;
        const QString journal = m_folder.filePath(u"data/journal.sqlite"_s);
        tilldeck::test::outside(journal, change.arg(u"unknown"_s, intents.at(0)));
        tilldeck::test::outside(journal, change.arg(u"failed"_s, intents.at(1)));

        const QJsonArray rows = run(u"khaime"_s, unfinished).json().array();
        QCOMPARE(rows.size(), 3);
        const QStringList states{u"outcome_unknown"_s, u"failed"_s, u"pending"_s};
        for (qsizetype i = 0; i < rows.size(); ++i) {
            QCOMPARE(rows[i][u"intent"].toString(), intents.at(i));
            QCOMPARE(rows[i][u"state"].toString(), states.at(i));
            QCOMPARE(rows[i][u"transaction_id"].toString(), id);
            QCOMPARE(rows[i][u"amount"].toInteger(), amounts.at(i));
        }
        QCOMPARE(run(u"ikawaari"_s, unfinished).json().array().size(), 0);
        // It asks nobody, so it needs no key, and each line names the command that comes next.
        const Run inWords = runCli(data(), unfinished + QStringList{u"--account"_s, u"khaime"_s}, {}, {});
        QVERIFY2(inWords.exitCode == 0, inWords.err.constData());
        QCOMPARE(inWords.out.trimmed().count('\n'), 5);
        for (const QString &intent : intents)
            QVERIFY2(inWords.out.contains("transaction resolve " + intent.toUtf8()), inWords.out.constData());
        QVERIFY2(inWords.out.contains("outcome unknown") && inWords.out.contains("not given back after all"),
                 inWords.out.constData());
        QCOMPARE(run(u"khaime"_s, {u"transaction"_s, u"resolve"_s, intents.at(1), u"--not-refunded"_s}).exitCode, 0);
        QCOMPARE(run(u"khaime"_s, unfinished).json().array().size(), 2);
    }

    void aRefundIsMatchedToAnEntryOfTheProvidersListOnce()
    {
        const QString id = paid(u"ikawaari"_s);
        QList<qint64> amounts;
        const auto lose = [&](const QString &amount) {
            const Run made = run(u"ikawaari"_s, {u"transaction"_s, u"refund"_s, id, u"--amount"_s, amount, u"--yes"_s});
            const QString intent = made.json()[u"intent"].toString();
            amounts << made.json()[u"amount"].toInteger();
            tilldeck::test::outside(
                m_folder.filePath(u"data/journal.sqlite"_s),
                u"UPDATE intent SET state = 'unknown', session_id = NULL, provider_opened_at = NULL "
                "WHERE id = '%1'"_s.arg(intent));
            return intent;
        };
        const QString first = lose(u"7"_s);
        const QString second = lose(u"8"_s);
        const QStringList resolve{u"transaction"_s, u"resolve"_s, first};
        const Run asked = run(u"ikawaari"_s, resolve);
        QVERIFY2(asked.exitCode == 3, asked.err.constData());
        const QJsonArray candidates = asked.json()[u"candidates"].toArray();
        QVERIFY(candidates.size() >= 2);
        QString entry;
        for (const QJsonValue &candidate : candidates)
            entry = candidate[u"amount"].toInteger() == amounts.at(0) ? candidate[u"id"].toString() : entry;
        QVERIFY(!entry.isEmpty());
        QCOMPARE(run(u"ikawaari"_s, resolve + QStringList{u"--is"_s, u"nothing"_s}).exitCode, 1);
        QCOMPARE(run(u"ikawaari"_s, resolve + QStringList{u"--is"_s, entry, u"--refunded"_s}).exitCode, 2);
        const Run matched = run(u"ikawaari"_s, resolve + QStringList{u"--is"_s, entry});
        QVERIFY2(matched.exitCode == 0, matched.err.constData());
        QCOMPARE(matched.json()[u"outcome"].toString(), u"refunded"_s);
        QCOMPARE(matched.json()[u"refund_id"].toString(), entry);
        const Run taken = run(u"ikawaari"_s, {u"transaction"_s, u"resolve"_s, second, u"--is"_s, entry});
        // 7.00 for 8.00 is said first.
        QCOMPARE(taken.exitCode, 3);
        QVERIFY2(taken.err.contains("this one is of") && taken.err.contains("--without-proof"), taken.err.constData());
        const Run meant =
            run(u"ikawaari"_s, {u"transaction"_s, u"resolve"_s, second, u"--is"_s, entry, u"--without-proof"_s});
        QCOMPARE(meant.exitCode, 1);
        QVERIFY2(meant.err.contains("another one that was sent from here"), meant.err.constData());
    }

    void aLostRefundIsAskedForAndNeverGivenBackWhereOnlyATotalTells_data()
    {
        QTest::addColumn<QString>("provider");
        QTest::newRow("PaymentKit") << u"paymentkit"_s;
        QTest::newRow("Khaime") << u"khaime"_s;
    }
    void aLostRefundIsAskedForAndNeverGivenBackWhereOnlyATotalTells()
    {
        QFETCH(const QString, provider);
        const QString id = paid(provider);
        QVERIFY(!id.isEmpty());
        QVERIFY(arm(provider, u"createRefund"_s, u"after_commit"_s));
        const Run lost = run(provider, {u"transaction"_s, u"refund"_s, id, u"--amount"_s, u"4"_s, u"--yes"_s});
        QVERIFY2(lost.exitCode == 3, lost.err.constData());
        QCOMPARE(lost.json()[u"outcome"].toString(), u"outcome_unknown"_s);
        const QStringList resolve{u"transaction"_s, u"resolve"_s, lost.json()[u"intent"].toString()};
        // The total may hold it, which nothing calls refunded.
        for (const QString &word : {u"refund_unknown"_s, u"partially_refunded"_s}) {
            const Run listed = run(provider, {u"transaction"_s, u"list"_s, u"--refresh"_s, u"--status"_s, word});
            const QJsonArray rows = listed.json().array();
            const auto row =
                std::ranges::find_if(rows, [&id](const QJsonValue &one) { return one[u"id"].toString() == id; });
            QCOMPARE(row != rows.end(), word == "refund_unknown"_L1);
            QVERIFY(row == rows.end() || (*row)[u"refunded_amount"].toInteger() == 0);
        }

        QVERIFY(m_sandbox->arm(R"({"operation":"*","fault":"status","status":401,"at":"before_commit"})"));
        QCOMPARE(run(provider, resolve).exitCode, 5); // it could not be asked
        for (int times = 0; times < 2; ++times) {
            const Run asked = run(provider, resolve);
            QVERIFY2(asked.exitCode == 0, asked.err.constData());
            QCOMPARE(asked.json()[u"outcome"].toString(), u"pending"_s);
            QVERIFY2(asked.err.contains("does not say whether the customer has the money"), asked.err.constData());
        }
        const Run shown = run(provider, {u"transaction"_s, u"show"_s, id});
        QCOMPARE(shown.json()[u"pending_refunds"].toArray().size(), 1);
        QVERIFY(shown.json()[u"unknown_refunds"].toArray().isEmpty());
        QCOMPARE(shown.json()[u"status"].toString(), u"refund_asked"_s);
        QCOMPARE(shown.json()[u"refunded_amount"].toInteger(), 0);
        const qint64 amount = shown.json()[u"refund_asked_amount"].toInteger();
        QVERIFY(amount > 0);
        // The total may hold another one of this amount, and not this one.
        QCOMPARE(shown.json()[u"refundable_amount"].toInteger(), shown.json()[u"amount"].toInteger() - 2 * amount);

        const Run contradicted = run(provider, resolve + QStringList{u"--not-refunded"_s});
        QCOMPARE(contradicted.exitCode, 3);
        QVERIFY2(contradicted.err.contains("is in that") && contradicted.err.contains("--without-proof"),
                 contradicted.err.constData());
        QCOMPARE(run(provider, resolve + QStringList{u"--without-proof"_s}).exitCode, 2);
        QVERIFY(m_sandbox->decideRefund(provider, false));
        QCOMPARE(run(provider, resolve + QStringList{u"--refunded"_s}).exitCode, 3);
        // That the total holds it no longer proves nothing alone: it may follow later.
        const Run unproven = run(provider, resolve + QStringList{u"--not-refunded"_s});
        QVERIFY2(unproven.exitCode == 3 && unproven.err.contains("is not in that"), unproven.err.constData());
        const Run decided = run(provider, resolve + QStringList{u"--not-refunded"_s, u"--without-proof"_s});
        QVERIFY2(decided.exitCode == 0, decided.err.constData());

        const QByteArray before = "already decided as not given back";
        const Run again = run(provider, resolve);
        QCOMPARE(again.exitCode, 1);
        QVERIFY2(again.err.contains(before), again.err.constData());
        QCOMPARE(run(provider, resolve + QStringList{u"--refunded"_s}).exitCode, 1);
        const Run inWords = runCli(data(), resolve + QStringList{u"--not-refunded"_s, u"--account"_s, provider}, {},
                                   m_keys.value(provider));
        QCOMPARE(inWords.exitCode, 0);
        QVERIFY2(inWords.out.contains(before), inWords.out.constData());
        QCOMPARE(run(provider, {u"transaction"_s, u"show"_s, id}).json()[u"refundable_amount"].toInteger(),
                 shown.json()[u"amount"].toInteger());
    }

    void whatMayStillArriveIsNotClosedUnlessThatIsMeant_data()
    {
        QTest::addColumn<QString>("provider");
        QTest::newRow("PaymentKit") << u"paymentkit"_s;
        QTest::newRow("Khaime") << u"khaime"_s;
        QTest::newRow("Ikawaari") << u"ikawaari"_s;
    }
    void whatMayStillArriveIsNotClosedUnlessThatIsMeant()
    {
        QFETCH(const QString, provider);
        const QString operation = provider == "ikawaari"_L1 ? u"refundPayment"_s : u"createRefund"_s;
        const QString id = paid(provider);
        QVERIFY(!id.isEmpty());
        QVERIFY(arm(provider, operation, u"before_commit"_s));
        const QStringList refund{u"transaction"_s, u"refund"_s, id, u"--amount"_s, u"3"_s, u"--yes"_s};
        const Run lost = run(provider, refund);
        QVERIFY2(lost.exitCode == 3, lost.err.constData());
        const auto left = [&] {
            return run(provider, {u"transaction"_s, u"show"_s, id}).json()[u"refundable_amount"].toInteger();
        };
        const qint64 before = left();
        const QStringList decide{u"transaction"_s, u"resolve"_s, lost.json()[u"intent"].toString(),
                                 u"--not-refunded"_s};
        const Run refused = run(provider, decide);
        QVERIFY2(refused.exitCode == 3, (refused.err + refused.out).constData());
        QVERIFY2(refused.err.contains("It may still arrive until") && refused.err.contains("--without-proof"),
                 refused.err.constData());
        QCOMPARE(left(), before);
        QVERIFY2(run(provider, refund).exitCode == 6, "the same once more is a question");
        const Run meant = run(provider, decide + QStringList{u"--without-proof"_s});
        QVERIFY2(meant.exitCode == 0, meant.err.constData());
        QVERIFY(left() > before);
    }

    void anAmountThatCannotBeGivenBackIsRefusedBeforeTheQuestion()
    {
        const QString id = paid(u"ikawaari"_s);
        for (const QString &amount : {u"0"_s, u"999999999"_s}) {
            const Run refused = run(u"ikawaari"_s, {u"transaction"_s, u"refund"_s, id, u"--amount"_s, amount});
            QCOMPARE(refused.exitCode, 1);
            QVERIFY2(refused.err.contains("Enter ") && !refused.err.contains("yes"), refused.err.constData());
        }
    }

    void aRefundIsSentAgainUnderItsKeyAndMadeOnce_data()
    {
        QTest::addColumn<QString>("provider");
        QTest::addColumn<QString>("operation");
        QTest::addColumn<QString>("lostAt");
        QTest::addColumn<QString>("change"); // what makes a look leave it open
        QTest::newRow("PaymentKit, it never arrived")
            << u"paymentkit"_s << u"createRefund"_s << u"before_commit"_s << QString();
        QTest::newRow("PaymentKit, it was made")
            << u"paymentkit"_s << u"createRefund"_s << u"after_commit"_s << u"refunded_before = refunded_before + 1"_s;
        QTest::newRow("Ikawaari, it never arrived")
            << u"ikawaari"_s << u"refundPayment"_s << u"before_commit"_s << QString();
        QTest::newRow("Ikawaari, it was made")
            << u"ikawaari"_s << u"refundPayment"_s << u"after_commit"_s
            << u"opened_at = opened_at - 1200000, provider_opened_at = provider_opened_at - 1200000, "
               "deadline_at = deadline_at - 1200000, ended_at = ended_at - 1200000, "
               "provider_ended_at = provider_ended_at - 1200000"_s;
    }
    void aRefundIsSentAgainUnderItsKeyAndMadeOnce()
    {
        QFETCH(const QString, provider);
        QFETCH(const QString, operation);
        QFETCH(const QString, lostAt);
        QFETCH(const QString, change);
        const QString id = paid(provider);
        QVERIFY(!id.isEmpty());
        const auto back = [&] {
            const Run shown = run(provider, {u"transaction"_s, u"show"_s, id});
            return shown.json()[u"refunded_amount"].toInteger() + shown.json()[u"refund_asked_amount"].toInteger();
        };
        const qint64 before = back();
        QVERIFY(arm(provider, operation, lostAt));
        const Run lost = run(
            provider, {u"transaction"_s, u"refund"_s, id, u"--amount"_s, u"6"_s, u"--reason"_s, u"M"_s, u"--yes"_s});
        QVERIFY2(lost.exitCode == 3, lost.err.constData());
        QCOMPARE(lost.json()[u"can_send_again"], QJsonValue(true));
        const QString intent = lost.json()[u"intent"].toString();
        const QString journal = m_folder.filePath(u"data/journal.sqlite"_s);
        if (!change.isEmpty())
            tilldeck::test::outside(journal, u"UPDATE intent SET %1 WHERE id = '%2'"_s.arg(change, intent));

        const QStringList resolve{u"transaction"_s, u"resolve"_s, intent};
        const Run open = run(provider, resolve);
        QVERIFY2(open.exitCode == 3, (open.err + open.out).constData());
        const QStringList resend = resolve + QStringList{u"--send-again"_s};
        QCOMPARE(run(provider, resend + QStringList{u"--not-refunded"_s}).exitCode, 2);
        QCOMPARE(run(provider, resend + QStringList{u"--is"_s, u"re_1"_s}).exitCode, 2);
        // With another key it is neither looked at nor sent.
        const Run otherKey =
            runCli(data(), resend + QStringList{u"--account"_s, provider, u"--json"_s}, {}, u"sk_test_wrong_key"_s);
        const bool namesAccount = provider == "paymentkit"_L1;
        QVERIFY2(otherKey.exitCode == (namesAccount ? 1 : 5), (otherKey.err + otherKey.out).constData());
        const bool isSaid =
            namesAccount ? otherKey.err.contains("another key") && otherKey.err.contains("Nothing was sent again.")
                         : otherKey.err.contains("not the key that Tilldeck knows");
        QVERIFY2(isSaid, otherKey.err.constData());

        const Run sent = run(provider, resend);
        if (provider == "ikawaari"_L1 && lostAt == "after_commit"_L1) {
            // Its list holds an entry of that amount from another time, which may be this one.
            QVERIFY2(sent.exitCode == 1 && sent.err.contains("Nothing was sent again."), sent.out + sent.err);
            return;
        }
        QVERIFY2(sent.exitCode == 0, (sent.err + sent.out).constData());
        QCOMPARE(sent.json()[u"outcome"].toString(), provider == "ikawaari"_L1 ? u"refunded"_s : u"pending"_s);
        const qint64 amount = sent.json()[u"amount"].toInteger();
        QVERIFY(amount > 0);
        // What the journal does not explain counts as given back elsewhere.
        const qint64 elsewhere = change.startsWith("refunded_before"_L1) ? 1 : 0;
        QCOMPARE(back(), before + amount + elsewhere);
        // Once it is known, nothing is sent any more.
        const Run again = run(provider, resend);
        QVERIFY2(again.exitCode == 0, (again.err + again.out).constData());
        QCOMPARE(back(), before + amount + elsewhere);
    }

    void whereNoKeyIsDocumentedARefundIsNotSentAgain()
    {
        const QString provider = u"khaime"_s, id = paid(provider);
        QVERIFY(arm(provider, u"createRefund"_s, u"before_commit"_s));
        const Run lost = run(provider, {u"transaction"_s, u"refund"_s, id, u"--amount"_s, u"6"_s, u"--yes"_s});
        QVERIFY2(lost.exitCode == 3, lost.err.constData());
        QCOMPARE(lost.json()[u"can_send_again"], QJsonValue(false));
        QVERIFY(!lost.err.contains("--send-again"));
        const QString intent = lost.json()[u"intent"].toString();
        const Run sent = run(provider, {u"transaction"_s, u"resolve"_s, intent, u"--send-again"_s});
        QCOMPARE(sent.exitCode, 1);
        QVERIFY2(sent.err.contains("documents no key for refunds") && sent.err.contains("Nothing was sent again."),
                 sent.err.constData());
    }

    void withoutAnAnswerNothingIsDecidedUnlessThatIsMeant()
    {
        const QString id = paid(u"khaime"_s);
        const Run made = run(u"khaime"_s, {u"transaction"_s, u"refund"_s, id, u"--amount"_s, u"8"_s, u"--yes"_s});
        QVERIFY2(made.exitCode == 0, made.err.constData());
        const QString intent = made.json()[u"intent"].toString();
        const QStringList decide{u"transaction"_s, u"resolve"_s, intent, u"--not-refunded"_s};
        m_sandbox.reset(); // for good: this is the last test
        const Run refused = run(u"khaime"_s, decide);
        QCOMPARE(refused.exitCode, 3);
        QVERIFY2(refused.err.contains("Without its answer") && refused.err.contains("--without-proof"),
                 refused.err.constData());
        const Run again = run(u"khaime"_s, {u"transaction"_s, u"refund"_s, id, u"--amount"_s, u"9"_s, u"--yes"_s});
        QVERIFY2(again.exitCode != 0 && again.exitCode != 3, again.err.constData());
        const Run meant = run(u"khaime"_s, decide + QStringList{u"--without-proof"_s});
        QVERIFY2(meant.exitCode == 0, meant.err.constData());
        QCOMPARE(meant.json()[u"outcome"].toString(), u"abandoned"_s);
    }

private:
    bool arm(const QString &provider, const QString &operation, const QString &at) const
    {
        const auto *fault = R"({"provider": "%1", "operation": "%2", "fault": "drop", "at": "%3"})";
        return m_sandbox->arm(QString::fromLatin1(fault).arg(provider, operation, at).toUtf8());
    }
    QString data() const { return m_folder.filePath(u"data"_s); }
    Run run(const QString &provider, const QStringList &arguments) const
    {
        return runCli(data(), arguments + QStringList{u"--account"_s, provider, u"--json"_s}, {},
                      m_keys.value(provider));
    }
    /// Returns the id of a payment that was paid.
    QString paid(const QString &provider) const
    {
        const QStringList list{u"transaction"_s, u"list"_s, u"--refresh"_s, u"--status"_s, u"succeeded"_s};
        return run(provider, list).json()[0][u"id"].toString();
    }

    QTemporaryDir m_folder;
    std::unique_ptr<SandboxProcess> m_sandbox;
    QHash<QString, QString> m_keys;
};

TILLDECK_TEST(CliRefundsTest)

} // namespace cli_refunds_test

#include "tst_cli_refunds.moc"
