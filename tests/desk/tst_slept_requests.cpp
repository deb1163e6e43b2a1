// SPDX-License-Identifier: GPL-3.0-or-later
// The computer sleeps while a request waits: it leaves, and is answered, long after it was begun.
#include "desk/abandon_creation.h"
#include "desk/refund_lists.h"
#include "desk/rewriting_shop.h"
#include "support/runner.h"

namespace slept_requests_test {

using namespace tilldeck;
using namespace Qt::StringLiterals;
using namespace tilldeck::desk;
using namespace tilldeck::desk::test;
using checkout::ErrorKind;
using End = CreateOutcome::End;
using Finding = Reconciliation::Finding;
using State = ledger::Intent::State;
using Way = RefundLists::Way;

namespace {

constexpr int anHour = 3600;

/// Creates twoItems() in an hour in which the computer sleeps. Returns how it ended, by @p answer.
template <class Answer> CreateOutcome createAsleep(RewritingShop &shop, Answer answer)
{
    shop.holds = true;
    auto creating = createSession(shop.bench.desk.get(), shop.account, twoItems(), {}, std::nullopt);
    if (!QTest::qWaitFor([&shop] { return shop.posts == 1; }))
        qFatal("Nothing was sent.");
    shop.pass(anHour);
    answer();
    shop.holds = false;
    return QCoro::waitFor(std::move(creating));
}

} // namespace

class SleptRequestsTest : public QObject
{
    Q_OBJECT

private slots:
    void aLostCreationMayStillAppearFromThenOn()
    {
        RewritingShop shop;
        const auto lost = createAsleep(shop, [&shop] { shop.loseHeld(); });
        QCOMPARE(lost.end, End::Unknown);
        const QString intent = lost.record.intentId;
        const auto close = [&] {
            return QCoro::waitFor(abandonCreation(shop.bench.desk.get(), shop.account, intent, EarlyAbandon::Refuse));
        };
        const auto looked = shop.lookUp(intent);
        QVERIFY2(looked, looked ? "" : qPrintable(looked.error().sentence));
        QCOMPARE(looked->finding, Finding::NotListed);
        QVERIFY(looked->mayAppearUntil > shop.bench.now().addSecs(200));
        QVERIFY(!close());
        QCOMPARE(shop.stateOf(intent), State::Unknown);

        shop.pass(400);
        QVERIFY(!shop.lookUp(intent)->mayAppearUntil.isValid());
        QVERIFY(close());
    }

    void theSessionThatAppearsThenIsTheOne()
    {
        RewritingShop shop;
        const auto lost = createAsleep(shop, [&shop] { shop.loseHeld(); });
        shop.pass(12);
        shop.listed = {shop.session(u"cs_1"_s)};
        const auto looked = shop.lookUp(lost.record.intentId);
        QVERIFY2(looked, looked ? "" : qPrintable(looked.error().sentence));
        QCOMPARE(looked->finding, Finding::Found);
    }

    void theSameSoonAfterItWasCreatedIsAQuestion()
    {
        RewritingShop shop;
        const auto made = createAsleep(shop, [&shop] { shop.answerHeld(shop.session(u"cs_1"_s)); });
        QCOMPARE(made.end, End::Confirmed);
        shop.pass(1);
        const auto again =
            QCoro::waitFor(createSession(shop.bench.desk.get(), shop.account, twoItems(), {}, std::nullopt));
        QCOMPARE(again.end, End::Repeated);
        QVERIFY2(again.error->sentence.contains(u"a moment ago"_s), qPrintable(again.error->sentence));
        QCOMPARE(shop.posts, 1);
        shop.pass(400);
        // Also by the provider's clock.
        for (int told = 0; told < 2; ++told)
            (void)QCoro::waitFor(shop.bench.desk->http().send(http::Request::get(shop.server.url())));
        shop.lose();
        QCOMPARE(shop.posts, 2);
    }

    void aLostRefundIsNotSaidToBeNotMadeThen()
    {
        RefundLists shop;
        shop.way = Way::NeverArrives;
        shop.sleeps = anHour;
        const QString lost = shop.give(1234).intentId;
        QCOMPARE(shop.reconcile(lost).end, RefundOutcome::End::Unknown);
        QCOMPARE(shop.left(), RefundLists::paid - 1234);
        shop.pass(14);
        shop.list(1234);
        QCOMPARE(shop.reconcile(lost).end, RefundOutcome::End::Confirmed);
        QCOMPARE(shop.asked(), 1);
    }

    void aLostRefundThatNeverArrivesIsNotMadeSomeMinutesLater()
    {
        RefundLists shop;
        shop.way = Way::NeverArrives;
        shop.sleeps = anHour;
        const QString lost = shop.give(1234).intentId;
        shop.pass(400);
        QCOMPARE(shop.reconcile(lost).end, RefundOutcome::End::Rejected);
    }

    void aRefundThatWasMadeThenIsFound()
    {
        RefundLists shop;
        shop.way = Way::LosesTheAnswer;
        shop.sleeps = anHour;
        const QString lost = shop.give(1234).intentId;
        QCOMPARE(shop.reconcile(lost).end, RefundOutcome::End::Confirmed);
    }
};

TILLDECK_TEST(SleptRequestsTest)

} // namespace slept_requests_test

#include "tst_slept_requests.moc"
