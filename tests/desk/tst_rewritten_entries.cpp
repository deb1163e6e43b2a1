// SPDX-License-Identifier: GPL-3.0-or-later
// Promotion codes, coupons and routes of unknown outcome that the provider's list shows in part, or in words of its
// own.
#include "desk/code_shop.h"
#include "desk/create_coupon.h"
#include "desk/reconcile_entry.h"
#include "desk/save_route.h"
#include "desk/send_code.h"
#include "support/runner.h"

namespace rewritten_entries_test {

using namespace tilldeck;
using namespace Qt::StringLiterals;
using namespace tilldeck::desk;
using namespace tilldeck::desk::test;
using checkout::ErrorKind;
using Fault = CodeShop::Fault;
using Finding = EntryFinding::Finding;
using State = ledger::Intent::State;
using End = PromotionBatch::Made::End;

class RewrittenEntriesTest : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_shop = std::make_unique<CodeShop>(); }
    void cleanup() { m_shop.reset(); }

    /// Of 100 pages with one row each, what comes after is not read.
    void aCodeBehindTheEndOfTheListIsNotSaidToBeRefused()
    {
        fill(u"promotion-codes"_s, {{u"coupon_id"_s, u"coupon_old"_s}}, u"code"_s);
        m_shop->perPage = 1;
        m_shop->onWrite = [](int number) { return number == 1 ? Fault::LostAfter : Fault::None; };
        const QString batch = begin();
        const PromotionBatch::Made again = resumed(batch);
        QCOMPARE(m_shop->sent.size(), 2); // and the provider has said that it exists
        QCOMPARE(again.end, End::Unknown);
        QCOMPARE(unfinished().size(), size_t(1));
        m_shop->perPage = 1000;
        // What was behind the end before is not known.
        const PromotionBatch::Made whole = resumed(batch);
        QCOMPARE(whole.end, End::Unknown);
        QVERIFY(waitFor(lookUpBatch(&desk(), m_shop->account, batch, whole.listedId)).has_value());
        QVERIFY(unfinished().empty());
        QCOMPARE(m_shop->codes().count(u"WELCOME"_s), 1);
    }

    void aRefusedRepeatOfWhatIsNotListedStaysUnknown()
    {
        m_shop->onWrite = [](int number) { return number == 1 ? Fault::LostBefore : Fault::Refused; };
        const QString batch = begin();
        QCOMPARE(resumed(batch).end, End::Unknown);
        QCOMPARE(unfinished().size(), size_t(1));
    }

    void aCodeThatCannotBeUsedOrWasIsAQuestion_data()
    {
        QTest::addColumn<bool>("active");
        QTest::addColumn<int>("timesRedeemed");
        QTest::newRow("switched off") << false << 0;
        QTest::newRow("used up") << true << 100;
        QTest::newRow("redeemed once") << true << 1;
    }
    void aCodeThatCannotBeUsedOrWasIsAQuestion()
    {
        QFETCH(const bool, active);
        QFETCH(const int, timesRedeemed);
        ledger::Intent intent;
        intent.kind = ledger::Intent::Kind::PromotionCode;
        checkout::PromotionCode wanted;
        wanted.code = u"PAUSED"_s;
        wanted.couponId = u"coupon_1"_s;
        intent.entry = wanted;
        checkout::Catalog catalog;
        catalog.promotionCodes.available = true;
        checkout::PromotionCode listed = wanted;
        listed.id = u"promo_old"_s;
        catalog.promotionCodes.items = {listed};
        intent.listedBefore = QStringList();
        const CreationTime time(intent, {}, {});
        QCOMPARE(findEntry(catalog, intent, {}, time).finding, Finding::Made);
        listed.active = active;
        listed.timesRedeemed = timesRedeemed;
        catalog.promotionCodes.items = {listed};
        const EntryFinding found = findEntry(catalog, intent, {}, time);
        QCOMPARE(found.finding, Finding::Ambiguous);
        QCOMPARE(found.candidates.front().id, u"promo_old"_s);
    }

    void aCodeWhoseTextWasUsedBeforeIsNotTakenForTheOldOne()
    {
        ledger::Intent intent;
        intent.kind = ledger::Intent::Kind::PromotionCode;
        checkout::PromotionCode wanted;
        wanted.code = u"TWIN1"_s;
        wanted.couponId = u"coupon_1"_s;
        intent.entry = wanted;
        checkout::PromotionCode old = wanted;
        old.id = u"promo_old"_s;
        old.couponId = u"coupon_half"_s;
        old.active = false;
        checkout::PromotionCode made = wanted;
        made.id = u"promo_new"_s;
        checkout::Catalog catalog;
        catalog.promotionCodes.available = true;
        catalog.promotionCodes.items = {old, made};
        intent.listedBefore = QStringList{old.id};
        const CreationTime time(intent, {}, {});
        const EntryFinding found = findEntry(catalog, intent, {}, time);
        QCOMPARE(found.finding, Finding::Made);
        QCOMPARE(found.id, u"promo_new"_s);
        catalog.promotionCodes.items = {old};
        QCOMPARE(findEntry(catalog, intent, {}, time).finding, Finding::NotMade);
        catalog.promotionCodes.isCut = true;
        QCOMPARE(findEntry(catalog, intent, {}, time).finding, Finding::CannotTell);
    }

    void aCodeWithTermsThatTheProviderAddedIsAQuestion_data()
    {
        QTest::addColumn<bool>("isTaken");
        QTest::newRow("it is the one") << true;
        QTest::newRow("it is not") << false;
    }
    void aCodeWithTermsThatTheProviderAddedIsAQuestion()
    {
        QFETCH(const bool, isTaken);
        m_shop->onWrite = [](int) { return Fault::LostAfter; };
        const QString batch = begin();
        add(u"promotion-codes"_s, {{u"max_redemptions"_s, 1000}});
        const PromotionBatch::Made again = resumed(batch);
        QCOMPARE(again.end, End::Unknown);
        QCOMPARE(again.listedId, u"promotion-codes_1"_s);
        QVERIFY2(again.note.contains(u"other terms"_s), qPrintable(again.note));
        QCOMPARE(m_shop->sent.size(), 1); // a code that exists is not sent again

        const auto looked = waitFor(lookUpBatch(&desk(), m_shop->account, batch));
        QVERIFY2(looked.has_value(), looked ? "" : qPrintable(looked.error().sentence));
        QCOMPARE(looked->open, std::optional(LookUpAnswer::Ambiguous));
        QCOMPARE(looked->candidates().size(), size_t(1));
        const auto other = waitFor(lookUpBatch(&desk(), m_shop->account, batch, u"promo_x"_s));
        QVERIFY(!other);
        QCOMPARE(other.error().kind, ErrorKind::NotFound);
        QCOMPARE(unfinished().size(), size_t(1));
        if (isTaken)
            QVERIFY(waitFor(lookUpBatch(&desk(), m_shop->account, batch, again.listedId)).has_value());
        else
            QVERIFY(waitFor(leaveBatch(&desk(), m_shop->account, batch)).has_value());
        QVERIFY(unfinished().empty());
        const auto rows = desk().journal().sent(ledger::Intent::Kind::PromotionCode, m_shop->account).result().value();
        QCOMPARE(rows.front().state, isTaken ? State::Confirmed : State::Abandoned);
        QCOMPARE(rows.front().sessionId, isTaken ? again.listedId : QString());
    }

    void whatIsBehindTheEndOfTheListIsNotSaidToBeMissing_data() { kinds(); }
    void whatIsBehindTheEndOfTheListIsNotSaidToBeMissing()
    {
        QFETCH(const QString, kind);
        fill(kind,
             {{u"processors"_s, processors({u"proc_z"_s})},
              {u"discount_type"_s, u"percentage"_s},
              {u"percent_off"_s, 10}},
             u"name"_s);
        m_shop->perPage = 1;
        m_shop->onWrite = [](int) { return Fault::LostAfter; };
        const QString lost = lose(kind);
        QCOMPARE(look(lost).finding, Finding::CannotTell);
        // One of the same contents that is listed first may be older than what is behind the end.
        QJsonObject first = m_shop->lists[kind].last().toObject();
        first[u"id"_s] = u"older"_s;
        m_shop->lists[kind].prepend(first);
        QCOMPARE(look(lost).finding, Finding::Ambiguous);
        m_shop->lists[kind].removeFirst();
        m_shop->perPage = 1000;
        // What was behind the end before is not known.
        QCOMPARE(look(lost).finding, Finding::Ambiguous);
    }

    void whatTheProviderWritesInItsOwnWayIsAQuestion_data() { kinds(); }
    void whatTheProviderWritesInItsOwnWayIsAQuestion()
    {
        QFETCH(const QString, kind);
        m_shop->onWrite = [](int) { return Fault::LostAfter; };
        const QString lost = lose(kind);
        add(kind, {{u"max_redemptions"_s, 1000}, {u"processors"_s, processors({u"proc_b"_s, u"proc_a"_s})}});
        const EntryFinding looked = look(lost);
        QCOMPARE(looked.finding, Finding::Ambiguous);
        QCOMPARE(looked.candidates.size(), size_t(1));
        QCOMPARE(look(lost, looked.candidates.front().id).finding, Finding::Made);
        QCOMPARE(desk().journal().intent(lost).result().value()->state, State::Confirmed);
    }

    void whatMayStillAppearIsNotClosedAsNotMade_data() { kinds(); }
    void whatMayStillAppearIsNotClosedAsNotMade()
    {
        QFETCH(const QString, kind);
        m_shop->onWrite = [](int) { return Fault::LostBefore; };
        const QString lost = lose(kind);
        const auto close = [&](EarlyAbandon early) {
            return waitFor(abandonEntry(&desk(), m_shop->account, lost, early));
        };
        const auto refused = close(EarlyAbandon::Refuse);
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, ErrorKind::UnknownOutcome);
        QVERIFY2(refused.error().sentence.contains(u"may still appear"_s), qPrintable(refused.error().sentence));
        QCOMPARE(desk().journal().intent(lost).result().value()->state, State::Unknown);
        QVERIFY(close(EarlyAbandon::Allow).has_value());
        QCOMPARE(desk().journal().intent(lost).result().value()->state, State::Abandoned);
    }

