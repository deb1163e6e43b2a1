// SPDX-License-Identifier: GPL-3.0-or-later
// Coupons, promotion codes and routes on a disk that is full: what exists at the provider is known here.
#include "desk/code_shop.h"
#include "desk/create_coupon.h"
#include "desk/promotion_batch.h"
#include "desk/save_route.h"
#include "support/runner.h"
#include "support/small_disk.h"

namespace storage_catalog_test {

using namespace tilldeck;
using namespace Qt::StringLiterals;
using namespace tilldeck::desk;
using namespace tilldeck::desk::test;
using checkout::ErrorKind;
using Kind = ledger::Intent::Kind;

namespace {

/// Awaits what has no default constructor.
template <class T> checkout::Result<T> catalogAnswer(http::Task<checkout::Result<T>> task)
{
    std::optional<checkout::Result<T>> answer;
    QObject context;
    QCoro::connect(std::move(task), &context, [&answer](checkout::Result<T> result) { answer = std::move(result); });
    if (!QTest::qWaitFor([&answer] { return answer.has_value(); }, 20000))
        qFatal("The use case did not end.");
    return std::move(*answer);
}

} // namespace

class StorageCatalogTest : public QObject
{
    Q_OBJECT

private slots:
    void aFullDiskForgetsNothingOfTheCatalog_data()
    {
        QTest::addColumn<int>("freeKiB");
        for (const int free : {0, 4, 12, 24, 60, 100, 1000})
            QTest::addRow("%d KiB are left", free) << free;
    }
    void aFullDiskForgetsNothingOfTheCatalog()
    {
        QFETCH(const int, freeKiB);
        CodeShop shop;
        shop.bench.desk.reset();
        tilldeck::test::SmallDisk disk(shop.bench.dataDirectory(), freeKiB * 1024);
        shop.bench.open();

        checkout::Coupon coupon;
        coupon.name = u"Spring"_s;
        coupon.kind = checkout::Coupon::Kind::Percentage;
        coupon.basisPoints = 2000;
        coupon.duration = checkout::Coupon::Duration::Once;
        const auto couponMade = catalogAnswer(createCoupon(shop.bench.desk.get(), shop.account, coupon));
        compare(shop, u"coupons"_s, couponMade);
        checkout::ProcessorRoute route;
        route.name = u"Main"_s;
        route.processorIds = {u"proc_1"_s};
        const auto routeMade = catalogAnswer(saveRoute(shop.bench.desk.get(), shop.account, route));
        compare(shop, u"processor-routes"_s, routeMade);

        PromotionBatch::Order order;
        order.accountId = shop.account;
        order.couponId = u"coupons_1"_s;
        order.pattern = u"FULL-####"_s;
        order.count = 5;
        {
            PromotionBatch batch(*shop.bench.desk);
            QSignalSpy finished(&batch, &PromotionBatch::finished);
            batch.start(order);
            QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 20000);
        }
        QVERIFY(freeKiB < 1000 || shop.codes().size() == 5);
        QVERIFY(freeKiB > 0 || shop.codes().isEmpty());
        shop.bench.desk.reset();
        disk.makeRoom();

        shop.bench.open();
        QVERIFY2(shop.bench.desk->whyNoWrites().isEmpty(), qPrintable(shop.bench.desk->whyNoWrites()));
        QVERIFY(known(shop, Kind::Coupon) >= shop.lists.value(u"coupons"_s).size());
        QVERIFY(known(shop, Kind::Route) >= shop.lists.value(u"processor-routes"_s).size());
        QVERIFY(known(shop, Kind::PromotionCode) >= shop.codes().size());
        QCOMPARE(QSet<QString>(shop.sent.begin(), shop.sent.end()).size(), shop.sent.size());
    }

private:
    /// What was refused, in a sentence, does not exist.
    template <class T> static void compare(const CodeShop &shop, const QString &list, const checkout::Result<T> &made)
    {
        if (made || made.error().kind == ErrorKind::UnknownOutcome)
            return;
        QVERIFY(!made.error().sentence.isEmpty());
        QCOMPARE(shop.lists.value(list).size(), 0);
    }

    /// Returns how many writes of @p kind the journal has as made, or as of unknown outcome.
    static qsizetype known(const CodeShop &shop, Kind kind)
    {
        const auto made = shop.bench.desk->journal().confirmed(kind).result();
        const auto open = shop.bench.desk->journal().unknown(kind).result();
        return made && open ? static_cast<qsizetype>(made->size() + open->size()) : -1;
    }
};

TILLDECK_TEST(StorageCatalogTest)

} // namespace storage_catalog_test

#include "tst_storage_catalog.moc"
