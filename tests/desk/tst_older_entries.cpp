// SPDX-License-Identifier: GPL-3.0-or-later
// A lost coupon, route or promotion code is not taken for one of the same terms that was there before.
#include "desk/code_shop.h"
#include "desk/create_coupon.h"
#include "desk/reconcile_entry.h"
#include "desk/save_route.h"
#include "desk/send_code.h"
#include "support/runner.h"

namespace older_entries_test {

using namespace tilldeck;
using namespace Qt::StringLiterals;
using namespace tilldeck::desk;
using namespace tilldeck::desk::test;
using Fault = CodeShop::Fault;
using Finding = EntryFinding::Finding;
using State = ledger::Intent::State;
using End = PromotionBatch::Made::End;

class OlderEntriesTest : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_shop = std::make_unique<CodeShop>(); }
    void cleanup() { m_shop.reset(); }

    void whatWasListedBeforeIsNotTheLostOne_data() { kinds(); }
    void whatWasListedBeforeIsNotTheLostOne()
    {
        QFETCH(const QString, kind);
        make(kind); // and it was never used
        m_shop->onWrite = [](int) { return Fault::LostBefore; };
        const QString notMade = lose(kind);
        QCOMPARE(look(notMade).finding, Finding::NotListed);
        QCOMPARE(stored(notMade).state, State::Unknown);
        QVERIFY(waitFor(abandonEntry(&desk(), m_shop->account, notMade, EarlyAbandon::Allow)));
        m_shop->onWrite = [](int) { return Fault::LostAfter; };
        const QString made = lose(kind);
        const EntryFinding found = look(made);
        QCOMPARE(found.finding, Finding::Made);
        QCOMPARE(found.id, kind + u"_2"_s);
        QCOMPARE(stored(made).state, State::Confirmed);
    }

    void withoutAListFromBeforeItsStampTells_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<int>("age"); // seconds; -1: no stamp
        QTest::addColumn<Finding>("finding");
        for (const QString &kind : {u"coupons"_s, u"processor-routes"_s, u"promotion-codes"_s}) {
            QTest::addRow("%s without a stamp", qPrintable(kind)) << kind << -1 << Finding::Ambiguous;
            QTest::addRow("%s from then", qPrintable(kind)) << kind << 0 << Finding::Made;
            QTest::addRow("%s of an hour ago", qPrintable(kind)) << kind << 3600 << Finding::Ambiguous;
        }
    }
    void withoutAListFromBeforeItsStampTells()
    {
        QFETCH(const QString, kind);
        QFETCH(const int, age);
        QFETCH(const Finding, finding);
        m_shop->onWrite = [](int) { return Fault::LostAfter; };
        m_shop->listsNothing = true;
        const QString lost = lose(kind);
        m_shop->listsNothing = false;
        QVERIFY(!stored(lost).listedBefore);
        if (age >= 0)
            stamp(kind, m_shop->bench.now().addSecs(-age));
        const EntryFinding found = findNow(lost);
        QCOMPARE(found.finding, finding);
        if (finding == Finding::Ambiguous)
            QCOMPARE(found.candidates.size(), size_t(1));
    }

    void whatIsStampedAsOlderIsAQuestionAlsoWhereItWasNotListed()
    {
        m_shop->onWrite = [](int) { return Fault::LostAfter; };
        const QString lost = lose(u"coupons"_s);
        stamp(u"coupons"_s, m_shop->bench.now().addSecs(-60));
        QCOMPARE(look(lost).finding, Finding::Ambiguous);
        QCOMPARE(look(lost, u"coupons_1"_s).finding, Finding::Made);
    }

    void aCodeThatWasThereBeforeIsNotSaidToBeMade()
    {
        make(u"promotion-codes"_s);
        m_shop->onWrite = [](int) { return Fault::LostBefore; };
        const QString batch = begin();
        const PromotionBatch::Made again = resumed(batch);
        QCOMPARE(again.end, End::Refused);
        QVERIFY2(again.note.contains(u"had this code before"_s), qPrintable(again.note));
        QCOMPARE(m_shop->sent.size(), 2); // the one that was there, and the lost one
    }

    void aCodeThatWasNotThereBeforeIsMade()
    {
        m_shop->onWrite = [](int) { return Fault::LostAfter; };
        QCOMPARE(resumed(begin()).end, End::Created);
        QCOMPARE(m_shop->sent.size(), 1);
    }

    void aCodeKeepsWhatIsKnownOfItsFirstRequest()
    {
        ledger::Journal &journal = desk().journal();
        checkout::PromotionCode code;
        code.code = u"WELCOME"_s;
        const auto planned = journal.planCodes(m_shop->account, {code}, m_shop->bench.now()).result().value();
        const QString id = planned.front().id;
        const QDateTime first = m_shop->bench.now();
        const QDateTime there = first.addSecs(7);
        const auto open = [&](const QDateTime &at, const QDateTime &atProvider, std::optional<QStringList> listed) {
            return journal.openCode(id, "hash", at, at.addSecs(60), atProvider, {}, std::move(listed)).result();
        };
        QVERIFY(open(first, there, QStringList{u"promo_old"_s}));
        QVERIFY(journal.close(id, State::Unknown, {}, {}).result());
        QVERIFY(open(first.addSecs(600), there.addSecs(600), QStringList{u"promo_old"_s, u"promo_new"_s}));
        QCOMPARE(stored(id).openedAt, first);
        QCOMPARE(stored(id).providerOpenedAt, there);
        QCOMPARE(stored(id).deadlineAt, first.addSecs(660));
        QCOMPARE(stored(id).listedBefore, std::optional(QStringList{u"promo_old"_s}));
    }

