// SPDX-License-Identifier: GPL-3.0-or-later
// When a refund counts as not made, and that it does so no longer once the provider lists one that fits it.
#include "desk/abandon_refund.h"
#include "desk/counted_refunds.h"
#include "desk/open_outcomes.h"
#include "desk/refund_lists.h"
#include "support/runner.h"

#include <utility>

namespace refunds_not_made_test {

using namespace tilldeck;
using namespace Qt::StringLiterals;
using namespace tilldeck::desk;
using namespace tilldeck::desk::test;
using End = RefundOutcome::End;
using State = ledger::Intent::State;
using Way = RefundLists::Way;

namespace {

/// Closes a refund as not made, without proof. Returns whether that was done.
bool closeAsNotMade(RefundLists &shop, const QString &intentId)
{
    const auto closed = QCoro::waitFor(abandonRefund(shop.bench.desk.get(), shop.accountId, intentId, Unproven::Allow));
    return closed.has_value();
}

} // namespace

class RefundsNotMadeTest : public QObject
{
    Q_OBJECT

private slots:
    void aRefusedOneThatIsListedIsAQuestionWhereTheProviderSaysNoTime_data()
    {
        QTest::addColumn<int>("seconds"); // after it was sent
        QTest::addColumn<State>("state");
        QTest::newRow("seconds later") << 20 << State::Unknown;
        QTest::newRow("days later") << 3 * 86'400 << State::Rejected;
    }
    void aRefusedOneThatIsListedIsAQuestionWhereTheProviderSaysNoTime()
    {
        QFETCH(const int, seconds);
        QFETCH(const State, state);
        RefundLists shop;
        shop.saysItsTime = false;
        shop.bench.restart();
        shop.serverNow = shop.bench.now();
        shop.way = Way::Refuses;
        QCOMPARE(shop.give(777).end, End::Rejected);
        const auto refunds =
            shop.bench.desk->journal().refundsOf(shop.accountId, RefundLists::transactionId()).result();
        QCOMPARE(refunds->size(), size_t(1));
        shop.pass(seconds);
        shop.list(777);
        shop.refresh();
        QCOMPARE(shop.bench.desk->journal().intent(refunds->front().id).result().value()->state, state);
    }

