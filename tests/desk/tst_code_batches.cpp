// SPDX-License-Identifier: GPL-3.0-or-later
// Promotion codes, coupons and routes of which an answer was lost, or whose program ended.
#include "desk/code_shop.h"
#include "desk/create_coupon.h"
#include "desk/deactivate_promotion_code.h"
#include "desk/promotion_batch.h"
#include "desk/reconcile_entry.h"
#include "desk/remove_account.h"
#include "desk/repair_creations.h"
#include "desk/save_route.h"
#include "desk/send_code.h"
#include "ledger/random_id.h"
#include "support/outside_sql.h"
#include "support/runner.h"

namespace code_batches_test {

using namespace tilldeck;
using namespace Qt::StringLiterals;
using namespace tilldeck::desk;
using namespace tilldeck::desk::test;
using checkout::ErrorKind;
using Fault = CodeShop::Fault;
using Finding = EntryFinding::Finding;
using Kind = ledger::Intent::Kind;
using State = ledger::Intent::State;
using End = PromotionBatch::Made::End;

class CodeBatchesTest : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_shop = std::make_unique<CodeShop>(); }
    void cleanup() { m_shop.reset(); }

    void aProgramThatEndsInTheMiddleLosesNoCodeAndMakesNoneTwice_data()
    {
        QTest::addColumn<bool>("lists");
        QTest::newRow("where codes are listed") << true;
        QTest::newRow("where no list can be read at first") << false;
    }
    void aProgramThatEndsInTheMiddleLosesNoCodeAndMakesNoneTwice()
    {
        QFETCH(const bool, lists);
        m_shop->onWrite = [](int number) { return number == 13 ? Fault::Silent : Fault::None; };
        {
            PromotionBatch batch(desk());
            start(batch, 30);
            QTRY_COMPARE(m_shop->codes().size(), 13);
            m_shop->bench.restart();
        }
        const auto before = unfinished();
        QCOMPARE(before.size(), size_t(1));
        QCOMPARE(counts(before.front()), (QList<int>{30, 12, 0, 1, 17}));
        QVERIFY(!before.front().isRunning);
        const auto removed = waitFor(removeAccount(&desk(), m_shop->account));
        QCOMPARE(removed.error().kind, ErrorKind::Rejected);

        m_shop->listsNothing = !lists;
        m_shop->onWrite = {};
        PromotionBatch rest(desk());
        const auto error = resume(rest, before.front().id);
        QVERIFY2(!error, error ? qPrintable(error->sentence) : "");
        QStringList made = m_shop->codes();
        QCOMPARE(made.size(), 30);
        QCOMPARE(made.removeDuplicates(), 0);
        QCOMPARE(rest.made().size(), size_t(30));
        if (m_shop->listsNothing) {
            // It was refused because it exists, and nothing says whose it is.
            QCOMPARE(rest.made().at(12).end, End::Unknown);
            const QString &note = rest.made().at(12).note;
            QVERIFY2(note.contains(u"sent again"_s) && !note.contains(u"nothing was changed"_s), qPrintable(note));
            QCOMPARE(m_shop->keys.at(12), m_shop->keys.at(13));
            QCOMPARE(counts(unfinished().front()), (QList<int>{30, 29, 0, 1, 0}));
            m_shop->listsNothing = false;
            PromotionBatch last(desk());
            QVERIFY(!resume(last, before.front().id));
        } else {
            QCOMPARE(m_shop->sent.size(), 30); // the one that was listed was not sent again
        }
        QVERIFY(unfinished().empty());
        QVERIFY(desk().journal().unsettled(m_shop->account).result()->empty());
    }

    void aCodeThatNeverArrivedIsSentAgainUnderTheSameKey()
    {
        m_shop->onWrite = [](int number) { return number == 2 ? Fault::LostBefore : Fault::None; };
        PromotionBatch batch(desk());
        QVERIFY(!run(batch, 3));
        QCOMPARE(batch.made().at(1).end, End::Unknown);
        QCOMPARE(m_shop->codes().size(), 2);
        QVERIFY(!batch.unfinishedId().isEmpty());
        PromotionBatch rest(desk());
        QVERIFY(!resume(rest, batch.unfinishedId()));
        QCOMPARE(m_shop->codes().size(), 3);
        QCOMPARE(m_shop->sent.at(3), m_shop->sent.at(1));
        QCOMPARE(m_shop->keys.at(3), m_shop->keys.at(1));
        QVERIFY(rest.unfinishedId().isEmpty());
        QVERIFY(unfinished().empty());
    }

    void aCodeOfSomebodyElseIsNotTakenAsMade()
    {
        m_shop->onWrite = [this](int number) {
            if (number != 1)
                return Fault::None;
            m_shop->lists[u"promotion-codes"_s]
                << QJsonObject{{u"id"_s, u"promo_9"_s}, {u"code"_s, u"WELCOME"_s}, {u"coupon_id"_s, u"coupon_other"_s}};
            return Fault::LostBefore;
        };
        PromotionBatch batch(desk());
        QVERIFY(!run(batch, 1, u"WELCOME"_s));
        PromotionBatch rest(desk());
        QVERIFY(!resume(rest, batch.unfinishedId()));
        QCOMPARE(rest.made().front().end, End::Refused);
        QCOMPARE(m_shop->codes(), QStringList(u"WELCOME"_s));
        QVERIFY(unfinished().empty());
    }

    void whatWasStoppedOrRefusedByTheKeyIsGoneOnWith_data()
    {
        QTest::addColumn<bool>("isStopped");
        QTest::newRow("stopped") << true;
        QTest::newRow("the key was refused") << false;
    }
    void whatWasStoppedOrRefusedByTheKeyIsGoneOnWith()
    {
        QFETCH(const bool, isStopped);
        if (!isStopped)
            m_shop->onWrite = [](int number) { return number == 4 ? Fault::KeyRefused : Fault::None; };
        PromotionBatch batch(desk());
        if (isStopped)
            stopAfter(batch, 3);
        QCOMPARE(run(batch, 10).has_value(), !isStopped);
        QCOMPARE(batch.notSent(), 7);
        QCOMPARE(counts(unfinished().front()), (QList<int>{10, 3, 0, 0, 7}));
        // What was not sent keeps the account.
        QCOMPARE(desk().journal().unsettled(m_shop->account).result()->size(), size_t(7));
        m_shop->onWrite = {};
        PromotionBatch rest(desk());
        QVERIFY(!resume(rest, batch.unfinishedId()));
        QStringList made = m_shop->codes();
        QCOMPARE(made.size(), 10);
        QCOMPARE(made.removeDuplicates(), 0);
        QVERIFY(unfinished().empty());
    }

    void whatAStoppedBatchDidNotReachIsCountedAsTheJournalCountsIt()
    {
        m_shop->onWrite = [](int number) { return number == 4 || number == 6 ? Fault::LostBefore : Fault::None; };
        PromotionBatch batch(desk());
        stopAfter(batch, 7);
        QVERIFY(!run(batch, 12));
        m_shop->listsNothing = true;
        m_shop->onWrite = [](int) { return Fault::KeyRefused; };
        PromotionBatch rest(desk());
        QVERIFY(resume(rest, batch.unfinishedId()));
        const auto &made = rest.made();
        const auto count = [&made](End end) { return int(std::ranges::count(made, end, &PromotionBatch::Made::end)); };
        const QList<int> said{12, count(End::Created), count(End::Refused), count(End::Unknown), rest.notSent()};
        QCOMPARE(said, (QList<int>{12, 5, 0, 2, 5}));
        QCOMPARE(counts(unfinished().front()), said);
    }

    void aBatchOfWhichNothingWasSentIsForgotten()
    {
        m_shop->onWrite = [](int) { return Fault::KeyRefused; };
        PromotionBatch batch(desk());
        QCOMPARE(run(batch, 10)->kind, ErrorKind::Unauthorised);
        QVERIFY(batch.unfinishedId().isEmpty());
        QVERIFY(unfinished().empty());
    }

    void aBatchThatCannotBeLetGoOfIsSaidAndLetGoOfByTheTimer()
    {
        const tilldeck::test::Refusing refusing(m_shop->bench.dataDirectory() + u"/journal.sqlite"_s,
                                                u"UPDATE OF owner ON intent WHEN NEW.owner = ''"_s);
        PromotionBatch batch(desk());
        stopAfter(batch, 2);
        QCOMPARE(run(batch, 5)->kind, ErrorKind::Storage);
        QVERIFY(unfinished().front().isRunning);
        QCoro::waitFor(repairCreations(&desk()));
        QVERIFY(unfinished().front().isRunning);
        refusing.end();
        QCoro::waitFor(repairCreations(&desk()));
        QVERIFY(!unfinished().front().isRunning);
        PromotionBatch rest(desk());
        QVERIFY(!resume(rest, batch.unfinishedId()));
        QCOMPARE(m_shop->codes().size(), 5);
        QCOMPARE(m_shop->sent.size(), 5);
    }

    void aBatchThatIsLeftIsSentNoFurther()
    {
        m_shop->onWrite = [](int number) { return number == 2 ? Fault::KeyRefused : Fault::None; };
        PromotionBatch batch(desk());
        QVERIFY(run(batch, 5).has_value());
        QVERIFY(waitFor(leaveBatch(&desk(), m_shop->account, batch.unfinishedId())).has_value());
        QVERIFY(unfinished().empty());
        QCOMPARE(m_shop->sent.size(), 2);
    }

    void whatADialogThatIsGoneLeftIsGoneOnWith_data()
    {
        QTest::addColumn<int>("number");
        QTest::newRow("the first code was under way") << 1;
        QTest::newRow("the third code was under way") << 3;
    }
    void whatADialogThatIsGoneLeftIsGoneOnWith()
    {
        QFETCH(const int, number);
        m_shop->onWrite = [number](int now) { return now == number ? Fault::Silent : Fault::None; };
        {
            PromotionBatch batch(desk());
            start(batch, 5);
            QTRY_COMPARE(m_shop->codes().size(), number);
        }
        for (auto *socket : m_shop->server.findChildren<QTcpSocket *>())
            socket->disconnectFromHost();
        QTRY_VERIFY(!unfinished().front().isRunning);
        QCOMPARE(counts(unfinished().front()), (QList<int>{5, number - 1, 0, 1, 5 - number}));
    }

    void aCouponWithoutAnAnswerIsLookedUp_data() { losses(); }
    void aCouponWithoutAnAnswerIsLookedUp()
    {
        QFETCH(const int, fault);
        QFETCH(const bool, isMade);
        m_shop->onWrite = [fault](int) { return Fault(fault); };
        const auto answer = waitFor(createCoupon(&desk(), m_shop->account, coupon()));
        QVERIFY(checkout::mayHaveTakenEffect(answer.error()));
        m_shop->bench.restart();
        const auto unknown = desk().journal().unknownEntries().result().value();
        QCOMPARE(unknown.size(), size_t(1));
        QCOMPARE(m_shop->keys.front(), unknown.front().id.toLatin1());
        QCOMPARE(waitFor(removeAccount(&desk(), m_shop->account)).error().kind, ErrorKind::Rejected);
        // The same again is refused, so that there are not two.
        QCOMPARE(waitFor(createCoupon(&desk(), m_shop->account, coupon())).error().kind, ErrorKind::Rejected);
        QCOMPARE(m_shop->keys.size(), 1);

        const auto found = waitFor(reconcileEntry(&desk(), m_shop->account, unknown.front().id));
        QVERIFY2(found.has_value(), found ? "" : qPrintable(found.error().sentence));
        QCOMPARE(found->finding, isMade ? Finding::Made : Finding::NotListed);
        if (!isMade) {
            // Its request may still be on its way.
            const auto close = [&](EarlyAbandon early) {
                return waitFor(abandonEntry(&desk(), m_shop->account, unknown.front().id, early));
            };
            QCOMPARE(close(EarlyAbandon::Refuse).error().kind, ErrorKind::UnknownOutcome);
            QCOMPARE(desk().journal().intent(unknown.front().id).result().value()->state, State::Unknown);
            m_shop->bench.setNow(m_shop->bench.now().addSecs(3600));
            QVERIFY(close(EarlyAbandon::Refuse).has_value());
        }
        const auto ended = desk().journal().intent(unknown.front().id).result().value();
        QCOMPARE(ended->state, isMade ? State::Confirmed : State::Abandoned);
        QCOMPARE(ended->sessionId, isMade ? u"coupons_1"_s : QString());
        m_shop->onWrite = {};
        QVERIFY(waitFor(createCoupon(&desk(), m_shop->account, coupon())).has_value());
        QVERIFY(desk().journal().unsettled(m_shop->account).result()->empty());
    }

    void aCouponThatMayBeOlderIsLeftToTheMerchant()
    {
        QVERIFY(waitFor(createCoupon(&desk(), m_shop->account, coupon())).has_value());
        QJsonObject used = m_shop->lists[u"coupons"_s].first().toObject();
        used[u"id"_s] = u"coupon_old"_s;
        used[u"times_redeemed"_s] = 3;
        m_shop->onWrite = [](int) { return Fault::LostBefore; };
        QVERIFY(!waitFor(createCoupon(&desk(), m_shop->account, coupon())));
        m_shop->lists[u"coupons"_s] << used; // in the meantime
        const QString id = desk().journal().unknownEntries().result()->front().id;
        QCOMPARE(waitFor(reconcileEntry(&desk(), m_shop->account, id))->finding, Finding::Ambiguous);
        QCOMPARE(desk().journal().intent(id).result().value()->state, State::Unknown);
        m_shop->listsNothing = true;
        QVERIFY(!waitFor(reconcileEntry(&desk(), m_shop->account, id)));
        QCOMPARE(desk().journal().intent(id).result().value()->state, State::Unknown);
    }

    void aCodeWhoseSwitchingOffIsUnknownIsJudgedByWhatItIsNow_data() { losses(); }
    void aCodeWhoseSwitchingOffIsUnknownIsJudgedByWhatItIsNow()
    {
        QFETCH(const int, fault);
        QFETCH(const bool, isMade);
        PromotionBatch batch(desk());
        QVERIFY(!run(batch, 1, u"WELCOME"_s));
        checkout::PromotionCode code;
        code.id = u"promotion-codes_1"_s;
        code.code = u"WELCOME"_s;
        code.couponId = u"coupon_1"_s;
        m_shop->onWrite = [fault](int) { return Fault(fault); };
        QVERIFY(!waitFor(deactivatePromotionCode(&desk(), m_shop->account, code)));
        const QString id = desk().journal().unknownEntries().result()->front().id;
        QCOMPARE(waitFor(reconcileEntry(&desk(), m_shop->account, id))->finding,
                 isMade ? Finding::Made : Finding::NotMade);
        QCOMPARE(desk().journal().intent(id).result().value()->state, isMade ? State::Confirmed : State::Rejected);
        QVERIFY(desk().journal().unsettled(m_shop->account).result()->empty());
    }

    void aRouteWithoutAnAnswerIsLookedUp_data() { losses(); }
    void aRouteWithoutAnAnswerIsLookedUp()
    {
        QFETCH(const int, fault);
        QFETCH(const bool, isMade);
        checkout::ProcessorRoute route;
        route.name = u"Main"_s;
        route.processorIds = {u"proc_a"_s, u"proc_b"_s};
        m_shop->onWrite = [fault](int) { return Fault(fault); };
        QVERIFY(!waitFor(saveRoute(&desk(), m_shop->account, route)));
        const auto created = desk().journal().unknownEntries().result().value();
        QCOMPARE(waitFor(reconcileEntry(&desk(), m_shop->account, created.front().id))->finding,
                 isMade ? Finding::Made : Finding::NotListed);
        if (!isMade)
            return;
        // A change that was lost can be sent again: it goes out as the same write.
        route.id = u"processor-routes_1"_s;
        route.name = u"Changed"_s;
        m_shop->onWrite = [](int) { return Fault::LostBefore; };
        QVERIFY(!waitFor(saveRoute(&desk(), m_shop->account, route)));
        m_shop->onWrite = {};
        QVERIFY(waitFor(saveRoute(&desk(), m_shop->account, route)).has_value());
        QVERIFY(desk().journal().unsettled(m_shop->account).result()->empty());
        QCOMPARE(m_shop->lists[u"processor-routes"_s].size(), 1);
    }

    void anIdOfAnotherAccountOrKindIsNotFound()
    {
        const QDateTime now = m_shop->bench.now();
        const auto creation =
            desk().journal().begin(ledger::randomId(), m_shop->account, "hash", draft(), now, now).result().value();
        QCOMPARE(waitFor(reconcileEntry(&desk(), m_shop->account, creation.id)).error().kind, ErrorKind::NotFound);
        QCOMPARE(waitFor(abandonEntry(&desk(), m_shop->account, creation.id, EarlyAbandon::Allow)).error().kind,
                 ErrorKind::NotFound);
        QCOMPARE(waitFor(abandonEntry(&desk(), m_shop->account, u"nobody"_s, EarlyAbandon::Allow)).error().kind,
                 ErrorKind::NotFound);
    }