private:
    static void kinds()
    {
        QTest::addColumn<QString>("kind");
        QTest::newRow("a coupon") << u"coupons"_s;
        QTest::newRow("a route") << u"processor-routes"_s;
    }

    static QJsonArray processors(const QStringList &ids)
    {
        QJsonArray all;
        for (const QString &id : ids)
            all << QJsonObject{{u"processor_id"_s, id}};
        return all;
    }
    /// Lists 150 entries of @p kind that were there before, with @p members and another text in the member @p name
    /// each.
    void fill(const QString &kind, QJsonObject members, const QString &name)
    {
        for (int i = 0; i < 150; ++i) {
            members[u"id"_s] = u"old_%1"_s.arg(i);
            members[name] = u"OLD%1"_s.arg(i);
            m_shop->lists[kind] << members;
        }
    }
    /// Has the provider write @p members into the newest entry of @p kind.
    void add(const QString &kind, const QJsonObject &members)
    {
        QJsonObject entry = m_shop->lists[kind].takeAt(m_shop->lists[kind].size() - 1).toObject();
        for (auto member = members.begin(); member != members.end(); ++member)
            entry[member.key()] = member.value();
        m_shop->lists[kind] << entry;
    }

    /// Sends a coupon or a route whose answer is lost, and returns its intent.
    QString lose(const QString &kind)
    {
        if (kind == "coupons"_L1) {
            (void)waitFor(createCoupon(&desk(), m_shop->account, coupon()));
        } else {
            checkout::ProcessorRoute route;
            route.name = u"Main"_s;
            route.processorIds = {u"proc_a"_s, u"proc_b"_s};
            (void)waitFor(saveRoute(&desk(), m_shop->account, route));
        }
        return desk().journal().unknownEntries().result()->front().id;
    }
    EntryFinding look(const QString &intent, const QString &chosen = {}) const
    {
        return waitFor(reconcileEntry(&desk(), m_shop->account, intent, chosen)).value();
    }

    /// Sends one code, whose answer is lost, and returns its batch.
    QString begin()
    {
        PromotionBatch batch(desk());
        PromotionBatch::Order order;
        order.accountId = m_shop->account;
        order.couponId = u"coupon_1"_s;
        order.pattern = u"WELCOME"_s;
        (void)ended(batch, [&] { batch.start(order); });
        return batch.unfinishedId();
    }
    PromotionBatch::Made resumed(const QString &id)
    {
        PromotionBatch batch(desk());
        (void)ended(batch, [&] { batch.resume(m_shop->account, id); });
        return batch.made().empty() ? PromotionBatch::Made() : batch.made().front();
    }
    std::vector<ledger::CodeBatch> unfinished() const { return desk().journal().unfinishedBatches().result().value(); }
    Desk &desk() const { return *m_shop->bench.desk; }

    std::unique_ptr<CodeShop> m_shop;
};

TILLDECK_TEST(RewrittenEntriesTest)

} // namespace rewritten_entries_test

#include "tst_rewritten_entries.moc"
