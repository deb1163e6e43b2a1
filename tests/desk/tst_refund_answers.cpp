// SPDX-License-Identifier: GPL-3.0-or-later
// What a provider answers to a refund is compared with what was asked for, and a refusal with the total after it.
#include "desk/abandon_refund.h"
#include "desk/counted_refunds.h"
#include "desk/refund_lists.h"
#include "support/runner.h"

namespace refund_answers_test {

using namespace tilldeck;
using namespace Qt::StringLiterals;
using namespace tilldeck::desk;
using namespace tilldeck::desk::test;
using End = RefundOutcome::End;
using State = ledger::Intent::State;
using Way = Totals::Way;

namespace {

constexpr qint64 paid = Totals::paid;
constexpr qint64 elsewhere = Totals::elsewhere;

http::Task<QString> readWhyHeldBack(QPointer<Desk> desk, QString accountId)
{
    const auto now = co_await refundableNow(desk, accountId, RefundLists::transactionId());
    co_return now ? now->heldBack : now.error().sentence;
}

QString whyHeldBack(RefundLists &shop)
{
    return QCoro::waitFor(readWhyHeldBack(shop.bench.desk.get(), shop.accountId));
}

ledger::Intent stored(const Totals &shop, const QString &intent)
{
    return *shop.bench.desk->journal().intent(intent).result().value();
}

} // namespace

class RefundAnswersTest : public QObject
{
    Q_OBJECT

private slots:
    void anAnswerAboutSomethingElseLeavesItUnknown_data()
    {
        QTest::addColumn<QJsonObject>("answered");
        QTest::newRow("another payment") << QJsonObject{{u"transaction_id"_s, u"txn_2"_s}};
        QTest::newRow("another currency") << QJsonObject{{u"currency"_s, u"USD"_s}};
        QTest::newRow("an earlier refund") << QJsonObject{{u"refund_id"_s, u"ref_1"_s}};
    }
    void anAnswerAboutSomethingElseLeavesItUnknown()
    {
        QFETCH(const QJsonObject, answered);
        Totals shop;
        QCOMPARE(shop.give(700).end, End::Accepted);
        shop.answered = answered;
        shop.countsAtOnce = false;
        const auto outcome = shop.give(1'300);
        QCOMPARE(outcome.end, End::Unknown);
        QCOMPARE(stored(shop, outcome.intentId).state, State::Unknown);
        QVERIFY(stored(shop, outcome.intentId).sessionId.isEmpty());
        QVERIFY(!stored(shop, outcome.intentId).note.isEmpty());
        QVERIFY(shop.give(1'300, Totals::Repeat::Refuse).same);
        QCOMPARE(shop.left(), paid - elsewhere - 700 - 1'300);
    }

    void anotherAmountIsSaidWhereverTheRefundIs_data()
    {
        QTest::addColumn<QString>("word");
        QTest::addColumn<qint64>("said");
        QTest::newRow("less, asked for") << u"processing"_s << qint64(520);
        QTest::newRow("less, given back") << u"completed"_s << qint64(520);
        QTest::newRow("more") << u"processing"_s << qint64(2'080);
    }
    void anotherAmountIsSaidWhereverTheRefundIs()
    {
        QFETCH(const QString, word);
        QFETCH(const qint64, said);
        Totals shop;
        shop.word = word;
        shop.countsAtOnce = false;
        shop.answered = {{u"amount"_s, said}};
        const auto outcome = shop.give(1'040);
        QCOMPARE(outcome.end, word == u"completed" ? End::Confirmed : End::Accepted);
        QCOMPARE(outcome.refund->amount, kobo(said));
        QCOMPARE(outcome.asked, kobo(1'040));
        QVERIFY(saidOtherwise(outcome, u"Khaime"_s).contains(u"was asked for, and Khaime says"_s));
        shop.bench.restart();
        QCOMPARE(stored(shop, outcome.intentId).amount, kobo(1'040));
        QCOMPARE(stored(shop, outcome.intentId).reported, kobo(said));
        // Of the two, what leaves less is held back.
        QCOMPARE(shop.left(), paid - elsewhere - std::max(qint64(1'040), said));
        const auto again = shop.reconcile(outcome.intentId);
        QCOMPARE(again.refund->amount, kobo(said));
        QCOMPARE(again.asked, kobo(1'040));
    }

    void theAmountThatIsListedIsKeptBesideWhatWasAskedFor()
    {
        RefundLists shop;
        shop.word = u"pending"_s;
        const QString made = shop.give(10'000).intentId;
        const auto reported = [&] { return shop.bench.desk->journal().intent(made).result().value()->reported; };
        QVERIFY(!reported());
        QJsonObject entry = shop.refunds.at(0).toObject();
        entry.insert(u"amount"_s, 9'800);
        shop.refunds.replace(0, entry);
        shop.refresh();
        QCOMPARE(reported(), francs(9'800));
    }

    void aRefusedRefundThatTheNextTotalHoldsIsAQuestion_data()
    {
        QTest::addColumn<QString>("what");
        QTest::addColumn<bool>("isQuestion");
        QTest::newRow("the gateway refused it after it was made") << u"made"_s << true;
        QTest::newRow("it was refused, and the total stays") << u"refused"_s << false;
        QTest::newRow("as much less was given back elsewhere") << u"less"_s << false;
        QTest::newRow("the rise is that of a lost one") << u"lost"_s << false;
        QTest::newRow("the rise is that of one that was taken after it") << u"taken"_s << false;
        QTest::newRow("it rises after more than a day") << u"later"_s << false;
    }
    void aRefusedRefundThatTheNextTotalHoldsIsAQuestion()
    {
        QFETCH(const QString, what);
        QFETCH(const bool, isQuestion);
        Totals shop;
        shop.way = what == u"made" ? Way::RefusesAfterwards : Way::Refuses;
        QCOMPARE(shop.give(1'300).end, End::Rejected);
        const QString refused = shop.begun();
        shop.way = what == u"lost" ? Way::LosesTheAnswer : Way::Answers;
        if (what == u"lost" || what == u"taken")
            QCOMPARE(shop.give(1'300).end, what == u"lost" ? End::Unknown : End::Accepted);
        if (what == u"less")
            shop.total += 1'299;
        if (what == u"later") {
            shop.pass(2 * Totals::aDay);
            shop.total += 1'300;
        }
        const int sent = shop.sent;
        if (what != u"made")
            shop.refresh();
        // The provider is asked right before a refund, and the same is not sent then.
        if (what == u"made") {
            const auto again = shop.give(1'300, Totals::Repeat::Refuse);
            QCOMPARE(again.end, End::Rejected);
            QVERIFY(again.same && again.same->id == refused);
        }
        QCOMPARE(shop.sent, sent);
        QCOMPARE(shop.stateOf(refused), isQuestion ? State::Unknown : State::Rejected);
        if (!isQuestion)
            return;
        QCOMPARE(shop.openOutcomes(), size_t(1));
        QVERIFY2(stored(shop, refused).note.contains(u"ended as refused"_s), qPrintable(stored(shop, refused).note));
        QCOMPARE(shop.left(), paid - elsewhere - 2 * 1'300);
        // What the merchant decides stays.
        const auto decided =
            QCoro::waitFor(abandonRefund(shop.bench.desk.get(), shop.accountId, refused, Unproven::Allow));
        QVERIFY(decided);
        shop.refresh();
        QCOMPARE(shop.stateOf(refused), State::Abandoned);
    }

    void noMoreIsGivenBackThanWasReceived_data()
    {
        QTest::addColumn<QJsonValue>("received");
        QTest::addColumn<qint64>("left");
        QTest::newRow("not said") << QJsonValue() << RefundLists::paid;
        QTest::newRow("all") << QJsonValue(RefundLists::paid) << RefundLists::paid;
        QTest::newRow("more than all") << QJsonValue(RefundLists::paid + 1) << RefundLists::paid;
        QTest::newRow("a part") << QJsonValue(100) << qint64(100);
        QTest::newRow("nothing") << QJsonValue(0) << qint64(0);
    }
    void noMoreIsGivenBackThanWasReceived()
    {
        QFETCH(const QJsonValue, received);
        QFETCH(const qint64, left);
        RefundLists shop;
        shop.written = {{u"amountReceived"_s, received}};
        shop.refresh();
        QCOMPARE(shop.left(), left);
        QCOMPARE(whyHeldBack(shop).contains(u"received only"_s), left < RefundLists::paid);
        QCOMPARE(shop.give(left + 1).end, End::Rejected);
        QCOMPARE(shop.asked(), 0);
        if (left == 0)
            return;
        QCOMPARE(shop.give(left).end, End::Confirmed);
        QCOMPARE(shop.left(), 0);
        // What was shown before is not what is received now.
        shop.bench.restart();
        QCOMPARE(shop.left(), 0);
    }

    void whatWasReceivedIsAskedForRightBefore()
    {
        RefundLists shop;
        shop.written = {{u"amountReceived"_s, 100}};
        QCOMPARE(shop.left(), RefundLists::paid);
        QCOMPARE(shop.give(200).end, End::Rejected);
        QCOMPARE(shop.asked(), 0);
    }
};

TILLDECK_TEST(RefundAnswersTest)

} // namespace refund_answers_test

#include "tst_refund_answers.moc"
