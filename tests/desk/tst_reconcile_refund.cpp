// SPDX-License-Identifier: GPL-3.0-or-later
// What a provider's list shows of a refund whose outcome is unknown: "not given back" is said when it is sure.
#include "desk/refund_lists.h"
#include "support/outside_sql.h"
#include "support/runner.h"

namespace reconcile_refund_test {

using namespace tilldeck;
using namespace Qt::StringLiterals;
using namespace tilldeck::desk;
using namespace tilldeck::desk::test;
using End = RefundOutcome::End;
using Way = RefundLists::Way;

namespace {

/// Longer than a refund can be under way.
constexpr int longAfter = 3600;
constexpr int aDay = 86'400;

/// Makes the refunds those of an earlier program, which did not keep what was listed before them.
void forgetWhatWasListed(RefundLists &shop)
{
    tilldeck::test::outside(shop.bench.dataDirectory() + u"/journal.sqlite"_s,
                            u"UPDATE intent SET listed_before = NULL"_s);
}

} // namespace

class ReconcileRefundTest : public QObject
{
    Q_OBJECT

private slots:
    void aRefundThatIsNotListedWhenItIsOverWasNotMade()
    {
        RefundLists shop;
        shop.way = Way::NeverArrives;
        const QString lost = shop.give(10'000).intentId;
        shop.pass(longAfter);
        QCOMPARE(shop.reconcile(lost).end, End::Rejected);
        QCOMPARE(shop.left(), RefundLists::paid);
        QCOMPARE(shop.asked(), 1);
    }

    void whatTheAnswerLeavesOpenIsNotNotGivenBack_data()
    {
        QTest::addColumn<bool>("hasList");
        QTest::addColumn<QJsonValue>("list");
        QTest::addColumn<bool>("saysItsTime");
        QTest::newRow("no list") << false << QJsonValue(QJsonValue::Undefined) << true;
        QTest::newRow("null for a list") << true << QJsonValue(QJsonValue::Null) << true;
        QTest::newRow("a text for a list") << true << QJsonValue(u"none"_s) << true;
        QTest::newRow("an entry without an amount")
            << true << QJsonValue(QJsonArray{QJsonObject{{u"id"_s, u"re_1"_s}}}) << true;
        QTest::newRow("a provider that says no time") << true << QJsonValue(QJsonValue::Undefined) << false;
    }
    void whatTheAnswerLeavesOpenIsNotNotGivenBack()
    {
        QFETCH(bool, hasList);
        QFETCH(QJsonValue, list);
        QFETCH(bool, saysItsTime);
        RefundLists shop;
        shop.bench.restart(); // the time that it said before is forgotten
        shop.saysItsTime = saysItsTime;
        shop.refresh();
        shop.way = Way::LosesTheAnswer;
        shop.lists = false;
        const QString lost = shop.give(10'000).intentId;
        shop.hasList = hasList;
        shop.listed = list;
        shop.pass(longAfter);
        QCOMPARE(shop.reconcile(lost).end, End::Unknown);
        QCOMPARE(shop.left(), RefundLists::paid - 10'000);
    }

    void oneClockAloneDecidesNothing_data()
    {
        QTest::addColumn<int>("here");
        QTest::addColumn<int>("there");
        QTest::addColumn<int>("end");
        QTest::newRow("it ran ahead") << longAfter << 10 << int(End::Unknown);
        QTest::newRow("it was set back") << -longAfter << longAfter << int(End::Unknown);
        QTest::newRow("it stood still, or the provider's jumped") << 0 << longAfter << int(End::Unknown);
        QTest::newRow("both went on") << longAfter << longAfter << int(End::Rejected);
    }
    void oneClockAloneDecidesNothing()
    {
        QFETCH(int, here);
        QFETCH(int, there);
        QFETCH(int, end);
        RefundLists shop;
        shop.way = Way::NeverArrives;
        const QString lost = shop.give(10'000).intentId;
        shop.bench.setNow(shop.bench.now().addSecs(here));
        shop.passAtProvider(there);
        QCOMPARE(int(shop.reconcile(lost).end), end);
    }

    void anEntryOfThatAmountFromAnotherTimeLeavesItOpen_data()
    {
        QTest::addColumn<int>("before");
        QTest::addColumn<int>("after");
        QTest::newRow("stamped late") << 0 << longAfter;
        QTest::newRow("stamped long before") << longAfter << 0; // and what was listed then is not known
    }
    void anEntryOfThatAmountFromAnotherTimeLeavesItOpen()
    {
        QFETCH(int, before);
        QFETCH(int, after);
        RefundLists shop;
        if (before > 0)
            shop.list(10'000);
        shop.pass(before);
        shop.refresh();
        shop.way = Way::NeverArrives;
        const QString lost = shop.give(10'000).intentId;
        forgetWhatWasListed(shop);
        shop.pass(after);
        if (after > 0)
            shop.list(10'000);
        shop.pass(longAfter);
        QCOMPARE(shop.reconcile(lost).end, End::Unknown);
        QCOMPARE(shop.asked(), 1);
    }

    void anEntryOfItsTimeWithAnotherAmountLeavesItOpen()
    {
        RefundLists shop;
        shop.way = Way::LosesTheAnswer;
        shop.lists = false;
        const QString lost = shop.give(10'000).intentId;
        shop.list(9'900); // less a fee
        shop.pass(longAfter);
        QCOMPARE(shop.reconcile(lost).end, End::Unknown);
        QVERIFY(shop.left() <= RefundLists::paid - 10'000);
    }

    void anIdThatStandsTwiceIsOfOneRefundOnly()
    {
        RefundLists shop;
        shop.hasOneId = true;
        QCOMPARE(shop.give(10'000).end, End::Confirmed);
        shop.pass(60);
        shop.way = Way::LosesTheAnswer;
        const QString lost = shop.give(10'000).intentId;
        shop.pass(longAfter);
        QCOMPARE(shop.reconcile(lost).end, End::Confirmed);
        QCOMPARE(shop.left(), RefundLists::paid - 20'000);
    }

    void anEntryFromBeforeIsNotTheRefund_data()
    {
        QTest::addColumn<bool>("saysTotal");
        QTest::addColumn<bool>("anotherFollows");
        QTest::addColumn<bool>("isKnown"); // what was listed right before
        for (const bool saysTotal : {true, false}) {
            for (const bool anotherFollows : {true, false}) {
                for (const bool isKnown : {true, false}) {
                    QTest::addRow("%s, %s, %s", saysTotal ? "with a total" : "without a total",
                                  anotherFollows ? "an equal one follows" : "none follows",
                                  isKnown ? "known to be listed" : "of an earlier program")
                        << saysTotal << anotherFollows << isKnown;
                }
            }
        }
    }
    void anEntryFromBeforeIsNotTheRefund()
    {
        QFETCH(const bool, saysTotal);
        QFETCH(const bool, anotherFollows);
        QFETCH(const bool, isKnown);
        RefundLists shop;
        shop.list(10'000); // by somebody else
        if (saysTotal)
            shop.total = 10'000;
        shop.pass(60);
        shop.refresh();
        shop.way = Way::NeverArrives;
        const QString lost = shop.give(10'000).intentId;
        if (!isKnown)
            forgetWhatWasListed(shop);
        shop.way = Way::Answers;
        if (anotherFollows)
            QCOMPARE(shop.give(10'000).end, End::Confirmed);
        if (saysTotal)
            shop.total = anotherFollows ? 20'000 : 10'000;
        const qint64 madeHere = anotherFollows ? 10'000 : 0;
        QCOMPARE(shop.reconcile(lost).end, End::Unknown);
        QCOMPARE(shop.left(), RefundLists::paid - 20'000 - madeHere);
        shop.pass(longAfter);
        QCOMPARE(shop.reconcile(lost).end, isKnown ? End::Rejected : End::Unknown);
        QCOMPARE(shop.left(), RefundLists::paid - (isKnown ? 10'000 : 20'000) - madeHere);
    }

    void anEntryOfItsTimeIsTheRefund()
    {
        RefundLists shop;
        shop.way = Way::LosesTheAnswer;
        const QString lost = shop.give(10'000).intentId;
        const auto found = shop.reconcile(lost);
        QCOMPARE(found.end, End::Confirmed);
        QCOMPARE(found.refund->id, u"re_1"_s);
        QCOMPARE(shop.left(), RefundLists::paid - 10'000);
    }

    void aRefundThatTheProviderTriedAndCouldNotMakeIsFreeAgain()
    {
        RefundLists shop;
        shop.way = Way::LosesTheAnswer;
        shop.word = u"failed"_s;
        const QString lost = shop.give(10'000).intentId;
        // It may be the entry of an earlier refund while this one is under way.
        QCOMPARE(shop.reconcile(lost).end, End::Unknown);
        shop.pass(longAfter);
        QCOMPARE(shop.reconcile(lost).end, End::Rejected);
        QCOMPARE(shop.left(), RefundLists::paid);
    }

    void ofTwoEqualRefundsTheLostOneEndsAsItWas_data()
    {
        QTest::addColumn<bool>("firstIsLost");
        QTest::addColumn<bool>("wasMade");
        QTest::addColumn<bool>("askedBetween"); // about the first, before the second is sent
        QTest::addColumn<bool>("listsAtOnce");  // so that the one with an answer gets its id
        QTest::newRow("the first, made") << true << true << false << true;
        QTest::newRow("the first, not made") << true << false << false << true;
        QTest::newRow("the first, not made, asked before the second") << true << false << true << true;
        QTest::newRow("the second, made") << false << true << false << true;
        QTest::newRow("the second, not made") << false << false << false << true;
        QTest::newRow("the first, made, listed late") << true << true << false << false;
        QTest::newRow("the first, not made, the other listed late") << true << false << false << false;
        QTest::newRow("the second, made, listed late") << false << true << false << false;
        QTest::newRow("the second, not made, the other listed late") << false << false << false << false;
    }
    void ofTwoEqualRefundsTheLostOneEndsAsItWas()
    {
        QFETCH(bool, firstIsLost);
        QFETCH(bool, wasMade);
        QFETCH(bool, askedBetween);
        QFETCH(bool, listsAtOnce);
        RefundLists shop;
        shop.lists = listsAtOnce;
        QString lost;
        for (const bool isFirst : {true, false}) {
            const bool isLost = isFirst == firstIsLost;
            shop.way = !isLost ? Way::Answers : wasMade ? Way::LosesTheAnswer : Way::NeverArrives;
            shop.refresh();
            const auto outcome = shop.give(10'000);
            QCOMPARE(outcome.end == End::Unknown, isLost);
            QVERIFY(isLost || !listsAtOnce || outcome.end == End::Confirmed);
            if (!listsAtOnce && (!isLost || wasMade))
                shop.list(10'000);
            if (isLost)
                lost = outcome.intentId;
            if (isFirst && askedBetween)
                QCOMPARE(shop.reconcile(lost).end, End::Unknown);
            shop.pass(60);
        }
        // The confirmed one has claimed its entry, although the answer had no id.
        if (!wasMade)
            QCOMPARE(shop.reconcile(lost).end, End::Unknown);
        shop.pass(longAfter);
        QCOMPARE(shop.reconcile(lost).end, wasMade ? End::Confirmed : End::Rejected);
        QCOMPARE(shop.left(), RefundLists::paid - (wasMade ? 20'000 : 10'000));
        QCOMPARE(shop.asked(), 2);
    }

    void ofTwoEqualRefundsThatWereLostAsManyWereMadeAsAreListed_data()
    {
        QTest::addColumn<int>("made");
        QTest::addColumn<bool>("firstFirst");
        for (const int made : {0, 1, 2}) {
            QTest::addRow("%d made, the first is asked about first", made) << made << true;
            QTest::addRow("%d made, the second is asked about first", made) << made << false;
        }
    }
    void ofTwoEqualRefundsThatWereLostAsManyWereMadeAsAreListed()
    {
        QFETCH(int, made);
        QFETCH(bool, firstFirst);
        RefundLists shop;
        QStringList lost;
        for (const int number : {0, 1}) {
            shop.way = number < made ? Way::LosesTheAnswer : Way::NeverArrives;
            shop.refresh();
            lost << shop.give(10'000).intentId;
            shop.pass(60);
        }
        shop.pass(longAfter);
        if (!firstFirst)
            lost.swapItemsAt(0, 1);
        int confirmed = 0;
        int rejected = 0;
        for (const QString &id : lost) {
            const auto outcome = shop.reconcile(id);
            confirmed += outcome.end == End::Confirmed ? 1 : 0;
            rejected += outcome.end == End::Rejected ? 1 : 0;
        }
        QCOMPARE(confirmed, made);
        QCOMPARE(rejected, 2 - made);
        QCOMPARE(shop.left(), RefundLists::paid - made * 10'000);
    }

    void theSameRefundIsSentAgainKnowinglyWhileTheFirstIsUnknown()
    {
        using Repeat = ledger::Journal::Repeat;
        RefundLists shop;
        shop.way = Way::NeverArrives;
        const QString lost = shop.give(10'000, Repeat::Refuse).intentId;
        shop.bench.setNow(shop.bench.now().addSecs(120));
        shop.way = Way::Answers;
        const auto refused = shop.give(10'000, Repeat::Refuse);
        QCOMPARE(refused.end, End::Rejected);
        QVERIFY(refused.same);
        QCOMPARE(refused.same->id, lost);
        QVERIFY2(refused.error->sentence.contains(u"2 minute"_s), qPrintable(refused.error->sentence));
        QCOMPARE(shop.asked(), 1);
        QCOMPARE(shop.left(), RefundLists::paid - 10'000);
        QCOMPARE(shop.give(9'000, Repeat::Refuse).end, End::Confirmed);
        QCOMPARE(shop.give(10'000, Repeat::Allow).end, End::Confirmed);
        QCOMPARE(shop.asked(), 3);
    }

    void anEqualRefundSoonAfterOneThatWasMadeIsAQuestion_data()
    {
        QTest::addColumn<QString>("word");
        QTest::addColumn<int>("seconds");
        QTest::addColumn<QString>("said"); // empty when it goes out unasked
        QTest::newRow("at once") << u"succeeded"_s << 0 << u"given back a moment ago"_s;
        QTest::newRow("seconds after it") << u"succeeded"_s << 20 << u"given back 20 seconds ago"_s;
        QTest::newRow("in five minutes") << u"succeeded"_s << 299 << u"given back 4 minutes ago"_s;
        QTest::newRow("the clock was set back") << u"succeeded"_s << -longAfter << u"given back a moment ago"_s;
        QTest::newRow("later") << u"succeeded"_s << 301 << QString();
        QTest::newRow("later by this computer's clock, which was a day behind")
            << u"succeeded"_s << aDay << u"was given back on"_s;
        QTest::newRow("asked for, seconds ago") << u"pending"_s << 20 << u"has not said yet"_s;
        QTest::newRow("asked for, long ago") << u"pending"_s << longAfter << u"has not said yet"_s;
    }
    void anEqualRefundSoonAfterOneThatWasMadeIsAQuestion()
    {
        using Repeat = ledger::Journal::Repeat;
        QFETCH(const QString, word);
        QFETCH(const int, seconds);
        QFETCH(const QString, said);
        RefundLists shop;
        shop.word = word;
        const QString first = shop.give(10'000, Repeat::Refuse).intentId;
        QVERIFY(!first.isEmpty());
        shop.bench.setNow(shop.bench.now().addSecs(seconds));
        if (said.isEmpty())
            shop.passAtProvider(seconds);
        shop.refresh();
        const auto second = shop.give(10'000, Repeat::Refuse);
        QCOMPARE(shop.asked(), said.isEmpty() ? 2 : 1);
        QCOMPARE(second.same.has_value(), !said.isEmpty());
        if (said.isEmpty())
            return;
        QCOMPARE(second.end, End::Rejected);
        QCOMPARE(second.same->id, first);
        QString sentence = second.error->sentence;
        QVERIFY2(sentence.replace(u"(s)"_s, u"s"_s).contains(said), qPrintable(sentence));
        QVERIFY2(sentence.contains(u"Nothing was sent"_s), qPrintable(sentence));
        // Another amount is another refund, and the merchant may mean the same one.
        QVERIFY(!shop.give(9'000, Repeat::Refuse).same);
        QVERIFY(!shop.give(10'000, Repeat::Allow).same);
        QCOMPARE(shop.asked(), 3);
    }

    void aTotalAboveTheListLeavesItOpen()
    {
        RefundLists shop;
        shop.way = Way::NeverArrives;
        const QString lost = shop.give(10'000).intentId;
        shop.total = 10'000;
        shop.pass(longAfter);
        QCOMPARE(shop.reconcile(lost).end, End::Unknown);
    }
};

TILLDECK_TEST(ReconcileRefundTest)

} // namespace reconcile_refund_test

#include "tst_reconcile_refund.moc"
