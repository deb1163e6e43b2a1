// SPDX-License-Identifier: GPL-3.0-or-later
#include "checkout/pricing.h"
#include "support/runner.h"

#include <QTest>

#include <rapidcheck.h>

namespace pricing_test {

using namespace tilldeck::checkout;
using tilldeck::money::Currency;
using tilldeck::money::Money;

namespace {

const QDateTime now(QDate(2026, 4, 14), QTime(12, 0), Qt::UTC);

Money eur(qint64 minor)
{
    return Money(minor, *Currency::fromCode(u"EUR"));
}

Coupon percentage(const QString &id, qint64 basisPoints)
{
    Coupon coupon;
    coupon.id = id;
    coupon.kind = Coupon::Kind::Percentage;
    coupon.basisPoints = basisPoints;
    return coupon;
}

Coupon fixed(const QString &id, Money off)
{
    Coupon coupon;
    coupon.id = id;
    coupon.kind = Coupon::Kind::FixedAmount;
    coupon.amountOff = off;
    return coupon;
}

PromotionCode code(const QString &word, const QString &couponId)
{
    PromotionCode promotion;
    promotion.code = word;
    promotion.couponId = couponId;
    return promotion;
}

Catalog catalog()
{
    Catalog catalog;
    catalog.prices.available = true;
    catalog.prices.items = {Price(QStringLiteral("annual"), eur(24000)), Price(QStringLiteral("call"), eur(3500)),
                            Price(QStringLiteral("half"), eur(13500)),
                            Price(QStringLiteral("usd"), Money(500, *Currency::fromCode(u"USD")))};
    catalog.coupons.available = true;
    catalog.coupons.items = {percentage(QStringLiteral("c20"), 2000), fixed(QStringLiteral("c5"), eur(500)),
                             fixed(QStringLiteral("c999"), eur(99900)), percentage(QStringLiteral("cover"), 1000)};
    catalog.coupons.items.back().expiresAt = now.addDays(-1);
    catalog.promotionCodes.available = true;
    catalog.promotionCodes.items = {
        code(QStringLiteral("SPRING20"), QStringLiteral("c20")), code(QStringLiteral("ENDED"), QStringLiteral("c20")),
        code(QStringLiteral("USEDUP"), QStringLiteral("c20")), code(QStringLiteral("OFF"), QStringLiteral("c20"))};
    catalog.promotionCodes.items[1].expiresAt = now.addDays(-14);
    catalog.promotionCodes.items[2].maxRedemptions = 5;
    catalog.promotionCodes.items[2].timesRedeemed = 5;
    catalog.promotionCodes.items[3].active = false;
    return catalog;
}

/// The draft of the editor's design picture: 240.00 + 2 × 35.00, and a cheaper tier behind it.
SessionDraft draft()
{
    SessionDraft draft;
    draft.lineItems = {LineItem(QStringLiteral("annual"), 1), LineItem(QStringLiteral("call"), 2)};
    draft.cascade = {CascadeTier({LineItem(QStringLiteral("half"), 1)}, QString())};
    return draft;
}

} // namespace

class PricingTest : public QObject
{
    Q_OBJECT

private slots:
    void tiersArePricedOneByOne()
    {
        SessionDraft asked = draft();
        asked.promotionCode = QStringLiteral("spring20");
        const Preview preview = priceLocally(asked, catalog(), now);
        QCOMPARE(preview.tiers.size(), size_t(2));
        const Breakdown &first = preview.tiers.at(0);
        QCOMPARE(first.lines.at(1).total, eur(7000));
        QCOMPARE(first.subtotal->amount, eur(31000));
        QCOMPARE(first.discount->amount, eur(6200));
        QCOMPARE(first.customerPays->amount, eur(24800));
        QCOMPARE(first.customerPays->certainty, Certainty::Exact);
        const Breakdown &second = preview.tiers.at(1);
        QCOMPARE(second.customerPays->amount, eur(10800));
        // Nobody has said that the code applies to a later tier.
        QCOMPARE(second.customerPays->certainty, Certainty::Estimate);
        QVERIFY(preview.discountConfirmed);
        QVERIFY(preview.discountState.contains(QStringLiteral("20% off")));
    }