private:
    static void kinds()
    {
        QTest::addColumn<QString>("kind");
        QTest::newRow("a coupon") << u"coupons"_s;
        QTest::newRow("a route") << u"processor-routes"_s;
    }

    /// Sends an entry of @p kind, the same each time.
    void make(const QString &kind)
    {
        if (kind == "coupons"_L1) {
            (void)waitFor(createCoupon(&desk(), m_shop->account, coupon()));
        } else if (kind == "promotion-codes"_L1) {
            (void)begin();
        } else {
            checkout::ProcessorRoute route;
            route.name = u"Main"_s;
            route.processorIds = {u"proc_a"_s, u"proc_b"_s};
            (void)waitFor(saveRoute(&desk(), m_shop->account, route));
        }
    }
    /// Sends one whose answer is lost, and returns its intent.
    QString lose(const QString &kind)
    {
        make(kind);
        if (kind != "promotion-codes"_L1)
            return desk().journal().unknownEntries().result()->front().id;
        return desk().journal().sent(ledger::Intent::Kind::PromotionCode, m_shop->account).result()->back().id;
    }
    /// Has the provider stamp the newest entry of @p kind.
    void stamp(const QString &kind, const QDateTime &at)
    {
        QJsonObject entry = m_shop->lists[kind].takeAt(m_shop->lists[kind].size() - 1).toObject();
        entry[u"created_at"_s] = at.toUTC().toString(Qt::ISODate);
        m_shop->lists[kind] << entry;
    }
    EntryFinding look(const QString &intent, const QString &chosen = {}) const
    {
        return waitFor(reconcileEntry(&desk(), m_shop->account, intent, chosen)).value();
    }
    EntryFinding findNow(const QString &intent) const
    {
        return waitFor(findEntries(&desk(), m_shop->account, {stored(intent)}))->front();
    }
    ledger::Intent stored(const QString &intent) const { return **desk().journal().intent(intent).result(); }

    /// Sends one code and returns its batch.
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
    Desk &desk() const { return *m_shop->bench.desk; }

    std::unique_ptr<CodeShop> m_shop;
};

TILLDECK_TEST(OlderEntriesTest)

} // namespace older_entries_test

#include "tst_older_entries.moc"
