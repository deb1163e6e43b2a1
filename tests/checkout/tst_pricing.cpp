// SPDX-License-Identifier: GPL-3.0-or-later
#include "checkout/pricing.h"
#include "money/format.h"
#include "support/runner.h"

#include <QTest>

#include <rapidcheck.h>

namespace pricing_test {

using namespace Qt::StringLiterals;

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
    catalog.prices.items = {Price(u"annual"_s, eur(24000)), Price(u"call"_s, eur(3500)), Price(u"half"_s, eur(13500)),
                            Price(u"usd"_s, Money(500, *Currency::fromCode(u"USD")))};
    catalog.coupons.available = true;
    catalog.coupons.items = {percentage(u"c20"_s, 2000), fixed(u"c5"_s, eur(500)), fixed(u"c999"_s, eur(99900)),
                             percentage(u"cover"_s, 1000)};
    catalog.coupons.items.back().expiresAt = now.addDays(-1);
    catalog.promotionCodes.available = true;
    catalog.promotionCodes.items = {code(u"SPRING20"_s, u"c20"_s), code(u"ENDED"_s, u"c20"_s),
                                    code(u"USEDUP"_s, u"c20"_s), code(u"OFF"_s, u"c20"_s)};
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
    draft.lineItems = {LineItem(u"annual"_s, 1), LineItem(u"call"_s, 2)};
    draft.cascade = {CascadeTier({LineItem(u"half"_s, 1)}, QString())};
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
        asked.promotionCode = u"spring20"_s;
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
        QVERIFY(preview.discountState.contains(u"20% off"_s));
    }

    void aDiscountThatIsNotKnownLeavesNoTotal_data()
    {
        QTest::addColumn<QString>("promotionCode");
        QTest::addColumn<QString>("couponId");
        QTest::addColumn<QString>("says");
        const QString unread =
            u"The provider lists the coupon odd, and it could not be read: \"percent_off\":\"15\"."_s;
        QTest::newRow("a code that is not listed") << "FRIENDS" << "" << "Checked by the provider when you create.";
        QTest::newRow("a coupon that is not listed") << "" << "friends" << "Checked by the provider when you create.";
        QTest::newRow("a coupon of unknown terms") << "" << "third" << "What it takes off is not known here.";
        QTest::newRow("a code of one") << "THIRD" << "" << "What it takes off is not known here.";
        QTest::newRow("a coupon that could not be read") << "" << "odd" << unread;
        QTest::newRow("a code of that one") << "ODD" << "" << unread;
        QTest::newRow("a code that could not be read")
            << "lost" << ""
            << "The provider lists the promotion code LOST, and it could not be read: \"max_redemptions\":\"x\".";
    }
    void aDiscountThatIsNotKnownLeavesNoTotal()
    {
        QFETCH(const QString, promotionCode);
        QFETCH(const QString, couponId);
        QFETCH(const QString, says);
        Catalog known = catalog();
        known.coupons.items.emplace_back();
        known.coupons.items.back().id = u"third"_s;
        known.coupons.unread = {UnreadRow(u"odd"_s, u"\"percent_off\":\"15\""_s, u"odd"_s)};
        known.promotionCodes.unread = {
            UnreadRow(u"promo_1"_s, u"\"max_redemptions\":\"x\""_s, u"promo_1"_s, u"LOST"_s)};
        known.promotionCodes.items.insert(known.promotionCodes.items.end(),
                                          {code(u"THIRD"_s, u"third"_s), code(u"ODD"_s, u"odd"_s)});
        SessionDraft asked = draft();
        asked.promotionCode = promotionCode;
        asked.couponId = couponId;
        const Preview preview = priceLocally(asked, known, now);
        for (const Breakdown &tier : preview.tiers) {
            QVERIFY(tier.subtotal && !tier.discount && !tier.customerPays);
            const QString most = tilldeck::money::format(tier.subtotal->amount, QLocale());
            QCOMPARE(tier.unpricedNote, u"At most %1: what %2 takes off is not known here."_s.arg(
                                            most, promotionCode.isEmpty() ? couponId : promotionCode));
        }
        QVERIFY(!preview.discountConfirmed);
        QVERIFY2(preview.discountState.endsWith(says) && !preview.discountState.contains(u"Valid"_s),
                 qPrintable(preview.discountState));
    }

    void aFixedDiscountNeverExceedsTheItems()
    {
        SessionDraft asked = draft();
        asked.couponId = u"c999"_s;
        const Preview preview = priceLocally(asked, catalog(), now);
        QCOMPARE(preview.tiers.front().customerPays->amount, eur(0));
        asked.couponId = u"c5"_s;
        QCOMPARE(priceLocally(asked, catalog(), now).tiers.front().customerPays->amount, eur(30500));
    }

    void aPartOfACentMakesAnEstimate_data()
    {
        QTest::addColumn<qint64>("unit");
        QTest::addColumn<qint64>("quantity");
        QTest::addColumn<qint64>("basisPoints");
        QTest::addColumn<qint64>("off");
        QTest::addColumn<bool>("isRounded");
        const auto row = [](const char *name, qint64 unit, qint64 quantity, qint64 basisPoints, qint64 off, bool is) {
            QTest::newRow(name) << unit << quantity << basisPoints << off << is;
        };
        row("15 % of 34.90", 3490, 1, 1500, 524, true);
        row("15 % of 34.80", 3480, 1, 1500, 522, false);
        row("33.33 % of 100.00", 10'000, 1, 3333, 3333, false);
        row("33.33 % of 0.01", 1, 1, 3333, 0, true);
        row("100 % of 0.01", 1, 1, 10'000, 1, false);
        row("12.5 % of the largest quantity", 3, 2'147'483'647, 1250, 805'306'368, true);
    }
    void aPartOfACentMakesAnEstimate()
    {
        QFETCH(qint64, unit);
        QFETCH(qint64, quantity);
        QFETCH(qint64, basisPoints);
        QFETCH(qint64, off);
        QFETCH(bool, isRounded);
        Catalog known;
        known.prices.items = {Price(u"p"_s, eur(unit))};
        known.coupons.items = {percentage(u"c"_s, basisPoints)};
        SessionDraft asked;
        asked.lineItems = {LineItem(u"p"_s, quantity)};
        asked.couponId = u"c"_s;
        const Breakdown tier = priceLocally(asked, known, now).tiers.front();
        QCOMPARE(tier.discount->amount, eur(off));
        QCOMPARE(tier.customerPays->amount, eur(unit * quantity - off));
        QCOMPARE(tier.isRounded, isRounded);
        QCOMPARE(tier.customerPays->certainty, isRounded ? Certainty::Estimate : Certainty::Exact);
        QCOMPARE(tier.discount->certainty, isRounded ? Certainty::Estimate : Certainty::Exact);
    }

    void aQuantityThatIsNoneHasNoTotal()
    {
        for (const qint64 quantity : {qint64(0), qint64(-1)}) {
            SessionDraft asked;
            asked.lineItems = {LineItem(u"annual"_s, quantity)};
            const Breakdown tier = priceLocally(asked, catalog(), now).tiers.front();
            QVERIFY(!tier.lines.front().total);
            QVERIFY(!tier.customerPays);
            QCOMPARE(tier.unpricedNote, u"Enter a quantity of 1 or more."_s);
        }
    }

    /// No figure stands above a refusal.
    void aQuantityThatIsTooLargeHasNoTotal()
    {
        constexpr qint64 most = 2'147'483'647;
        SessionDraft items;
        items.lineItems = {LineItem(u"annual"_s, most)};
        SessionDraft product;
        product.productId = u"course"_s;
        product.productQuantity = most;
        Catalog known = catalog();
        Product course;
        course.id = product.productId;
        course.unitAmount = eur(1);
        known.products.items = {course};
        for (SessionDraft asked : {items, product}) {
            QVERIFY(priceLocally(asked, known, now).tiers.front().customerPays);
            for (LineItem &item : asked.lineItems)
                ++item.quantity;
            ++asked.productQuantity;
            const Breakdown tier = priceLocally(asked, known, now).tiers.front();
            QVERIFY(!tier.lines.front().total);
            QVERIFY(!tier.subtotal);
            QVERIFY(!tier.customerPays);
            QCOMPARE(tier.unpricedNote, u"This quantity is too large. 2,147,483,647 is the most."_s);
        }
    }

    void aPriceOutsideTheCatalogLeavesTheTotalUnknown()
    {
        SessionDraft asked = draft();
        asked.lineItems.emplace_back(u"price_typed"_s, 1);
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
        // What will be refused is in no total, and no total of it is exact; that of a session which has it stays.
        const auto first = [&asked](AskedCode counted) {
            return priceLocally(asked, catalog(), now, counted).tiers.front();
        };
        const Breakdown tier = first(AskedCode::HasToBeValid);
        if (!says.isEmpty()) {
            QVERIFY(!tier.discount && tier.discountLabel.isEmpty());
            QCOMPARE(tier.customerPays->amount, tier.subtotal->amount);
            QCOMPARE(tier.customerPays->certainty, Certainty::Estimate);
            QVERIFY(first(AskedCode::WasTaken).discount);
        }
    }

    void aFixedDiscountOfAnotherCurrencyIsRefused()
    {
        SessionDraft asked;
        asked.lineItems = {LineItem(u"usd"_s, 1)};
        asked.couponId = u"c5"_s;
        QVERIFY(discountProblem(asked, catalog(), now).contains(u"EUR"_s));
    }

    void noMinorUnitIsLostOrInvented()
    {
        QVERIFY(rc::check("subtotal = discount + customer pays", [] {
            const auto unit = *rc::gen::inRange<qint64>(0, 1'000'000'000'000);
            const auto quantity = *rc::gen::inRange<qint64>(1, 1'000'000);
            const auto basisPoints = *rc::gen::inRange<qint64>(1, 10001);
            Catalog known;
            known.prices.items = {Price(u"p"_s, eur(unit))};
            known.coupons.items = {percentage(u"c"_s, basisPoints)};
            SessionDraft asked;
            asked.lineItems = {LineItem(u"p"_s, quantity)};
            asked.couponId = u"c"_s;
            const Breakdown tier = priceLocally(asked, known, now).tiers.front();
            RC_ASSERT(tier.customerPays->amount.plus(tier.discount->amount) == tier.subtotal->amount);
            RC_ASSERT(tier.customerPays->amount.minorUnits() >= 0);
        }));
    }
};

TILLDECK_TEST(PricingTest)

} // namespace pricing_test

#include "tst_pricing.moc"
