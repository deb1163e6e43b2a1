// SPDX-License-Identifier: GPL-3.0-or-later
// A refund that a provider has taken is not given back yet, and may fail later.
#include "desk/abandon_refund.h"
#include "desk/confirm_refund.h"
#include "desk/match_refund.h"
#include "desk/overview.h"
#include "desk/refresh_account.h"
#include "desk/refund_history.h"
#include "desk/refund_lists.h"
#include "support/runner.h"

namespace pending_refunds_test {

using namespace tilldeck;
using namespace Qt::StringLiterals;
using namespace tilldeck::desk;
using namespace tilldeck::desk::test;
using End = RefundOutcome::End;
using State = ledger::Intent::State;

namespace {

std::vector<ledger::Intent> refundsIn(RefundLists &shop, State state)
{
    return shop.bench.desk->journal().refundsIn(state).result().value();
}

std::vector<ledger::Intent> failedRefunds(RefundLists &shop)
{
    const auto figures =
        QCoro::waitFor(overview(shop.bench.desk.get(), {shop.accountId}, 7, QTimeZone(QTimeZone::utc())));
    return figures->attention.failedRefunds;
}

} // namespace

class PendingRefundsTest : public QObject
{
    Q_OBJECT

private slots:
    void aRefundThatIsPendingIsAskedForAndNotGivenBack_data()
    {
        QTest::addColumn<QString>("word");
        QTest::newRow("pending") << u"pending"_s;
        QTest::newRow("a word that is not known") << u"in_review"_s;
    }
    void aRefundThatIsPendingIsAskedForAndNotGivenBack()
    {
        QFETCH(QString, word);
        RefundLists shop;
        shop.word = word;
        const auto outcome = shop.give(10'000);
        QCOMPARE(outcome.end, End::Accepted);
        QCOMPARE(outcome.refund->id, u"re_1"_s);
        QCOMPARE(outcome.refund->rawStatus, word);
        QCOMPARE(outcome.refund->amount, francs(10'000));
        QCOMPARE(shop.left(), RefundLists::paid - 10'000);
        QCOMPARE(shop.reconcile(outcome.intentId).end, End::Accepted);
        shop.bench.restart();
        QCOMPARE(refundsIn(shop, State::Accepted).size(), size_t(1));
        QCOMPARE(refundsIn(shop, State::Accepted).front().note, word);
        QVERIFY(refundsIn(shop, State::Unknown).empty());
        QCOMPARE(shop.left(), RefundLists::paid - 10'000);
    }

    void whatWasAskedForIsGivenBackOnceTheProviderSaysSo()
    {
        RefundLists shop;
        shop.word = u"pending"_s;
        const QString intent = shop.give(10'000).intentId;
        shop.setStatus(0, u"succeeded"_s);
        QCOMPARE(shop.reconcile(intent).end, End::Confirmed);
        QVERIFY(refundsIn(shop, State::Accepted).empty());
        QCOMPARE(shop.left(), RefundLists::paid - 10'000);
    }

    void aLaterFailureFreesTheAmountAndNeedsAttention_data()
    {
        QTest::addColumn<bool>("inTheBackground");
        QTest::newRow("seen by a refresh of the account") << true;
        QTest::newRow("seen when it is asked about") << false;
    }
    void aLaterFailureFreesTheAmountAndNeedsAttention()
    {
        QFETCH(bool, inTheBackground);
        RefundLists shop;
        shop.word = u"pending"_s;
        const QString intent = shop.give(30'000).intentId;
        QVERIFY(failedRefunds(shop).empty());
        QCOMPARE(shop.give(30'000).end, End::Rejected);
        shop.setStatus(0, u"failed"_s);
        if (inTheBackground) {
            const auto refreshed =
                QCoro::waitFor(refreshAccount(shop.bench.desk.get(), shop.accountId, {}, Depth::Incremental));
            QVERIFY2(refreshed.has_value(), refreshed ? "" : qPrintable(refreshed.error().sentence));
        } else {
            QCOMPARE(shop.reconcile(intent).end, End::Rejected);
        }
        QCOMPARE(shop.left(), RefundLists::paid);
        QCOMPARE(failedRefunds(shop).size(), size_t(1));
        QCOMPARE(failedRefunds(shop).front().transactionId, RefundLists::transactionId());
        shop.word = u"succeeded"_s;
        QCOMPARE(shop.give(30'000).end, End::Confirmed);
        QVERIFY(QCoro::waitFor(abandonRefund(shop.bench.desk.get(), shop.accountId, intent)).has_value());
        QVERIFY(failedRefunds(shop).empty());
        QCOMPARE(shop.left(), RefundLists::paid - 30'000);
    }

    void aRefundThatWasGivenBackAndFailsLaterNeedsAttention_data()
    {
        QTest::addColumn<bool>("inTheBackground");
        QTest::addColumn<bool>("isStillCounted");
        QTest::newRow("seen by a refresh of the account") << true << false;
        QTest::newRow("seen when it is asked about") << false << false;
        QTest::newRow("the total still counts it") << false << true;
    }
    void aRefundThatWasGivenBackAndFailsLaterNeedsAttention()
    {
        QFETCH(const bool, inTheBackground);
        QFETCH(const bool, isStillCounted);
        RefundLists shop;
        const auto made = shop.give(30'000);
        QCOMPARE(made.end, End::Confirmed);
        shop.pass(3600);
        shop.setStatus(0, u"failed"_s);
        if (isStillCounted)
            shop.total = 30'000;
        if (inTheBackground) {
            const auto refreshed =
                QCoro::waitFor(refreshAccount(shop.bench.desk.get(), shop.accountId, {}, Depth::Full));
            QVERIFY2(refreshed.has_value(), refreshed ? "" : qPrintable(refreshed.error().sentence));
        } else {
            QCOMPARE(shop.reconcile(made.intentId).end, End::Rejected);
        }
        QCOMPARE(refundsIn(shop, State::Failed).size(), size_t(1));
        QVERIFY2(refundsIn(shop, State::Failed).front().note.contains(u"lists it as failed now"_s),
                 qPrintable(refundsIn(shop, State::Failed).front().note));
        QCOMPARE(failedRefunds(shop).size(), size_t(1));
        QCOMPARE(shop.left(), RefundLists::paid - (isStillCounted ? 30'000 : 0));
        const auto histories =
            QCoro::waitFor(refundHistories(shop.bench.desk.get(), shop.accountId, RefundLists::transactionId()));
        QCOMPARE(refundStepFrom(histories->front().steps.front()), RefundStep::Failed);
        QVERIFY(QCoro::waitFor(abandonRefund(shop.bench.desk.get(), shop.accountId, made.intentId)).has_value());
        QVERIFY(failedRefunds(shop).empty());
    }

    void aRefundThatFailedAndIsListedAfterAllIsNotGivenBackTwice_data()
    {
        QTest::addColumn<QString>("word"); // of its entry in the end
        QTest::addColumn<bool>("isNoted");
        QTest::addColumn<bool>("inTheBackground");
        QTest::addColumn<State>("state");
        QTest::newRow("given back") << u"succeeded"_s << false << false << State::Confirmed;
        QTest::newRow("given back, seen by a refresh") << u"succeeded"_s << false << true << State::Confirmed;
        QTest::newRow("asked for again") << u"pending"_s << false << false << State::Accepted;
        QTest::newRow("a word that is not known") << u"in_review"_s << false << false << State::Accepted;
        QTest::newRow("given back, the failure was noted") << u"succeeded"_s << true << false << State::Unknown;
        QTest::newRow("noted, seen by a refresh") << u"succeeded"_s << true << true << State::Unknown;
    }
    void aRefundThatFailedAndIsListedAfterAllIsNotGivenBackTwice()
    {
        QFETCH(const QString, word);
        QFETCH(const bool, isNoted);
        QFETCH(const bool, inTheBackground);
        QFETCH(const State, state);
        RefundLists shop;
        shop.word = u"pending"_s;
        const QString failed = shop.give(30'000).intentId;
        shop.setStatus(0, u"failed"_s);
        shop.pass(3600);
        shop.refresh();
        QCOMPARE(failedRefunds(shop).size(), size_t(1));
        if (isNoted)
            QVERIFY(QCoro::waitFor(abandonRefund(shop.bench.desk.get(), shop.accountId, failed)).has_value());
        shop.setStatus(0, word);
        if (inTheBackground)
            QVERIFY(QCoro::waitFor(refreshAccount(shop.bench.desk.get(), shop.accountId, {}, Depth::Incremental)));
        else // the answer right before the next one says so
            QCOMPARE(shop.give(30'000, RefundLists::Repeat::Refuse).end, End::Rejected);
        QCOMPARE(refundsIn(shop, state).size(), size_t(1));
        QVERIFY(failedRefunds(shop).empty());
        QVERIFY(shop.left() <= RefundLists::paid - 30'000);
        QCOMPARE(shop.give(30'000, RefundLists::Repeat::Refuse).end, End::Rejected);
        QCOMPARE(shop.asked(), 1);
        QCOMPARE(shop.reconcile(failed).end, word == u"succeeded"_s ? End::Confirmed : End::Accepted);
    }

    void aRefundThatFailedIsDecidedByWhatTheProviderListsNow()
    {
        RefundLists shop;
        shop.word = u"pending"_s;
        const QString failed = shop.give(30'000).intentId;
        shop.setStatus(0, u"failed"_s);
        shop.refresh();
        const auto decide = [&] {
            return QCoro::waitFor(confirmRefund(shop.bench.desk.get(), shop.accountId, failed, Unproven::Allow));
        };
        QVERIFY(!decide());
        shop.setStatus(0, u"succeeded"_s);
        QVERIFY(decide().has_value());
        QCOMPARE(refundsIn(shop, State::Confirmed).size(), size_t(1));
    }

    void aRefundThatWasGivenBackDoesNotFailWithAnotherEntry()
    {
        RefundLists shop;
        QCOMPARE(shop.give(10'000).end, End::Confirmed);
        shop.pass(20);
        shop.list(10'000, u"failed"_s);
        shop.refresh();
        QCOMPARE(refundsIn(shop, State::Confirmed).size(), size_t(1));
        QVERIFY(failedRefunds(shop).empty());
    }

    void whatWasAskedForIsNotAnEntryOfAnotherThatNothingTellsApart()
    {
        RefundLists shop;
        shop.lists = false;
        const QString asked = shop.give(10'000).intentId;
        shop.list(10'000);
        shop.list(10'000); // one of them was made elsewhere
        const auto looked = shop.reconcile(asked);
        QCOMPARE(looked.end, End::Accepted);
        QCOMPARE(looked.candidates.size(), size_t(2));
        QVERIFY2(looked.error && looked.error->sentence.contains(u"nothing says which"_s), "the merchant is told");
        QVERIFY(shop.left() <= RefundLists::paid - 20'000);
        QCOMPARE(QCoro::waitFor(matchRefund(shop.bench.desk.get(), shop.accountId, asked, u"re_2"_s)).end,
                 End::Confirmed);
        QCOMPARE(shop.left(), RefundLists::paid - 20'000);
    }

    void whatWasAskedForIsNotAnEntryThatStoodThereBefore()
    {
        RefundLists shop;
        shop.list(10'000); // elsewhere, a moment ago
        shop.refresh();
        shop.lists = false;
        const QString asked = shop.give(10'000).intentId;
        QCOMPARE(shop.reconcile(asked).end, End::Accepted);
        QCOMPARE(shop.left(), RefundLists::paid - 20'000);
        shop.list(10'000);
        QCOMPARE(shop.reconcile(asked).end, End::Confirmed);
        QCOMPARE(refundsIn(shop, State::Confirmed).front().sessionId, u"re_2"_s);
        QCOMPARE(shop.left(), RefundLists::paid - 20'000);
    }

    void ofTwoEqualRefundsThatWereAskedForEachFollowsItsOwnEntry()
    {
        RefundLists shop;
        shop.word = u"pending"_s;
        const QString first = shop.give(10'000).intentId;
        shop.pass(60);
        const QString second = shop.give(10'000).intentId;
        shop.setStatus(0, u"failed"_s);
        shop.setStatus(1, u"succeeded"_s);
        QCOMPARE(shop.reconcile(second).end, End::Confirmed);
        QCOMPARE(shop.reconcile(first).end, End::Rejected);
        QCOMPARE(shop.left(), RefundLists::paid - 10'000);
    }

    void theMerchantMayDecideThatWhatIsNotListedWasNotGivenBack()
    {
        RefundLists shop;
        shop.word = u"pending"_s;
        const QString intent = shop.give(10'000).intentId;
        const auto decide = [&](Unproven unproven = Unproven::Refuse) {
            return QCoro::waitFor(abandonRefund(shop.bench.desk.get(), shop.accountId, intent, unproven));
        };
        const auto refused = decide();
        QVERIFY(!refused && refused.error().sentence.contains(u"“pending”"_s));
        QCOMPARE(shop.left(), RefundLists::paid - 10'000);
        shop.refunds = {};
        QVERIFY2(!decide(), "it may still be listed");
        shop.pass(3600);
        QVERIFY2(!decide(), "a list that lacks what it listed before proves nothing");
        QVERIFY(decide(Unproven::Allow).has_value());
        QCOMPARE(shop.left(), RefundLists::paid);
    }
};

TILLDECK_TEST(PendingRefundsTest)

} // namespace pending_refunds_test

#include "tst_pending_refunds.moc"