    void anUnconfirmedCodeLeavesAnEstimate()
    {
        SessionDraft asked = draft();
        asked.promotionCode = QStringLiteral("FRIENDS");
        const Preview preview = priceLocally(asked, catalog(), now);
        QVERIFY(!preview.tiers.front().discount.has_value());
        QCOMPARE(preview.tiers.front().customerPays->amount, eur(31000));
        QCOMPARE(preview.tiers.front().customerPays->certainty, Certainty::Estimate);
        QVERIFY(!preview.discountConfirmed);
        QVERIFY(!preview.discountState.contains(QStringLiteral("Valid")));
    }

    void aFixedDiscountNeverExceedsTheItems()
    {
        SessionDraft asked = draft();
        asked.couponId = QStringLiteral("c999");
        const Preview preview = priceLocally(asked, catalog(), now);
        QCOMPARE(preview.tiers.front().customerPays->amount, eur(0));
        asked.couponId = QStringLiteral("c5");
        QCOMPARE(priceLocally(asked, catalog(), now).tiers.front().customerPays->amount, eur(30500));
    }

    void aPriceOutsideTheCatalogLeavesTheTotalUnknown()
    {
        SessionDraft asked = draft();
        asked.lineItems.emplace_back(QStringLiteral("price_typed"), 1);
        const Preview preview = priceLocally(asked, catalog(), now);
        QVERIFY(!preview.tiers.front().customerPays.has_value());
        QVERIFY(preview.tiers.front().unpricedNote.has_value());
        QCOMPARE(preview.tiers.front().lines.at(0).total, eur(24000));
    }

    void codesThatCannotBeUsed_data()
    {
        QTest::addColumn<QString>("promotionCode");
        QTest::addColumn<QString>("couponId");
        QTest::addColumn<QString>("says");
        QTest::newRow("ended") << "ENDED" << "" << "ended on";
        QTest::newRow("used up") << "USEDUP" << "" << "used up";
        QTest::newRow("switched off") << "OFF" << "" << "switched off";
        QTest::newRow("coupon ended") << "" << "cover" << "ended on";
        QTest::newRow("valid") << "SPRING20" << "" << "";
        QTest::newRow("nobody knows it") << "FRIENDS" << "" << "";
    }
    void codesThatCannotBeUsed()
    {
        QFETCH(QString, promotionCode);
        QFETCH(QString, couponId);
        QFETCH(QString, says);
        SessionDraft asked = draft();
        asked.promotionCode = promotionCode;
        asked.couponId = couponId;
        const QString problem = discountProblem(asked, catalog(), now);
        QCOMPARE(problem.isEmpty(), says.isEmpty());
        QVERIFY2(problem.contains(says), qPrintable(problem));
    }

    void aFixedDiscountOfAnotherCurrencyIsRefused()
    {
        SessionDraft asked;
        asked.lineItems = {LineItem(QStringLiteral("usd"), 1)};
        asked.couponId = QStringLiteral("c5");
        QVERIFY(discountProblem(asked, catalog(), now).contains(QStringLiteral("EUR")));
    }

    void noMinorUnitIsLostOrInvented()
    {
        QVERIFY(rc::check("subtotal = discount + customer pays", [] {
            const auto unit = *rc::gen::inRange<qint64>(0, 1'000'000'000'000);
            const auto quantity = *rc::gen::inRange<qint64>(1, 1'000'000);
            const auto basisPoints = *rc::gen::inRange<qint64>(1, 10001);
            Catalog known;
            known.prices.items = {Price(QStringLiteral("p"), eur(unit))};
            known.coupons.items = {percentage(QStringLiteral("c"), basisPoints)};
            SessionDraft asked;
            asked.lineItems = {LineItem(QStringLiteral("p"), quantity)};
            asked.couponId = QStringLiteral("c");
            const Breakdown tier = priceLocally(asked, known, now).tiers.front();
            RC_ASSERT(tier.customerPays->amount.plus(tier.discount->amount) == tier.subtotal->amount);
            RC_ASSERT(tier.customerPays->amount.minorUnits() >= 0);
        }));
    }
};

TILLDECK_TEST(PricingTest)

} // namespace pricing_test

#include "tst_pricing.moc"
