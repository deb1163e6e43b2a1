// SPDX-License-Identifier: GPL-3.0-or-later
// What a merchant can do about a coupon, promotion code or route of unknown outcome, and what each of it sends.
#include "desk/code_shop.h"
#include "desk/create_coupon.h"
#include "desk/deactivate_promotion_code.h"
#include "desk/open_write.h"
#include "desk/promotion_batch.h"
#include "desk/reconcile_entry.h"
#include "desk/repeat_entry.h"
#include "desk/save_route.h"
#include "desk/send_code.h"
#include "support/runner.h"

#include <QSignalSpy>

namespace open_writes_test {

using namespace tilldeck;
using namespace Qt::StringLiterals;
using namespace tilldeck::desk;
using namespace tilldeck::desk::test;
using checkout::ErrorKind;
using Event = ledger::TimelineEvent::Kind;
using Fault = CodeShop::Fault;
using Finding = EntryFinding::Finding;
using State = ledger::Intent::State;

class OpenWritesTest : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_shop = std::make_unique<CodeShop>(); }
    void cleanup() { m_shop.reset(); }

    void aCouponOfUnknownOutcomeIsLookedUpOrClosedAndNotSentAgain()
    {
        m_shop->onWrite = [](int) { return Fault::LostBefore; };
        QVERIFY(!waitFor(createCoupon(&desk(), m_shop->account, coupon())));
        const QString id = unknownId();
        const OpenWrite open = shown(id);
        QVERIFY(offer(open, OutcomeAction::LookUp).whyNot.isEmpty());
        QVERIFY(offer(open, OutcomeAction::NotMade).whyNot.isEmpty());
        QVERIFY2(offer(open, OutcomeAction::NotMade).risk.contains(u"two"_s),
                 qPrintable(offer(open, OutcomeAction::NotMade).risk));
        const QString why = offer(open, OutcomeAction::SendAgain).whyNot;
        QVERIFY2(why.contains(u"key"_s), qPrintable(why));
        QCOMPARE(kinds(open), (QList<Event>{Event::OutcomeUnknown}));
        QCOMPARE(waitFor(reconcileEntry(&desk(), m_shop->account, id))->finding, Finding::NotListed);
        m_shop->listsNothing = true;
        QVERIFY(!waitFor(reconcileEntry(&desk(), m_shop->account, id)));
        QTRY_COMPARE(kinds(shown(id)), (QList<Event>{Event::LookedUp, Event::LookedUp, Event::OutcomeUnknown}));
        QCOMPARE(waitFor(repeatEntry(&desk(), m_shop->account, id)).error().kind, ErrorKind::Rejected);
        QCOMPARE(m_shop->keys.size(), 1);
        QVERIFY(waitFor(abandonEntry(&desk(), m_shop->account, id, EarlyAbandon::Allow)));
        QVERIFY(!waitFor(openWrite(&desk(), m_shop->account, id))->has_value());
    }

    void aCouponThatSeveralFitIsMatchedToTheChosenOne()
    {
        QVERIFY(waitFor(createCoupon(&desk(), m_shop->account, coupon())));
        m_shop->onWrite = [](int) { return Fault::LostBefore; };
        QVERIFY(!waitFor(createCoupon(&desk(), m_shop->account, coupon())));
        for (const QString &id : {u"coupon_x"_s, u"coupon_y"_s}) {
            QJsonObject same = m_shop->lists[u"coupons"_s].first().toObject();
            same[u"id"_s] = id;
            m_shop->lists[u"coupons"_s] << same;
        }
        const QString id = unknownId();
        const auto looked = waitFor(reconcileEntry(&desk(), m_shop->account, id));
        QCOMPARE(looked->finding, Finding::Ambiguous);
        QCOMPARE(looked->candidates.size(), size_t(2));
        QCOMPARE(looked->candidates.front().name, u"Spring"_s);
        // One that was made by another write, or by nobody, is none of them.
        for (const QString &other : {u"coupons_1"_s, u"nobody"_s}) {
            const auto refused = waitFor(reconcileEntry(&desk(), m_shop->account, id, other));
            QCOMPARE(refused.error().kind, ErrorKind::NotFound);
            QCOMPARE(desk().journal().intent(id).result().value()->state, State::Unknown);
        }
        const auto matched = waitFor(reconcileEntry(&desk(), m_shop->account, id, u"coupon_y"_s));
        QCOMPARE(matched->finding, Finding::Made);
        const auto ended = desk().journal().intent(id).result().value();
        QCOMPARE(ended->state, State::Confirmed);
        QCOMPARE(ended->sessionId, u"coupon_y"_s);
        QCOMPARE(m_shop->keys.size(), 2);
    }

    void aChangeThatCanBeRepeatedIsSentAgainAsTheSameIntent_data()
    {
        QTest::addColumn<bool>("isRoute");
        QTest::newRow("switching a code off") << false;
        QTest::newRow("changing a route") << true;
    }
    void aChangeThatCanBeRepeatedIsSentAgainAsTheSameIntent()
    {
        QFETCH(const bool, isRoute);
        checkout::ProcessorRoute route;
        route.name = u"Main"_s;
        route.processorIds = {u"proc_a"_s};
        QVERIFY(waitFor(saveRoute(&desk(), m_shop->account, route)));
        route.id = u"processor-routes_1"_s;
        route.name = u"Changed"_s;
        checkout::PromotionCode code;
        code.id = u"promotion-codes_1"_s;
        code.code = u"WELCOME"_s;
        m_shop->lists[u"promotion-codes"_s] << QJsonObject{
            {u"id"_s, code.id}, {u"code"_s, code.code}, {u"coupon_id"_s, u"coupon_1"_s}, {u"is_active"_s, true}};
        m_shop->onWrite = [](int) { return Fault::LostBefore; };
        if (isRoute)
            QVERIFY(!waitFor(saveRoute(&desk(), m_shop->account, route)));
        else
            QVERIFY(!waitFor(deactivatePromotionCode(&desk(), m_shop->account, code)));
        const QString id = unknownId();
        QVERIFY(offer(shown(id), OutcomeAction::SendAgain).whyNot.isEmpty());
        // Again without an answer it is as unknown as before.
        QVERIFY(!waitFor(repeatEntry(&desk(), m_shop->account, id)));
        QTRY_COMPARE(kinds(shown(id)), (QList<Event>{Event::SentAgain, Event::OutcomeUnknown}));
        m_shop->onWrite = {};
        QVERIFY(waitFor(repeatEntry(&desk(), m_shop->account, id)));
        QCOMPARE(desk().journal().intent(id).result().value()->state, State::Confirmed);
        QVERIFY(desk().journal().unsettled(m_shop->account).result()->empty());
        QCOMPARE(m_shop->keys.size(), 4);
        if (isRoute)
            QCOMPARE(m_shop->lists[u"processor-routes"_s].first()[u"name"].toString(), u"Changed"_s);
        // What is settled is not sent once more.
        QCOMPARE(waitFor(repeatEntry(&desk(), m_shop->account, id)).error().kind, ErrorKind::Rejected);
        QCOMPARE(m_shop->keys.size(), 4);
    }

    void anOlderChangeIsNotSentOverANewerOne_data()
    {
        QTest::addColumn<bool>("isKnown");
        QTest::newRow("that was confirmed") << true;
        QTest::newRow("whose outcome is unknown, too") << false;
    }
    void anOlderChangeIsNotSentOverANewerOne()
    {
        QFETCH(const bool, isKnown);
        const checkout::ProcessorRoute older = changedAfterMain(u"Older"_s);
        m_shop->onWrite = [](int) { return Fault::LostBefore; };
        QVERIFY(!waitFor(saveRoute(&desk(), m_shop->account, older)));
        const QString id = unknownId();
        m_shop->bench.setNow(m_shop->bench.now().addSecs(60));
        checkout::ProcessorRoute newer = older;
        newer.name = u"Newer"_s;
        m_shop->onWrite = [isKnown](int) { return isKnown ? Fault::None : Fault::LostAfter; };
        QCOMPARE(waitFor(saveRoute(&desk(), m_shop->account, newer)).has_value(), isKnown);
        m_shop->onWrite = {};
        const QString why = offer(shown(id), OutcomeAction::SendAgain).whyNot;
        QVERIFY2(why.contains(u"undo the later change"_s), qPrintable(why));
        const auto sent = waitFor(repeatEntry(&desk(), m_shop->account, id));
        QCOMPARE(sent.error().kind, ErrorKind::Rejected);
        QCOMPARE(sent.error().sentence, why);
        QCOMPARE(m_shop->lists[u"processor-routes"_s].first()[u"name"].toString(), u"Newer"_s);
        QCOMPARE(m_shop->keys.size(), 3);
    }

    void aChangeIsNotSentAgainOverOneThatWasMadeElsewhere_data()
    {
        QTest::addColumn<bool>("isBeforeKnown");
        QTest::newRow("the contents before are known") << true;
        QTest::newRow("the contents before are not known") << false;
    }
    void aChangeIsNotSentAgainOverOneThatWasMadeElsewhere()
    {
        QFETCH(const bool, isBeforeKnown);
        const auto setName = [this](const QString &name) {
            m_shop->lists[u"processor-routes"_s] = {
                QJsonObject{{u"id"_s, u"processor-routes_1"_s},
                            {u"name"_s, name},
                            {u"processors"_s, QJsonArray{QJsonObject{{u"processor_id"_s, u"proc_a"_s}}}}}};
        };
        checkout::ProcessorRoute route;
        route.id = u"processor-routes_1"_s;
        route.name = u"Changed"_s;
        route.processorIds = {u"proc_a"_s};
        if (isBeforeKnown)
            route = changedAfterMain(u"Changed"_s);
        else
            setName(u"Main"_s);
        m_shop->onWrite = [](int) { return Fault::LostBefore; };
        QVERIFY(!waitFor(saveRoute(&desk(), m_shop->account, route)));
        const QString id = unknownId();
        m_shop->onWrite = {};
        const qsizetype sent = m_shop->keys.size();
        setName(u"Elsewhere"_s);
        const auto refused = waitFor(repeatEntry(&desk(), m_shop->account, id));
        QCOMPARE(refused.error().kind, ErrorKind::Rejected);
        QVERIFY2(refused.error().sentence.contains(isBeforeKnown ? u"somebody else"_s : u"not known here"_s),
                 qPrintable(refused.error().sentence));
        QCOMPARE(m_shop->keys.size(), sent);
        // As it was before, or as it is wanted, nothing is undone.
        setName(isBeforeKnown ? u"Main"_s : u"Changed"_s);
        QVERIFY(waitFor(repeatEntry(&desk(), m_shop->account, id)));
        QCOMPARE(m_shop->lists[u"processor-routes"_s].first()[u"name"].toString(), u"Changed"_s);
    }

    void aBatchIsLookedUpWithoutSendingAndGoneOnWith()
    {
        m_shop->onWrite = [](int number) {
            return number == 1 ? Fault::LostAfter : number == 2 ? Fault::LostBefore : Fault::KeyRefused;
        };
        PromotionBatch batch(desk());
        PromotionBatch::Order order;
        order.accountId = m_shop->account;
        order.couponId = u"coupon_1"_s;
        order.pattern = u"SUMMER-####"_s;
        order.count = 5;
        QSignalSpy ended(&batch, &PromotionBatch::finished);
        batch.start(order);
        QTRY_COMPARE(ended.size(), 1);
        const QString id = batch.unfinishedId();
        const OpenWrite open = shown(id);
        QVERIFY(open.write.batch.has_value());
        QCOMPARE(open.write.batch->unknown, 2);
        for (const OutcomeAction action : {OutcomeAction::LookUp, OutcomeAction::SendAgain, OutcomeAction::NotMade})
            QVERIFY(offer(open, action).whyNot.isEmpty());
        const qsizetype sent = m_shop->sent.size();
        const auto looked = waitFor(lookUpBatch(&desk(), m_shop->account, id));
        QVERIFY(looked.has_value());
        QCOMPARE(looked->open, std::optional(LookUpAnswer::NotListed));
        QCOMPARE(m_shop->sent.size(), sent);
        QCOMPARE(shown(id).write.batch->unknown, 1);
        QCOMPARE(shown(id).write.batch->made, 1);
        QVERIFY(!shown(id).write.batch->isRunning);
        QTRY_COMPARE(kinds(shown(id)), (QList<Event>{Event::LookedUp}));
        m_shop->onWrite = {};
        PromotionBatch rest(desk());
        QSignalSpy restEnded(&rest, &PromotionBatch::finished);
        rest.resume(m_shop->account, id);
        QTRY_COMPARE(restEnded.size(), 1);
        QCOMPARE(m_shop->codes().size(), 5);
        QVERIFY(!waitFor(openWrite(&desk(), m_shop->account, id))->has_value());
    }

