// SPDX-License-Identifier: GPL-3.0-or-later
// What the total of a provider that lists no refunds proves of one that it has taken.
#include "desk/abandon_refund.h"
#include "desk/counted_refunds.h"
#include "desk/refresher.h"
#include "support/outside_sql.h"
#include "support/runner.h"

namespace refund_totals_test {

using namespace tilldeck;
using namespace Qt::StringLiterals;
using namespace tilldeck::desk;
using namespace tilldeck::desk::test;
using End = RefundOutcome::End;
using State = ledger::Intent::State;
using tilldeck::test::Refusing;

namespace {

constexpr qint64 paid = Totals::paid;
constexpr qint64 elsewhere = Totals::elsewhere;

} // namespace

class RefundTotalsTest : public QObject
{
    Q_OBJECT

private slots:
    void aRefundThatIsNotCountedAnyMoreNeedsAttention_data()
    {
        QTest::addColumn<bool>("inTheBackground");
        QTest::newRow("seen by a refresh of the account") << true;
        QTest::newRow("seen when it is asked about") << false;
    }
    void aRefundThatIsNotCountedAnyMoreNeedsAttention()
    {
        QFETCH(const bool, inTheBackground);
        Totals shop;
        const auto made = shop.give(1'300);
        QCOMPARE(made.end, End::Accepted);
        QVERIFY(!made.error);
        QCOMPARE(shop.left(), paid - elsewhere - 1'300);
        shop.bench.restart();
        shop.total = elsewhere;
        shop.serverNow = shop.serverNow.addSecs(30);
        if (inTheBackground)
            shop.refresh();
        for (int look = 0; look < 3; ++look) {
            QCOMPARE(shop.reconcile(made.intentId).end, End::Accepted);
            shop.pass(Totals::aDay / 3);
            if (inTheBackground)
                shop.refresh();
        }
        const auto ended = shop.reconcile(made.intentId);
        QCOMPARE(ended.end, End::Rejected);
        QVERIFY2(ended.error->sentence.contains(u"no longer counts"_s), qPrintable(ended.error->sentence));
        QCOMPARE(shop.stateOf(made.intentId), State::Failed);
        QCOMPARE(shop.needAttention(), size_t(1));
        QCOMPARE(shop.left(), paid - elsewhere);
    }

    void aTotalThatHoldsTheRefundSaysOnlyThatItIsCounted()
    {
        Totals shop;
        const auto made = shop.give(1'300);
        shop.refresh();
        const auto asked = shop.reconcile(made.intentId);
        QCOMPARE(asked.end, End::Accepted);
        QVERIFY2(asked.error && asked.error->sentence.contains(u"counts this refund in its total"_s),
                 asked.error ? qPrintable(asked.error->sentence) : "nothing is said");
        QCOMPARE(shop.stateOf(made.intentId), State::Accepted);
        QCOMPARE(shop.left(), paid - elsewhere - 1'300);
    }

    void aLostRefundThatTheTotalHoldsIsNotGivenBackYet_data()
    {
        QTest::addColumn<bool>("arrives");
        QTest::newRow("it was made") << true;
        QTest::newRow("an equal amount was given back elsewhere") << false;
    }
    void aLostRefundThatTheTotalHoldsIsNotGivenBackYet()
    {
        QFETCH(const bool, arrives);
        Totals shop;
        shop.way = arrives ? Totals::Way::LosesTheAnswer : Totals::Way::NeverArrives;
        const auto lost = shop.give(1'300);
        QCOMPARE(lost.end, End::Unknown);
        if (!arrives)
            shop.total += 1'300;
        const auto asked = shop.reconcile(lost.intentId);
        QCOMPARE(asked.end, End::Accepted);
        QVERIFY2(asked.error && asked.error->sentence.contains(u"does not say whether the customer has the money"_s),
                 asked.error ? qPrintable(asked.error->sentence) : "nothing is said");
        QCOMPARE(shop.stateOf(lost.intentId), State::Accepted);
        // The total may hold another one of this amount, and this one on its way comes on top.
        QCOMPARE(shop.left(), paid - shop.total - 1'300);
        // It is not final: once the total holds it no longer, the merchant may know that it was not made.
        const auto decide = [&shop, &lost](Unproven unproven = Unproven::Refuse) {
            return QCoro::waitFor(abandonRefund(shop.bench.desk.get(), shop.accountId, lost.intentId, unproven));
        };
        const auto refused = decide();
        QVERIFY(!refused && refused.error().sentence.contains(u"is in that"_s));
        QCOMPARE(shop.stateOf(lost.intentId), State::Accepted);
        shop.total = elsewhere;
        QVERIFY(!decide());
        QVERIFY(decide(Unproven::Allow).has_value());
        QCOMPARE(shop.left(), paid - elsewhere);
    }

    void aLostRefundThatTheTotalHeldMayFailLater()
    {
        Totals shop;
        shop.way = Totals::Way::LosesTheAnswer;
        const auto lost = shop.give(1'300);
        QCOMPARE(shop.reconcile(lost.intentId).end, End::Accepted);
        QCOMPARE(shop.left(), paid - shop.total - 1'300);
        shop.total = elsewhere;
        shop.refresh();
        QCOMPARE(shop.left(), paid - elsewhere - 1'300);
        QCOMPARE(shop.stateOf(lost.intentId), State::Accepted);
        shop.refreshADayLater();
        QCOMPARE(shop.stateOf(lost.intentId), State::Failed);
        QCOMPARE(shop.needAttention(), size_t(1));
        QCOMPARE(shop.left(), paid - elsewhere);
    }

    void answersThatLagFreeNothing_data()
    {
        QTest::addColumn<qint64>("lagging");
        QTest::addColumn<QList<int>>("minutes"); // between the answers of the copy that is behind
        QTest::addColumn<bool>("isSeenToCatchUp");
        QTest::addColumn<bool>("isFreedInTheEnd");
        QTest::newRow("two, minutes apart") << elsewhere << QList<int>{6} << false << true;
        QTest::newRow("many, for most of a day") << elsewhere << QList<int>{60, 600, 700} << false << true;
        QTest::newRow("two, and the next one has it again") << elsewhere << QList<int>{6} << true << false;
        QTest::newRow("a copy from long before") << qint64(0) << QList<int>{6, 1000} << false << false;
    }
    void answersThatLagFreeNothing()
    {
        QFETCH(const qint64, lagging);
        QFETCH(const QList<int>, minutes);
        QFETCH(const bool, isSeenToCatchUp);
        QFETCH(const bool, isFreedInTheEnd);
        Totals shop;
        const auto made = shop.give(1'300);
        shop.total = lagging;
        shop.refresh();
        for (const int apart : minutes) {
            shop.pass(apart * 60);
            shop.refresh();
            QCOMPARE(shop.stateOf(made.intentId), State::Accepted);
            QVERIFY(shop.left() <= paid - 1'300 - lagging);
        }
        shop.bench.restart();
        if (isSeenToCatchUp) {
            shop.total = elsewhere + 1'300;
            shop.refresh();
            shop.serverNow = shop.serverNow.addDays(1);
            shop.total = lagging;
        }
        shop.refreshADayLater();
        QCOMPARE(shop.stateOf(made.intentId), isFreedInTheEnd ? State::Failed : State::Accepted);
        QCOMPARE(shop.left(), paid - lagging - (isFreedInTheEnd ? 0 : 1'300));
    }

    void aTotalThatNeverHeldTheRefundFreesNothing()
    {
        Totals shop;
        shop.countsAtOnce = false;
        const auto made = shop.give(1'300);
        for (int days = 0; days < 3; ++days) {
            shop.refreshADayLater();
            QCOMPARE(shop.stateOf(made.intentId), State::Accepted);
            QCOMPARE(shop.left(), paid - elsewhere - 1'300);
        }
    }

    void anEqualRefundFromElsewhereComesOnTopOfOneThatIsAskedFor_data()
    {
        QTest::addColumn<bool>("countsAtOnce");
        QTest::newRow("the total counts what is finished") << false;
        QTest::newRow("the total counts what is taken") << true;
    }
    void anEqualRefundFromElsewhereComesOnTopOfOneThatIsAskedFor()
    {
        QFETCH(const bool, countsAtOnce);
        Totals shop;
        shop.countsAtOnce = countsAtOnce;
        const auto made = shop.give(30'000);
        QCOMPARE(made.end, End::Accepted);
        QCOMPARE(shop.left(), paid - elsewhere - 30'000);
        shop.total += 30'000; // in the provider's own dashboard
        shop.refresh();
        QCOMPARE(shop.left(), paid - elsewhere - 60'000);
        QCOMPARE(shop.give(paid - elsewhere - 60'000 + 1).end, End::Rejected);
        shop.bench.restart();
        QCOMPARE(shop.left(), paid - elsewhere - 60'000);
    }

    void aTotalThatFollowsLateFreesNothing()
    {
        Totals shop;
        shop.saysItsTotal = false;
        const auto made = shop.give(1'300);
        shop.saysItsTotal = true;
        shop.total = elsewhere; // the list is behind
        shop.refresh();
        const auto asked = shop.reconcile(made.intentId);
        QCOMPARE(asked.end, End::Accepted);
        QVERIFY2(asked.error && asked.error->sentence.contains(u"does not count"_s),
                 asked.error ? qPrintable(asked.error->sentence) : "nothing is said");
        QCOMPARE(shop.left(), paid - elsewhere - 1'300);
    }

    void whatATotalLeavesOpenFreesNothing_data()
    {
        QTest::addColumn<qint64>("before");
        QTest::addColumn<QList<qint64>>("given");
        QTest::addColumn<qint64>("after"); // given back elsewhere, after ours
        QTest::addColumn<qint64>("total");
        QTest::addColumn<int>("seconds");
        QTest::addColumn<int>("freed");
        using Given = QList<qint64>;
        const auto row = [](const char *name, qint64 before, const Given &given, qint64 after, qint64 total,
                            int seconds, int freed) {
            QTest::newRow(name) << before << given << after << total << seconds << freed;
        };
        row("the greater of two", elsewhere, {1'300, 700}, 0, elsewhere + 700, 30, 1);
        row("the smaller of two", elsewhere, {1'300, 700}, 0, elsewhere + 1'300, 30, 0);
        row("one of three, or the two others", 0, {1'300, 700, 600}, 0, 1'300, 30, 0);
        row("both", elsewhere, {1'300, 700}, 0, elsewhere, 30, 2);
        row("both of one amount", elsewhere, {1'300, 1'300}, 0, elsewhere, 30, 2);
        row("one of two of one amount", elsewhere, {1'300, 1'300}, 0, elsewhere + 1'300, 30, 0);
        row("less by another amount", 23'500, {1'300}, 0, 24'000, 30, 0);
        row("less by more", 23'500, {1'300}, 0, 20'000, 30, 0);
        row("more", elsewhere, {1'300}, 0, 26'000, 30, 0);
        row("an answer from before the refund", elsewhere, {1'300}, 0, elsewhere, -600, 0);
        row("an equal one from elsewhere, made after it", 0, {1'300}, 1'300, 1'300, 30, 0);
        row("an equal one from elsewhere, made before it", 1'300, {1'300}, 0, 1'300, 30, 0);
    }
    void whatATotalLeavesOpenFreesNothing()
    {
        QFETCH(const qint64, before);
        QFETCH(const qint64, after);
        QFETCH(const QList<qint64>, given);
        QFETCH(const qint64, total);
        QFETCH(const int, seconds);
        QFETCH(const int, freed);
        Totals shop(before);
        QStringList intents;
        for (const qint64 amount : given)
            intents << shop.give(amount).intentId;
        shop.total += after;
        shop.refresh();
        shop.total = total;
        shop.serverNow = shop.serverNow.addSecs(seconds);
        shop.refresh();
        for (const QString &intent : intents)
            QCOMPARE(shop.stateOf(intent), State::Accepted);
        shop.refreshADayLater();
        int failed = 0;
        for (const QString &intent : intents)
            failed += shop.stateOf(intent) == State::Failed ? 1 : 0;
        QCOMPARE(failed, freed);
        QVERIFY(shop.left() <= paid - total);
    }

    void aRefundThatCannotBeKeptIsSaidToBeNotKept_data()
    {
        QTest::addColumn<QString>("word");
        QTest::newRow("asked for") << u"processing"_s;
        QTest::newRow("given back") << u"completed"_s;
    }
    void aRefundThatCannotBeKeptIsSaidToBeNotKept()
    {
        QFETCH(const QString, word);
        Totals shop;
        shop.word = word;
        const Refusing refusing(shop.bench.dataDirectory() + u"/journal.sqlite"_s, u"UPDATE ON intent"_s);
        const auto outcome = shop.give(1'300);
        QCOMPARE(outcome.end, End::NotKept);
        QCOMPARE(outcome.error->kind, checkout::ErrorKind::Storage);
        QVERIFY2(outcome.error->sentence.contains(u"Do not refund it again"_s) &&
                     !outcome.error->sentence.contains(u"ry again"_s),
                 qPrintable(outcome.error->sentence));
        QVERIFY(shop.left() <= paid - elsewhere - 1'300);
        refusing.end();
        shop.bench.restart();
        QCOMPARE(shop.stateOf(outcome.intentId), State::Unknown);
        QVERIFY(shop.left() <= paid - elsewhere - 1'300);
    }

    void theEndOfARefundThatCouldNotBeWrittenIsWrittenWhileTheProgramRuns_data()
    {
        QTest::addColumn<Totals::Way>("way");
        QTest::addColumn<QString>("word");
        QTest::addColumn<State>("state");
        QTest::addColumn<QString>("refundId");
        QTest::newRow("asked for") << Totals::Way::Answers << u"processing"_s << State::Accepted << u"ref_1"_s;
        QTest::newRow("given back") << Totals::Way::Answers << u"completed"_s << State::Confirmed << u"ref_1"_s;
        QTest::newRow("refused") << Totals::Way::Refuses << QString() << State::Rejected << QString();
        QTest::newRow("lost") << Totals::Way::LosesTheAnswer << QString() << State::Unknown << QString();
    }
    void theEndOfARefundThatCouldNotBeWrittenIsWrittenWhileTheProgramRuns()
    {
        QFETCH(const Totals::Way, way);
        QFETCH(const QString, word);
        QFETCH(const State, state);
        QFETCH(const QString, refundId);
        Totals shop;
        shop.way = way;
        shop.word = word;
        const Refusing refusing(shop.bench.dataDirectory() + u"/journal.sqlite"_s, u"UPDATE ON intent"_s);
        const auto outcome = shop.give(1'300);
        const QString intent = shop.begun();
        QCOMPARE(shop.stateOf(intent), State::Open);
        QVERIFY(refundId.isEmpty() || outcome.error->sentence.contains(refundId));
        // Nobody waits for it any more, so it is not said to be under way.
        QCOMPARE(shop.openOutcomes(), size_t(state == State::Rejected ? 0 : 1));
        const auto asked = shop.reconcile(intent);
        QVERIFY2(!asked.error->sentence.contains(u"under way"_s), qPrintable(asked.error->sentence));
        refusing.end();

        CatalogCache catalogs(*shop.bench.desk);
        Refresher refresher(*shop.bench.desk, catalogs);
        refresher.start(std::chrono::milliseconds(20));
        QTRY_COMPARE(shop.stateOf(intent), state);
        QCOMPARE(shop.bench.desk->journal().intent(intent).result().value()->sessionId, refundId);
        QTRY_VERIFY(shop.bench.desk->unwritten().isEmpty());
        QCOMPARE(shop.openOutcomes(), size_t(state == State::Unknown ? 1 : 0));
    }

    void aRefundWhoseEndCouldNotBeWrittenIsDecidedAsSoonAsTheJournalCanBeWritten()
    {
        Totals shop;
        shop.way = Totals::Way::NeverArrives;
        const Refusing refusing(shop.bench.dataDirectory() + u"/journal.sqlite"_s, u"UPDATE ON intent"_s);
        const auto lost = shop.give(1'300);
        QCOMPARE(lost.end, End::Unknown);
        const auto decide = [&shop, &lost] {
            return QCoro::waitFor(abandonRefund(shop.bench.desk.get(), shop.accountId, lost.intentId, Unproven::Allow))
                .has_value();
        };
        QVERIFY(!decide());
        refusing.end();
        QVERIFY(decide());
        QCOMPARE(shop.stateOf(lost.intentId), State::Abandoned);
        QCOMPARE(shop.left(), paid - elsewhere);
    }

    void nothingIsLeftOfWhatWasGivenBackInFull()
    {
        Totals shop;
        shop.word = u"completed"_s;
        QCOMPARE(shop.give(paid - elsewhere).end, End::Confirmed);
        for (const qint64 amount : {qint64(0), qint64(1)}) {
            const auto again = shop.give(amount);
            QCOMPARE(again.end, End::Rejected);
            QCOMPARE(again.error->kind, checkout::ErrorKind::InvalidInput);
            QVERIFY2(again.error->sentence.contains(u"Nothing of this payment can be given back"_s),
                     qPrintable(again.error->sentence));
        }
    }
};

TILLDECK_TEST(RefundTotalsTest)

} // namespace refund_totals_test

#include "tst_refund_totals.moc"
