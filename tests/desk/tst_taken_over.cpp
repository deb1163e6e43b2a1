// SPDX-License-Identifier: GPL-3.0-or-later
// Going on without the journal keeps what the ledger knows of coupons, promotion codes and routes.
#include "desk/code_shop.h"
#include "desk/create_coupon.h"
#include "desk/deactivate_coupon.h"
#include "desk/deactivate_promotion_code.h"
#include "desk/promotion_batch.h"
#include "desk/reconcile_entry.h"
#include "desk/remove_account.h"
#include "desk/save_route.h"
#include "desk/send_code.h"
#include "desk/unsettled_writes.h"
#include "support/runner.h"

#include <QFile>

namespace taken_over_test {

using namespace tilldeck;
using namespace Qt::StringLiterals;
using namespace tilldeck::desk;
using namespace tilldeck::desk::test;
using Fault = CodeShop::Fault;
using Kind = ledger::Intent::Kind;

namespace {

checkout::Coupon coupon(const QString &name)
{
    checkout::Coupon coupon;
    coupon.name = name;
    coupon.kind = checkout::Coupon::Kind::Percentage;
    coupon.basisPoints = 2000;
    coupon.duration = checkout::Coupon::Duration::Once;
    return coupon;
}

} // namespace

class TakenOverTest : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_shop = std::make_unique<CodeShop>(); }
    void cleanup() { m_shop.reset(); }

    void writesIntoTheCatalogAreKeptAsUnknown_data()
    {
        QTest::addColumn<bool>("isLost");
        QTest::newRow("beside an older journal") << false;
        QTest::newRow("without a journal") << true;
    }
    void writesIntoTheCatalogAreKeptAsUnknown()
    {
        QFETCH(const bool, isLost);
        // One that the older journal knows, so that it is one.
        QVERIFY(waitFor(createCoupon(desk(), m_shop->account, coupon(u"Winter"_s))));
        m_shop->bench.desk.reset();
        QVERIFY(QFile::copy(journal(), journal() + u".before"_s));
        m_shop->bench.open();
        m_shop->onWrite = [](int) { return Fault::LostAfter; };
        writeOneOfEachKind();
        m_shop->onWrite = [](int number) { return number == 8 ? Fault::Silent : Fault::None; };
        {
            PromotionBatch batch(*desk());
            batch.start(order());
            QTRY_COMPARE(m_shop->codes().size(), 3);
            m_shop->bench.desk.reset();
        }
        QVERIFY(QFile::remove(journal()));
        if (!isLost)
            QVERIFY(QFile::copy(journal() + u".before"_s, journal()));
        m_shop->bench.open();
        QVERIFY(!desk()->whyNoWrites().isEmpty());
        const auto accepted = QCoro::waitFor(desk()->acceptFiles());
        QVERIFY2(accepted, accepted ? "" : qPrintable(accepted.error().sentence));
        const QString lost = accepted->lost.join(u'\n');
        QVERIFY2(lost.contains(u"neither their contents nor what became of them"_s), qPrintable(lost));
        QVERIFY2(lost.contains(isLost ? u"10 coupons"_s : u"9 coupons"_s), qPrintable(lost));

        const auto entries = desk()->journal().unknownEntries().result().value();
        std::vector<Kind> kinds;
        std::ranges::transform(entries, std::back_inserter(kinds), &ledger::Intent::kind);
        std::vector<Kind> expected{Kind::Coupon, Kind::DeactivateCoupon, Kind::DeactivateCode, Kind::Route};
        if (isLost)
            expected.insert(expected.begin(), Kind::Coupon);
        QCOMPARE(kinds, expected);
        const auto batches = desk()->journal().unfinishedBatches().result().value();
        QCOMPARE(batches.size(), size_t(1));
        QCOMPARE(batches.front().all, 5);
        QCOMPARE(batches.front().unknown, 5);
        // Nothing that is lost stands in a sentence, and none has a hole.
        const auto writes = QCoro::waitFor(unsettledWrites(desk(), {m_shop->account}));
        QCOMPARE(writes->size(), expected.size() + 1);
        for (const UnsettledWrite &write : *writes) {
            const QString sentence = unsettledSentence(write);
            QVERIFY2(sentence.contains(u"which one"_s), qPrintable(sentence));
            QVERIFY2(!sentence.contains(write.id()), qPrintable(sentence));
            QVERIFY(!write.batch || !canGoOn(*write.batch)); // so that nothing offers to
        }
    }

    void theMerchantDecidesAboutEach()
    {
        m_shop->onWrite = [](int) { return Fault::LostAfter; };
        writeOneOfEachKind();
        PromotionBatch batch(*desk());
        QSignalSpy ended(&batch, &PromotionBatch::finished);
        batch.start(order());
        QTRY_COMPARE(ended.size(), 1);
        m_shop->bench.desk.reset();
        QVERIFY(QFile::remove(journal()));
        m_shop->bench.open();
        QVERIFY(QCoro::waitFor(desk()->acceptFiles()));
        m_shop->onWrite = {};
        const qsizetype sent = m_shop->keys.size();

        QVERIFY(!QCoro::waitFor(removeAccount(desk(), m_shop->account)));
        const auto entries = desk()->journal().unknownEntries().result().value();
        QCOMPARE(entries.size(), size_t(4));
        for (const ledger::Intent &entry : entries) {
            const auto looked = waitFor(reconcileEntry(desk(), m_shop->account, entry.id));
            QVERIFY2(looked, looked ? "" : qPrintable(looked.error().sentence));
            QCOMPARE(looked->finding, EntryFinding::Finding::CannotTell);
            QVERIFY(QCoro::waitFor(abandonEntry(desk(), m_shop->account, entry.id, EarlyAbandon::Allow)));
        }
        const QString batchId = desk()->journal().unfinishedBatches().result()->front().id;
        PromotionBatch rest(*desk());
        std::optional<checkout::Error> why;
        connect(&rest, &PromotionBatch::finished, &rest,
                [&why](const std::optional<checkout::Error> &error) { why = error; });
        rest.resume(m_shop->account, batchId);
        QTRY_VERIFY(why && !rest.isRunning());
        // Nobody knows which codes they were.
        QVERIFY2(why && why->sentence.contains(u"does not say which code"_s), why ? qPrintable(why->sentence) : "");
        QCOMPARE(m_shop->keys.size(), sent);
        QVERIFY(QCoro::waitFor(leaveBatch(desk(), m_shop->account, batchId)));
        QVERIFY(QCoro::waitFor(removeAccount(desk(), m_shop->account)));
    }

