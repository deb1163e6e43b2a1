// SPDX-License-Identifier: GPL-3.0-or-later
// What becomes of a write into the catalog whose answer cannot be written down.
#include "desk/code_shop.h"
#include "desk/create_coupon.h"
#include "desk/deactivate_coupon.h"
#include "desk/deactivate_promotion_code.h"
#include "desk/promotion_batch.h"
#include "desk/reconcile_entry.h"
#include "desk/refresher.h"
#include "desk/repair_creations.h"
#include "desk/save_route.h"
#include "support/outside_sql.h"
#include "support/runner.h"
#include "support/small_disk.h"

namespace entry_not_kept_test {

using namespace tilldeck;
using namespace Qt::StringLiterals;
using namespace tilldeck::desk;
using namespace tilldeck::desk::test;
using checkout::Error;
using checkout::ErrorKind;
using Fault = CodeShop::Fault;
using Kind = ledger::Intent::Kind;
using State = ledger::Intent::State;
using tilldeck::test::Refusing;
using tilldeck::test::SmallDisk;

namespace {

template <class T> std::optional<Error> errorOf(http::Task<checkout::Result<T>> task)
{
    const auto answer = waitFor(std::move(task));
    return answer ? std::nullopt : std::optional(answer.error());
}

} // namespace

class EntryNotKeptTest : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_shop = std::make_unique<CodeShop>(); }
    void cleanup() { m_shop.reset(); }

    void anEndThatTheJournalCannotWriteIsWrittenByTheTimer_data()
    {
        QTest::addColumn<Kind>("kind");
        QTest::addColumn<Fault>("fault");
        QTest::addColumn<State>("end");
        for (const auto &[kind, name] : kinds()) {
            QTest::addRow("%s that is made", name) << kind << Fault::None << State::Confirmed;
            QTest::addRow("%s whose answer is lost", name) << kind << Fault::LostAfter << State::Unknown;
            // The rest of a batch is sent with another key.
            QTest::addRow("%s that is refused", name)
                << kind << Fault::KeyRefused << (kind == Kind::PromotionCode ? State::Planned : State::Rejected);
        }
    }
    void anEndThatTheJournalCannotWriteIsWrittenByTheTimer()
    {
        QFETCH(const Kind, kind);
        QFETCH(const Fault, fault);
        QFETCH(const State, end);
        m_shop->onWrite = [fault](int number) { return number == 1 ? fault : Fault::None; };
        const QString word = storedWord(end);
        const Refusing refusing(journalFile(),
                                u"UPDATE ON intent WHEN new.state = '%1' AND old.state = 'open'"_s.arg(word));
        const auto error = write(kind);
        if (kind != Kind::PromotionCode) // whose batch ends there
            QCOMPARE(error.has_value(), fault != Fault::None);
        QCOMPARE(m_shop->keys.size(), 1);
        QCOMPARE(first().state, State::Open);

        QCoro::waitFor(repairCreations(desk()));
        QCOMPARE(first().state, State::Open);
        refusing.end();
        CatalogCache catalogs(*desk());
        Refresher refresher(*desk(), catalogs);
        refresher.start(std::chrono::milliseconds(20));
        QTRY_COMPARE(first().state, end);
        QCOMPARE(first().sessionId.isEmpty(), fault != Fault::None);
        QTRY_VERIFY(desk()->unwritten().isEmpty());
        QCOMPARE(m_shop->keys.size(), 1);
    }

    void whatTheTimerDidNotWriteIsOfUnknownOutcomeAtTheNextStart()
    {
        const Refusing refusing(journalFile(), u"UPDATE ON intent"_s);
        QVERIFY(!write(Kind::Coupon));
        refusing.end();
        m_shop->bench.restart();
        const auto unknown = desk()->journal().unknownEntries().result().value();
        QCOMPARE(unknown.size(), size_t(1));
        QVERIFY(waitFor(reconcileEntry(desk(), m_shop->account, unknown.front().id)));
        QCOMPARE(first().state, State::Confirmed);
        QCOMPARE(first().sessionId, u"coupons_1"_s);
    }

    void aBatchGoesOnAfterTheTimerHasWrittenItsEnd()
    {
        m_shop->onWrite = [](int number) { return number == 1 ? Fault::KeyRefused : Fault::None; };
        const Refusing refusing(journalFile(), u"UPDATE ON intent WHEN new.state = 'planned' AND old.state = 'open'"_s);
        const auto error = write(Kind::PromotionCode);
        QVERIFY(error && error->kind == ErrorKind::Storage);
        refusing.end();
        CatalogCache catalogs(*desk());
        Refresher refresher(*desk(), catalogs);
        refresher.start(std::chrono::milliseconds(20));
        QTRY_COMPARE(first().state, State::Planned);
        const auto failure = resume(first().batchId);
        QVERIFY2(!failure, failure ? qPrintable(failure->sentence) : "");
        QCOMPARE(m_shop->codes().size(), 3);
    }

    void withoutRoomForTheAnswerNothingIsSent_data()
    {
        QTest::addColumn<Kind>("kind");
        for (const auto &[kind, name] : kinds())
            QTest::newRow(name) << kind;
    }
    void withoutRoomForTheAnswerNothingIsSent()
    {
        QFETCH(const Kind, kind);
        constexpr qint64 little = qint64(200) * 1024;
        m_shop->bench.desk.reset();
        SmallDisk disk(m_shop->bench.dataDirectory(), little);
        if (!disk.isMounted())
            QSKIP("This process may not mount a disk.");
        m_shop->bench.open();
        const auto error = write(kind);
        QVERIFY(error);
        QCOMPARE(error->kind, ErrorKind::Storage);
        QVERIFY2(error->sentence.contains(u"Nothing was sent"_s), qPrintable(error->sentence));
        QVERIFY(m_shop->keys.isEmpty());
        QVERIFY(desk()->journal().unknownEntries().result()->empty());
        disk.makeRoom();
        QVERIFY(!write(kind));
        QVERIFY(!m_shop->keys.isEmpty());
        m_shop->bench.desk.reset();
    }