private:
    static void losses()
    {
        QTest::addColumn<int>("fault");
        QTest::addColumn<bool>("isMade");
        QTest::newRow("it was made") << int(Fault::LostAfter) << true;
        QTest::newRow("it was not made") << int(Fault::LostBefore) << false;
    }

    Desk &desk() const { return *m_shop->bench.desk; }
    std::vector<ledger::CodeBatch> unfinished() const { return desk().journal().unfinishedBatches().result().value(); }
    static void stopAfter(PromotionBatch &batch, int codes)
    {
        connect(&batch, &PromotionBatch::progressed, &batch, [&batch, codes](int done) {
            if (done == codes)
                batch.cancel();
        });
    }
    static QList<int> counts(const ledger::CodeBatch &batch)
    {
        return {batch.all, batch.made, batch.refused, batch.unknown, batch.notSent};
    }
    void start(PromotionBatch &batch, int count, const QString &pattern = u"SUMMER-####"_s) const
    {
        PromotionBatch::Order order;
        order.accountId = m_shop->account;
        order.couponId = u"coupon_1"_s;
        order.pattern = pattern;
        order.count = count;
        batch.start(order);
    }
    std::optional<checkout::Error> run(PromotionBatch &batch, int count, const QString &pattern = u"SUMMER-####"_s)
    {
        return ended(batch, [&] { start(batch, count, pattern); });
    }
    std::optional<checkout::Error> resume(PromotionBatch &batch, const QString &id)
    {
        return ended(batch, [&] { batch.resume(m_shop->account, id); });
    }

    std::unique_ptr<CodeShop> m_shop;
};

TILLDECK_TEST(CodeBatchesTest)

} // namespace code_batches_test

#include "tst_code_batches.moc"