private:
    Desk &desk() const { return *m_shop->bench.desk; }
    /// Creates the route "Main", and returns it as @p name.
    checkout::ProcessorRoute changedAfterMain(const QString &name) const
    {
        checkout::ProcessorRoute route;
        route.name = u"Main"_s;
        route.processorIds = {u"proc_a"_s};
        if (!waitFor(saveRoute(&desk(), m_shop->account, route)))
            qFatal("The route was not made.");
        m_shop->bench.setNow(m_shop->bench.now().addSecs(60));
        route.id = u"processor-routes_1"_s;
        route.name = name;
        return route;
    }
    QString unknownId() const { return desk().journal().unknownEntries().result()->front().id; }
    OpenWrite shown(const QString &id) const
    {
        const auto open = waitFor(openWrite(&desk(), m_shop->account, id));
        if (!open || !*open)
            qFatal("Nothing waits.");
        return **open;
    }
    static OutcomeOffer offer(const OpenWrite &open, OutcomeAction action)
    {
        const auto found = std::ranges::find(open.offers, action, &OutcomeOffer::action);
        if (found == open.offers.end())
            qFatal("There is no such action.");
        return *found;
    }
    static QList<Event> kinds(const OpenWrite &open)
    {
        QList<Event> kinds;
        for (const ledger::TimelineEvent &event : open.tried)
            kinds << event.kind;
        return kinds;
    }

    std::unique_ptr<CodeShop> m_shop;
};

TILLDECK_TEST(OpenWritesTest)

} // namespace open_writes_test

#include "tst_open_writes.moc"