private:
    static std::vector<std::pair<Kind, const char *>> kinds()
    {
        return {{Kind::Coupon, "a coupon"},
                {Kind::DeactivateCoupon, "a coupon switched off"},
                {Kind::PromotionCode, "a promotion code"},
                {Kind::DeactivateCode, "a promotion code switched off"},
                {Kind::Route, "a route"}};
    }
    static QString storedWord(State state)
    {
        switch (state) {
        case State::Confirmed:
            return u"confirmed"_s;
        case State::Unknown:
            return u"unknown"_s;
        case State::Planned:
            return u"planned"_s;
        default:
            return u"rejected"_s;
        }
    }

    QPointer<Desk> desk() const { return m_shop->bench.desk.get(); }
    QString journalFile() const { return m_shop->bench.dataDirectory() + u"/journal.sqlite"_s; }
    ledger::Intent first() const
    {
        const QString id =
            tilldeck::test::outside(journalFile(), u"SELECT id FROM intent ORDER BY key LIMIT 1"_s).toString();
        return desk()->journal().intent(id).result().value().value_or(ledger::Intent());
    }

    /// Writes one of @p kind, or three promotion codes; returns the error that it ended with.
    std::optional<Error> write(Kind kind)
    {
        checkout::Coupon coupon;
        coupon.name = u"Spring"_s;
        coupon.kind = checkout::Coupon::Kind::Percentage;
        coupon.basisPoints = 2000;
        coupon.duration = checkout::Coupon::Duration::Once;
        checkout::PromotionCode code;
        code.id = u"promo_1"_s;
        code.code = u"WINTER"_s;
        checkout::ProcessorRoute route;
        route.name = u"Europe"_s;
        route.processorIds = {u"proc_1"_s};
        PromotionBatch::Order order;
        order.accountId = m_shop->account;
        order.couponId = u"coupon_1"_s;
        order.pattern = u"SUMMER-####"_s;
        order.count = 3;
        switch (kind) {
        case Kind::Coupon:
            return errorOf(createCoupon(desk(), m_shop->account, coupon));
        case Kind::DeactivateCoupon:
            coupon.id = u"coupon_1"_s;
            list(u"coupons"_s, coupon.id);
            return errorOf(deactivateCoupon(desk(), m_shop->account, coupon));
        case Kind::DeactivateCode:
            list(u"promotion-codes"_s, code.id);
            return errorOf(deactivatePromotionCode(desk(), m_shop->account, code));
        case Kind::Route:
            return errorOf(saveRoute(desk(), m_shop->account, route));
        default:
            return ended([&order](PromotionBatch &batch) { batch.start(order); });
        }
    }
    std::optional<Error> resume(const QString &batchId)
    {
        return ended([&](PromotionBatch &batch) { batch.resume(m_shop->account, batchId); });
    }
    template <class Begin> std::optional<Error> ended(Begin begin)
    {
        std::optional<Error> failure;
        bool done = false;
        PromotionBatch batch(*desk());
        connect(&batch, &PromotionBatch::finished, &batch, [&](const std::optional<Error> &error) {
            failure = error;
            done = true;
        });
        begin(batch);
        if (!QTest::qWaitFor([&] { return done; }, 30000))
            qFatal("The batch did not end.");
        return failure;
    }
    /// Has the provider know an entry that can be switched off.
    void list(const QString &kind, const QString &id)
    {
        m_shop->lists[kind] = QJsonArray{QJsonObject{{u"id"_s, id},
                                                     {u"code"_s, u"WINTER"_s},
                                                     {u"coupon_id"_s, u"coupon_1"_s},
                                                     {u"name"_s, u"Spring"_s},
                                                     {u"discount_type"_s, u"percentage"_s},
                                                     {u"percent_off"_s, 20},
                                                     {u"duration"_s, u"once"_s},
                                                     {u"is_active"_s, true}}};
    }

    std::unique_ptr<CodeShop> m_shop;
};

TILLDECK_TEST(EntryNotKeptTest)

} // namespace entry_not_kept_test

#include "tst_entry_not_kept.moc"