    void whatIsListedAfterItWasDecidedAsNotMadeIsAQuestionAgain_data()
    {
        QTest::addColumn<int>("decidedAfter"); // -1: found not made by a look
        QTest::addColumn<int>("stampedAfter");
        QTest::newRow("decided at once, without proof") << 0 << 30;
        QTest::newRow("decided at once, held by a gateway for long") << 0 << 1200;
        QTest::newRow("decided with proof, the list lagged") << 3600 << 1;
        QTest::newRow("found not made by a look, the list lagged") << -1 << 1;
    }
    void whatIsListedAfterItWasDecidedAsNotMadeIsAQuestionAgain()
    {
        using Repeat = ledger::Journal::Repeat;
        QFETCH(const int, decidedAfter);
        QFETCH(const int, stampedAfter);
        RefundLists shop;
        shop.way = Way::NeverArrives;
        const QDateTime arrived = shop.serverNow.addSecs(stampedAfter);
        const QString lost = shop.give(10'000).intentId;
        const auto stored = [&] { return *shop.bench.desk->journal().intent(lost).result().value(); };
        shop.pass(decidedAfter < 0 ? 3600 : decidedAfter);
        if (decidedAfter < 0)
            QCOMPARE(shop.reconcile(lost).end, End::Rejected);
        else
            QVERIFY(closeAsNotMade(shop, lost));
        QCOMPARE(stored().state, decidedAfter < 0 ? State::Rejected : State::Abandoned);
        QCOMPARE(shop.left(), RefundLists::paid);

        shop.pass(2400);
        const QDateTime now = std::exchange(shop.serverNow, arrived);
        shop.list(10'000);
        shop.serverNow = now;
        shop.way = Way::Answers;
        const int asked = shop.asked();
        // The answer right before the next one says so.
        const RefundOutcome next = shop.give(10'000, Repeat::Refuse);
        QCOMPARE(next.end, End::Rejected);
        QVERIFY2(next.same && next.same->id == lost, "it is the same refund once more");
        QCOMPARE(shop.asked(), asked);
        QCOMPARE(stored().state, State::Unknown);
        QVERIFY2(stored().note.contains(u"Ikawaari lists a refund that fits this one, after it"_s),
                 qPrintable(stored().note));
        QVERIFY(shop.left() <= RefundLists::paid - 10'000);
        QCOMPARE(QCoro::waitFor(openOutcomes(shop.bench.desk.get(), {shop.accountId}))->size(), size_t(1));
        QCOMPARE(shop.give(10'000, Repeat::Refuse).same->id, lost);
        QCOMPARE(shop.asked(), asked);
        if (stampedAfter < 60) {
            QCOMPARE(shop.reconcile(lost).end, End::Confirmed);
            QCOMPARE(shop.left(), RefundLists::paid - 10'000);
        }
    }

    void whatTheMerchantSawWhenDecidingIsNoQuestionAgain()
    {
        RefundLists shop;
        shop.way = Way::NeverArrives;
        const QString lost = shop.give(10'000).intentId;
        shop.list(10'000);
        shop.list(10'000);
        QVERIFY(closeAsNotMade(shop, lost));
        shop.refresh();
        const auto state = [&] { return shop.bench.desk->journal().intent(lost).result().value()->state; };
        QCOMPARE(state(), State::Abandoned);
        shop.list(10'000);
        shop.refresh();
        QCOMPARE(state(), State::Unknown);
    }

    void whatWasClosedAsNotMadeStaysSo_data()
    {
        QTest::addColumn<bool>("isRefused");
        QTest::addColumn<qint64>("amount");
        QTest::addColumn<QString>("status");
        QTest::addColumn<int>("stampedAfter");
        QTest::newRow("refused, listed long after") << true << qint64(10'000) << u"succeeded"_s << 3600;
        QTest::newRow("refused, another amount") << true << qint64(9'000) << u"succeeded"_s << 30;
        QTest::newRow("another amount") << false << qint64(9'000) << u"succeeded"_s << 30;
        QTest::newRow("an entry that failed") << false << qint64(10'000) << u"failed"_s << 30;
        QTest::newRow("another day") << false << qint64(10'000) << u"succeeded"_s << 90'000;
        QTest::newRow("long before") << false << qint64(10'000) << u"succeeded"_s << -3600;
    }
    void whatWasClosedAsNotMadeStaysSo()
    {
        QFETCH(const bool, isRefused);
        QFETCH(const qint64, amount);
        QFETCH(const QString, status);
        QFETCH(const int, stampedAfter);
        RefundLists shop;
        shop.way = isRefused ? Way::Refuses : Way::NeverArrives;
        const QDateTime arrived = shop.serverNow.addSecs(stampedAfter);
        (void)shop.give(10'000);
        const auto last = [&] {
            return shop.bench.desk->journal().refundsOf(shop.accountId, RefundLists::transactionId()).result()->back();
        };
        if (!isRefused)
            QVERIFY(closeAsNotMade(shop, last().id));
        const State before = last().state;
        QCOMPARE(before, isRefused ? State::Rejected : State::Abandoned);
        const QDateTime now = std::exchange(shop.serverNow, arrived);
        shop.list(amount, status);
        shop.serverNow = now;
        shop.pass(100'000);
        shop.refresh();
        QCOMPARE(last().state, before);
    }

    void whatTheProviderRefusedAndListsAllTheSameIsAQuestion_data()
    {
        QTest::addColumn<bool>("stoodBefore");
        QTest::newRow("it was made all the same") << false;
        QTest::newRow("the entry stood there before") << true;
    }
    void whatTheProviderRefusedAndListsAllTheSameIsAQuestion()
    {
        using Repeat = ledger::Journal::Repeat;
        QFETCH(const bool, stoodBefore);
        RefundLists shop;
        if (stoodBefore)
            shop.list(10'000);
        shop.pass(600); // else it may be the one that is meant
        shop.refresh();
        shop.way = Way::Refuses;
        QCOMPARE(shop.give(10'000, Repeat::Refuse).end, End::Rejected);
        const auto stored = [&] {
            return shop.bench.desk->journal().refundsOf(shop.accountId, RefundLists::transactionId()).result()->front();
        };
        QCOMPARE(stored().state, State::Rejected);
        if (!stoodBefore)
            shop.list(10'000);
        shop.way = Way::Answers;
        const RefundOutcome next = shop.give(10'000, Repeat::Refuse);
        QCOMPARE(shop.asked(), stoodBefore ? 2 : 1);
        QCOMPARE(stored().state, stoodBefore ? State::Rejected : State::Unknown);
        if (stoodBefore)
            return;
        QVERIFY2(next.same && next.same->id == stored().id, "it is the same refund once more");
        QVERIFY2(stored().note.contains(u"after it refused it"_s), qPrintable(stored().note));
        QVERIFY(shop.left() <= RefundLists::paid - 10'000);
        QCOMPARE(shop.reconcile(stored().id).end, End::Confirmed);
    }

    void theEntryOfAnEqualRefundIsNotTheOneThatWasClosed()
    {
        RefundLists shop;
        shop.way = Way::NeverArrives;
        const QString lost = shop.give(10'000).intentId;
        QVERIFY(closeAsNotMade(shop, lost));
        shop.way = Way::Answers;
        QCOMPARE(shop.give(10'000).end, End::Confirmed);
        shop.way = Way::LosesTheAnswer;
        QCOMPARE(shop.give(10'000).end, End::Unknown);
        shop.refresh();
        QCOMPARE(shop.bench.desk->journal().intent(lost).result().value()->state, State::Abandoned);
        QCOMPARE(shop.left(), RefundLists::paid - 30'000);
    }

    void aNewEntryOfAnotherAmountLeavesItOpenWhateverItsTime_data()
    {
        QTest::addColumn<int>("stampedBefore");
        QTest::addColumn<bool>("saysItsTotal");
        QTest::addColumn<bool>("isListed");
        QTest::newRow("stamped 29 minutes earlier") << 1740 << false << true;
        QTest::newRow("with a total") << 1740 << true << true;
        QTest::newRow("a total that has risen alone") << 0 << true << false;
    }
    void aNewEntryOfAnotherAmountLeavesItOpenWhateverItsTime()
    {
        QFETCH(const int, stampedBefore);
        QFETCH(const bool, saysItsTotal);
        QFETCH(const bool, isListed);
        RefundLists shop;
        shop.list(700);
        if (saysItsTotal)
            shop.total = 700;
        shop.refresh();
        shop.way = Way::NeverArrives;
        const QString lost = shop.give(500).intentId;
        const QDateTime now = shop.serverNow;
        shop.serverNow = now.addSecs(-stampedBefore);
        if (isListed)
            shop.list(495); // less a fee
        shop.serverNow = now;
        if (saysItsTotal)
            shop.total = 1'195;
        shop.pass(3600);
        QCOMPARE(shop.reconcile(lost).end, End::Unknown);
        QVERIFY(shop.left() <= RefundLists::paid - 700 - 500);
        // Without either it was not made: the first entry stood there before.
        shop.refunds = QJsonArray{shop.refunds.at(0)};
        if (saysItsTotal)
            shop.total = 700;
        QCOMPARE(shop.reconcile(lost).end, End::Rejected);
    }

    void whatWasDecidedAsNotMadeIsHeldOnce_data()
    {
        QTest::addColumn<Totals::Way>("way");
        QTest::newRow("the provider made it, and its total holds it") << Totals::Way::LosesTheAnswer;
        QTest::newRow("it never arrived") << Totals::Way::NeverArrives;
    }
    void whatWasDecidedAsNotMadeIsHeldOnce()
    {
        QFETCH(const Totals::Way, way);
        Totals shop;
        shop.way = way;
        const RefundOutcome lost = shop.give(30'000);
        QCOMPARE(lost.end, End::Unknown);
        QVERIFY(QCoro::waitFor(abandonRefund(shop.bench.desk.get(), shop.accountId, lost.intentId, Unproven::Allow)));
        const qint64 gone = way == Totals::Way::LosesTheAnswer ? 30'000 : 0;
        for (int look = 0; look < 3; ++look) {
            shop.refresh();
            QCOMPARE(shop.stateOf(lost.intentId), State::Abandoned);
            QCOMPARE(shop.left(), Totals::paid - Totals::elsewhere - gone);
            shop.pass(3600);
        }
    }

    void aTotalThatHasRisenByOthersFromHereLeavesNothingOpen()
    {
        RefundLists shop;
        shop.total = 0;
        shop.refresh();
        shop.way = Way::NeverArrives;
        const QString lost = shop.give(500).intentId;
        shop.way = Way::Answers;
        QCOMPARE(shop.give(900).end, End::Confirmed);
        shop.total = 900;
        shop.pass(3600);
        QCOMPARE(shop.reconcile(lost).end, End::Rejected);
    }
};

TILLDECK_TEST(RefundsNotMadeTest)

} // namespace refunds_not_made_test

#include "tst_refunds_not_made.moc"