private:
    QPointer<Desk> desk() const { return m_shop->bench.desk.get(); }
    QString journal() const { return m_shop->bench.dataDirectory() + u"/journal.sqlite"_s; }
    PromotionBatch::Order order() const
    {
        PromotionBatch::Order order;
        order.accountId = m_shop->account;
        order.couponId = u"coupon_1"_s;
        order.pattern = u"SUMMER-####"_s;
        order.count = 5;
        return order;
    }

    void writeOneOfEachKind() const
    {
        checkout::Coupon spring = coupon(u"Spring"_s);
        QVERIFY(!waitFor(createCoupon(desk(), m_shop->account, spring)));
        spring.id = u"coupon_9"_s;
        QVERIFY(!waitFor(deactivateCoupon(desk(), m_shop->account, spring)));
        checkout::PromotionCode code;
        code.id = u"promo_9"_s;
        code.code = u"WINTER"_s;
        QVERIFY(!waitFor(deactivatePromotionCode(desk(), m_shop->account, code)));
        checkout::ProcessorRoute route;
        route.name = u"Europe"_s;
        route.processorIds = {u"proc_1"_s};
        QVERIFY(!waitFor(saveRoute(desk(), m_shop->account, route)));
    }

    std::unique_ptr<CodeShop> m_shop;
};

TILLDECK_TEST(TakenOverTest)

} // namespace taken_over_test

#include "tst_taken_over.moc"
