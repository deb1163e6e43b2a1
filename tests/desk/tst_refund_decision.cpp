// SPDX-License-Identifier: GPL-3.0-or-later
// What the merchant may decide about a refund: nothing that the provider's figures contradict, and nothing twice.
#include "desk/abandon_refund.h"
#include "desk/confirm_refund.h"
#include "desk/counted_refunds.h"
#include "desk/refund_decision.h"
#include "desk/refund_lists.h"
#include "support/outside_sql.h"
#include "support/runner.h"

namespace refund_decision_test {

using namespace tilldeck;
using namespace Qt::StringLiterals;
using namespace tilldeck::desk;
using namespace tilldeck::desk::test;
using End = RefundOutcome::End;
using State = ledger::Intent::State;
using Way = Totals::Way;

namespace {

constexpr RefundDecision givenBack = RefundDecision::GivenBack;
constexpr RefundDecision notGivenBack = RefundDecision::NotGivenBack;

/// Decides, and returns why that was refused; empty when it was not.
template <class Shop>
QString decide(Shop &shop, const QString &intent, RefundDecision decision, Unproven unproven = Unproven::Refuse)
{
    using checkout::ErrorKind;
    Desk *desk = shop.bench.desk.get();
    const auto decided = QCoro::waitFor(decision == givenBack ? confirmRefund(desk, shop.accountId, intent, unproven)
                                                              : abandonRefund(desk, shop.accountId, intent, unproven));
    if (!decided && decided.error().kind != ErrorKind::Rejected && decided.error().kind != ErrorKind::UnknownOutcome)
        qFatal("%s", qPrintable(decided.error().sentence));
    return decided ? QString() : decided.error().sentence;
}

} // namespace

class RefundDecisionTest : public QObject
{
    Q_OBJECT

private slots:
    void aTotalThatContradictsADecisionRefusesIt_data()
    {
        QTest::addColumn<Way>("way");
        QTest::addColumn<bool>("saysItsTotal");
        QTest::addColumn<RefundDecision>("decision");
        QTest::addColumn<QString>("refused"); // empty when it is not
        const QString isIn = u"this refund of"_s;
        const QString isNotIn = u"is not in that"_s;
        const QString isNotSaid = u"does not say what was given back"_s;
        QTest::newRow("asked for and counted, not given back") << Way::Answers << true << notGivenBack << isIn;
        QTest::newRow("asked for and counted, given back") << Way::Answers << true << givenBack << QString();
        QTest::newRow("lost and counted, not given back") << Way::LosesTheAnswer << true << notGivenBack << isIn;
        QTest::newRow("lost and counted, given back") << Way::LosesTheAnswer << true << givenBack << QString();
        QTest::newRow("lost and not counted, not given back") << Way::NeverArrives << true << notGivenBack << isNotIn;
        QTest::newRow("lost and not counted, given back") << Way::NeverArrives << true << givenBack << isNotIn;
        QTest::newRow("lost without a total, not given back")
            << Way::LosesTheAnswer << false << notGivenBack << isNotSaid;
        QTest::newRow("lost without a total, given back") << Way::NeverArrives << false << givenBack << isNotSaid;
    }
    void aTotalThatContradictsADecisionRefusesIt()
    {
        QFETCH(const Way, way);
        QFETCH(const bool, saysItsTotal);
        QFETCH(const RefundDecision, decision);
        QFETCH(const QString, refused);
        Totals shop(saysItsTotal ? Totals::elsewhere : 0);
        shop.saysItsTotal = saysItsTotal;
        shop.way = way;
        QVERIFY(shop.give(1'300).end != End::Rejected);
        const QString intent = shop.begun();
        const State before = shop.stateOf(intent);
        const qint64 left = shop.left();
        const QString why = decide(shop, intent, decision);
        QCOMPARE(why.isEmpty(), refused.isEmpty());
        QVERIFY2(why.contains(refused), qPrintable(why));
        if (!refused.isEmpty()) {
            QVERIFY2(why.contains(saysItsTotal ? u"Khaime counts"_s : u"Khaime does not say"_s), qPrintable(why));
            QCOMPARE(why.contains(u"may still arrive until"_s), decision == notGivenBack);
            QCOMPARE(shop.stateOf(intent), before);
            QVERIFY(shop.left() <= left);
            // A total that does not hold it may follow later, also long after.
            shop.pass(3600);
            shop.total = decision == givenBack ? Totals::elsewhere + 1'300 : Totals::elsewhere;
            const QString later = decide(shop, intent, decision);
            QCOMPARE(later.isEmpty(), decision == givenBack && saysItsTotal);
            QVERIFY2(!later.contains(u"may still arrive"_s), qPrintable(later));
            QCOMPARE(decide(shop, intent, decision, Unproven::Allow), QString());
        }
        QCOMPARE(shop.stateOf(intent), decision == givenBack ? State::Confirmed : State::Abandoned);
    }

    void aTotalThatMayHoldEitherOfTwoIsSaidBeforeOneIsDecided()
    {
        Totals shop;
        shop.way = Way::NeverArrives;
        const QString first = shop.give(1'300).intentId;
        shop.way = Way::LosesTheAnswer;
        const QString second = shop.give(1'300).intentId;
        for (const QString &lost : {first, second}) {
            QVERIFY2(decide(shop, lost, notGivenBack).contains(u"may be in that"_s), "the total holds one of them");
            QCOMPARE(shop.stateOf(lost), State::Unknown);
        }
        QCOMPARE(decide(shop, first, notGivenBack, Unproven::Allow), QString());
        QVERIFY2(decide(shop, second, notGivenBack).contains(u"is in that"_s), "the total holds the other one");
        QCOMPARE(shop.stateOf(second), State::Unknown);
        QVERIFY(shop.left() <= Totals::paid - shop.total - 1'300);
    }

    void whatTheTotalWasSeenToCountOfAnotherIsNotThisOne()
    {
        Totals shop;
        shop.way = Way::NeverArrives;
        const QString lost = shop.give(1'300).intentId;
        shop.way = Way::Answers;
        QCOMPARE(shop.give(1'300).end, End::Accepted);
        // What the total holds was seen to be the second one, and it may still follow with the first.
        QVERIFY2(decide(shop, lost, notGivenBack).contains(u"is not in that"_s), "the total holds the second one");
        QCOMPARE(decide(shop, lost, notGivenBack, Unproven::Allow), QString());
        QCOMPARE(shop.left(), Totals::paid - Totals::elsewhere - 1'300);
    }

    void oneAmountInTheTotalIsGivenBackOnce()
    {
        Totals shop;
        shop.way = Way::NeverArrives;
        const QString first = shop.give(1'300).intentId;
        const QString second = shop.give(1'300).intentId;
        shop.total += 1'300;
        QCOMPARE(decide(shop, first, givenBack), QString());
        QVERIFY2(decide(shop, second, givenBack).contains(u"is not in that"_s), "the total holds the other one");
        QCOMPARE(decide(shop, second, givenBack, Unproven::Allow), QString());
    }

    void withoutAnAnswerADecisionIsSaidTwice_data()
    {
        QTest::addColumn<RefundDecision>("decision");
        QTest::addColumn<Way>("way");
        QTest::newRow("not given back, lost") << notGivenBack << Way::LosesTheAnswer;
        QTest::newRow("not given back, asked for") << notGivenBack << Way::Answers;
        QTest::newRow("given back, lost") << givenBack << Way::LosesTheAnswer;
        QTest::newRow("given back, asked for") << givenBack << Way::Answers;
    }
    void withoutAnAnswerADecisionIsSaidTwice()
    {
        QFETCH(const RefundDecision, decision);
        QFETCH(const Way, way);
        Totals shop;
        shop.way = way;
        const QString intent = (shop.give(1'300), shop.begun());
        const State before = shop.stateOf(intent);
        shop.isReachable = false;
        const QString why = decide(shop, intent, decision);
        QVERIFY2(why.contains(u"Without its answer"_s), qPrintable(why));
        QCOMPARE(shop.stateOf(intent), before);
        QCOMPARE(decide(shop, intent, decision, Unproven::Allow), QString());
        QCOMPARE(shop.stateOf(intent), decision == givenBack ? State::Confirmed : State::Abandoned);
        // The same once more needs no answer.
        QCOMPARE(decide(shop, intent, decision), QString());
    }

    void anEntryThatMayBeTheRefundIsSaidBeforeItIsDecided()
    {
        RefundLists shop;
        shop.way = RefundLists::Way::NeverArrives;
        const QString lost = shop.give(10'000).intentId;
        shop.list(10'000);
        shop.list(10'000); // one of them was made elsewhere
        const QString why = decide(shop, lost, notGivenBack);
        QVERIFY2(why.contains(u"may be this one"_s), qPrintable(why));
        QCOMPARE(decide(shop, lost, notGivenBack, Unproven::Allow), QString());
    }

    void whatMayStillArriveIsNotDecidedAsProven_data()
    {
        QTest::addColumn<RefundLists::Way>("way");
        QTest::addColumn<RefundDecision>("decision");
        QTest::newRow("on its way, not given back") << RefundLists::Way::NeverArrives << notGivenBack;
        QTest::newRow("listed later, not given back") << RefundLists::Way::LosesTheAnswer << notGivenBack;
        QTest::newRow("on its way, given back") << RefundLists::Way::NeverArrives << givenBack;
    }
    void whatMayStillArriveIsNotDecidedAsProven()
    {
        QFETCH(const RefundLists::Way, way);
        QFETCH(const RefundDecision, decision);
        RefundLists shop;
        shop.way = way;
        shop.lists = false; // the list lags
        const QString lost = shop.give(10'000).intentId;
        const auto state = [&] { return shop.bench.desk->journal().intent(lost).result().value()->state; };
        for (const int seconds : {0, 60, 200}) {
            shop.pass(seconds);
            const QString why = decide(shop, lost, decision);
            QCOMPARE(why.contains(u"It may still arrive until"_s), decision == notGivenBack);
            QVERIFY2(!why.isEmpty(), "nothing proves it yet");
            QCOMPARE(state(), State::Unknown);
            QVERIFY(shop.left() <= RefundLists::paid - 10'000);
        }
        // One clock alone says nothing.
        shop.passAtProvider(3600);
        QVERIFY(!decide(shop, lost, notGivenBack).isEmpty());
        shop.pass(3600);
        QCOMPARE(decide(shop, lost, notGivenBack), QString());
        QCOMPARE(state(), State::Abandoned);
    }

    void withoutTheTimeOfTheProviderNothingIsProven()
    {
        RefundLists shop;
        shop.bench.restart(); // the time that it said before is forgotten
        shop.saysItsTime = false;
        shop.refresh();
        shop.way = RefundLists::Way::NeverArrives;
        const QString lost = shop.give(10'000).intentId;
        shop.pass(3600);
        const QString why = decide(shop, lost, notGivenBack);
        QVERIFY2(why.contains(u"does not say its time"_s), qPrintable(why));
        QCOMPARE(decide(shop, lost, notGivenBack, Unproven::Allow), QString());
    }

    void aRefundWhoseOwnTimeWasLostIsSaidToBeThat()
    {
        RefundLists shop;
        shop.way = RefundLists::Way::NeverArrives;
        const QString lost = shop.give(10'000).intentId;
        // As one is that only the ledger knew.
        tilldeck::test::outside(shop.bench.dataDirectory() + u"/journal.sqlite"_s,
                                u"UPDATE intent SET provider_opened_at = NULL, listed_before = NULL"_s);
        shop.pass(3600);
        const QString why = decide(shop, lost, notGivenBack);
        QVERIFY2(why.contains(u"is not known when this refund was sent by the clock of Ikawaari"_s), qPrintable(why));
        QVERIFY2(!why.contains(u"does not say its time"_s), qPrintable(why));
        QCOMPARE(decide(shop, lost, notGivenBack, Unproven::Allow), QString());
    }

    void aListThatContradictsADecisionRefusesIt_data()
    {
        QTest::addColumn<QString>("word");
        QTest::addColumn<bool>("isListed");
        QTest::addColumn<bool>("isLost");
        QTest::addColumn<RefundDecision>("decision");
        QTest::addColumn<bool>("isRefused");
        const auto row = [](const char *name, const QString &word, bool isListed, bool isLost, RefundDecision decision,
                            bool isRefused) {
            QTest::newRow(name) << word << isListed << isLost << decision << isRefused;
        };
        row("pending, not given back", u"pending"_s, true, false, notGivenBack, true);
        row("pending, given back", u"pending"_s, true, false, givenBack, true);
        row("a word that is not known, not given back", u"in_review"_s, true, false, notGivenBack, true);
        row("a word that is not known, given back", u"in_review"_s, true, false, givenBack, false);
        row("not listed, not given back", u"pending"_s, false, false, notGivenBack, false);
        row("not listed, given back", u"pending"_s, false, false, givenBack, true);
        row("lost and listed, not given back", u"succeeded"_s, true, true, notGivenBack, true);
        row("lost and listed, given back", u"succeeded"_s, true, true, givenBack, false);
        row("lost and not listed, not given back", u"succeeded"_s, false, true, notGivenBack, false);
        row("lost and not listed, given back", u"succeeded"_s, false, true, givenBack, true);
    }
    void aListThatContradictsADecisionRefusesIt()
    {
        QFETCH(const QString, word);
        QFETCH(const bool, isListed);
        QFETCH(const bool, isLost);
        QFETCH(const RefundDecision, decision);
        QFETCH(const bool, isRefused);
        RefundLists shop;
        shop.word = word;
        shop.lists = isListed;
        shop.way = isLost ? RefundLists::Way::LosesTheAnswer : RefundLists::Way::Answers;
        const QString intent = shop.give(10'000).intentId;
        shop.pass(3600); // longer than it can be under way
        const QString why = decide(shop, intent, decision);
        QVERIFY2(why.isEmpty() != isRefused, qPrintable(why));
        QVERIFY2(!isRefused || why.contains(u"Ikawaari lists"_s), qPrintable(why));
        QVERIFY2(!isRefused || !isListed || why.contains(word), qPrintable(why));
        const State state = shop.bench.desk->journal().intent(intent).result().value()->state;
        const State decided = decision == givenBack ? State::Confirmed : State::Abandoned;
        QCOMPARE(state == decided, !isRefused);
        if (state == State::Abandoned)
            QCOMPARE(shop.left(), RefundLists::paid);
        else
            QVERIFY(shop.left() <= RefundLists::paid - 10'000);
    }

    void whatWasDecidedIsSaidAndNotAskedAgain_data()
    {
        QTest::addColumn<bool>("saysItsTotal");
        QTest::newRow("with a total") << true;
        QTest::newRow("without one") << false;
    }
    void whatWasDecidedIsSaidAndNotAskedAgain()
    {
        QFETCH(const bool, saysItsTotal);
        const QString notBack = u"already decided as not given back"_s;
        const QString back = u"already decided as given back"_s;
        Totals shop;
        shop.way = Way::NeverArrives;
        const QString lost = shop.give(1'300).intentId;
        shop.saysItsTotal = saysItsTotal;
        QCOMPARE(decide(shop, lost, notGivenBack, Unproven::Allow), QString());
        QCOMPARE(decide(shop, lost, notGivenBack), QString());
        QVERIFY2(decide(shop, lost, givenBack).contains(notBack), "the other decision");
        const auto asked = shop.reconcile(lost);
        QCOMPARE(asked.end, End::Rejected);
        QVERIFY2(asked.error->sentence.contains(notBack), qPrintable(asked.error->sentence));
        QCOMPARE(shop.stateOf(lost), State::Abandoned);

        shop.way = Way::Answers;
        const QString made = shop.give(700).intentId;
        QCOMPARE(decide(shop, made, givenBack, Unproven::Allow), QString());
        QCOMPARE(decide(shop, made, givenBack), QString());
        QVERIFY2(decide(shop, made, notGivenBack).contains(back), "the other decision");
        QCOMPARE(shop.reconcile(made).end, End::Confirmed);
    }
};

TILLDECK_TEST(RefundDecisionTest)

} // namespace refund_decision_test

#include "tst_refund_decision.moc"
