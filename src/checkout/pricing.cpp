// SPDX-License-Identifier: GPL-3.0-or-later
#include "checkout/pricing.h"

#include "checkout/draft_fields.h"
#include "checkout/quantity.h"

#include "money/format.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace tilldeck::checkout {

namespace {

struct PricingText
{
    Q_DECLARE_TR_FUNCTIONS(tilldeck::checkout::Pricing)
};

/// The code or coupon of a draft, as far as the catalog knows it.
struct Discount
{
    QString label; ///< What the merchant typed.
    const PromotionCode *code = nullptr;
    const Coupon *coupon = nullptr;
    const UnreadRow *unread = nullptr;     ///< The coupon, where the provider lists it and it could not be read.
    const UnreadRow *unreadCode = nullptr; ///< The same of the promotion code.

    bool asked() const { return !label.isEmpty(); }
};

Discount discountOf(const SessionDraft &draft, const Catalog &catalog)
{
    Discount discount;
    discount.label = draft.promotionCode.isEmpty() ? draft.couponId : draft.promotionCode;
    if (!draft.promotionCode.isEmpty())
        discount.code = catalog.promotionCode(draft.promotionCode);
    if (!draft.promotionCode.isEmpty() && !discount.code) {
        const auto isIt = [&draft](const UnreadRow &row) {
            return row.code.compare(draft.promotionCode, Qt::CaseInsensitive) == 0;
        };
        const auto row = std::ranges::find_if(catalog.promotionCodes.unread, isIt);
        discount.unreadCode = row == catalog.promotionCodes.unread.end() ? nullptr : &*row;
    }
    const QString couponId = discount.code ? discount.code->couponId : draft.couponId;
    if (couponId.isEmpty())
        return discount;
    discount.coupon = catalog.coupon(couponId);
    const auto unread = std::ranges::find(catalog.coupons.unread, couponId, &UnreadRow::id);
    if (!discount.coupon && unread != catalog.coupons.unread.end())
        discount.unread = &*unread;
    return discount;
}

bool usedUp(const std::optional<qint64> &most, qint64 used)
{
    return most.has_value() && used >= *most;
}

bool over(const QDateTime &expiresAt, const QDateTime &now)
{
    return expiresAt.isValid() && expiresAt <= now;
}

QString day(const QDateTime &moment)
{
    return QLocale().toString(moment.toLocalTime().date(), PricingText::tr("d MMM yyyy", "format of a day"));
}

QString percent(qint64 basisPoints)
{
    const QLocale locale;
    return PricingText::tr("%1%").arg(
        locale.toString(static_cast<double>(basisPoints) / 100.0, 'f', QLocale::FloatingPointShortest));
}

/// Returns "20% off" or "5.00 EUR off"; empty for a coupon of which it is not known what it takes off.
QString terms(const Coupon &coupon)
{
    if (coupon.kind == Coupon::Kind::Percentage)
        return PricingText::tr("%1 off").arg(percent(coupon.basisPoints));
    if (coupon.kind == Coupon::Kind::FixedAmount && coupon.amountOff)
        return PricingText::tr("%1 off").arg(money::format(*coupon.amountOff, QLocale()));
    return {};
}

std::optional<money::Money> amountOff(const Coupon &coupon, const money::Money &subtotal)
{
    if (coupon.kind == Coupon::Kind::Percentage)
        return subtotal.share(coupon.basisPoints);
    if (coupon.kind == Coupon::Kind::FixedAmount && coupon.amountOff &&
        coupon.amountOff->currency() == subtotal.currency())
        return coupon.amountOff->minorUnits() < subtotal.minorUnits() ? *coupon.amountOff : subtotal;
    return std::nullopt;
}

BreakdownLine priced(const LineItem &item, const Catalog &catalog)
{
    BreakdownLine line;
    line.quantity = item.quantity;
    line.priceId = item.priceId;
    const Price *price = catalog.price(item.priceId);
    if (price) {
        line.label = price->label();
        line.unitAmount = price->unitAmount;
        line.billingPeriod = price->billingPeriod;
    } else {
        line.label = item.name.isEmpty() ? item.priceId : item.name;
        // An amount that no provider takes is one that is still to be typed.
        if (item.unitAmount && item.unitAmount->minorUnits() > 0)
            line.unitAmount = item.unitAmount;
    }
    if (line.unitAmount && quantityProblem(line.quantity).isEmpty())
        line.total = line.unitAmount->times(line.quantity);
    return line;
}

std::optional<money::Money> sum(const std::vector<BreakdownLine> &lines)
{
    std::optional<money::Money> total;
    for (const BreakdownLine &line : lines) {
        if (!line.total)
            return std::nullopt;
        total = total ? total->plus(*line.total) : line.total;
        if (!total)
            return std::nullopt;
    }
    return total;
}

QString whyUnpriced(const Breakdown &tier, const Catalog &catalog)
{
    if (tier.lines.empty())
        return PricingText::tr("No items yet.");
    for (const BreakdownLine &line : tier.lines) {
        if (QString wrong = quantityProblem(line.quantity); !wrong.isEmpty())
            return wrong;
        if (line.unitAmount)
            continue;
        const auto unread = std::ranges::find(catalog.prices.unread, line.priceId, &UnreadRow::id);
        if (!line.priceId.isEmpty() && unread != catalog.prices.unread.end())
            return PricingText::tr("The provider lists the price %1, and it could not be read: %2.")
                .arg(unread->id, unread->words);
        return line.priceId.isEmpty()
                   ? PricingText::tr("Enter the amount of each item to see what the customer pays.")
                   : PricingText::tr("One price is not in your catalog, so its amount is not known here.");
    }
    return PricingText::tr("These amounts cannot be added up.");
}

Breakdown priceTier(const SessionDraft &draft, int tier, const Catalog &catalog, const Discount &discount)
{
    Breakdown breakdown;
    breakdown.tier = tier;
    breakdown.processorRouteId = draft.tierRoute(tier);
    for (const LineItem &item : draft.tierLineItems(tier))
        breakdown.lines.push_back(priced(item, catalog));
    const std::optional<money::Money> subtotal = sum(breakdown.lines);
    if (!subtotal) {
        breakdown.unpricedNote = whyUnpriced(breakdown, catalog);
        return breakdown;
    }
    breakdown.subtotal = Figure(*subtotal, Certainty::Exact);
    if (!discount.asked()) {
        breakdown.customerPays = breakdown.subtotal;
        return breakdown;
    }

    const QString words = discount.coupon ? terms(*discount.coupon) : QString();
    breakdown.discountLabel = words.isEmpty()
                                  ? discount.label
                                  : PricingText::tr("%1, %2", "code, what it takes off").arg(discount.label, words);
    const auto off = discount.coupon ? amountOff(*discount.coupon, *subtotal) : std::nullopt;
    if (!off) {
        breakdown.unpricedNote = PricingText::tr("At most %1: what %2 takes off is not known here.", "amount, discount")
                                     .arg(money::format(*subtotal, QLocale()), discount.label);
        return breakdown;
    }
    // No provider says whether a code applies to the tiers after the first, nor how it rounds a part of a minor unit:
    // those figures stay estimates.
    breakdown.isRounded =
        discount.coupon->kind == Coupon::Kind::Percentage && !subtotal->hasExactShare(discount.coupon->basisPoints);
    const Certainty certainty = tier == 0 && !breakdown.isRounded ? Certainty::Exact : Certainty::Estimate;
    breakdown.discount = Figure(*off, certainty);
    if (const auto left = subtotal->minus(*off))
        breakdown.customerPays = Figure(*left, certainty);
    return breakdown;
}

/// A draft that sells one product, or a sum by itself, instead of line items.
bool sellsOneProduct(const SessionDraft &draft)
{
    return draft.lineItems.empty() && (draft.pricing || !draft.productId.isEmpty() || !draft.productName.isEmpty());
}

BreakdownLine productLine(const SessionDraft &draft, const Catalog &catalog)
{
    BreakdownLine line;
    line.billingPeriod = draft.subscriptionFrequency;
    const Product *product = catalog.product(draft.productId);
    for (const QString &label : {draft.productName, product ? product->name : QString(), draft.productId,
                                 draft.description, PricingText::tr("Payment", "a sum without a product")}) {
        if (line.label.isEmpty())
            line.label = label;
    }
    if (draft.pricing) {
        line.unitAmount = line.total = draft.pricing;
        return line;
    }
    line.quantity = draft.productQuantity;
    if (product)
        line.unitAmount = product->unitAmount;
    if (line.unitAmount && quantityProblem(line.quantity).isEmpty())
        line.total = line.unitAmount->times(line.quantity);
    return line;
}

Breakdown priceProduct(const SessionDraft &draft, const Catalog &catalog)
{
    Breakdown breakdown;
    breakdown.lines.push_back(productLine(draft, catalog));
    const std::optional<money::Money> total = breakdown.lines.front().total;
    if (!total) {
        const QString wrong = quantityProblem(breakdown.lines.front().quantity);
        breakdown.unpricedNote =
            wrong.isEmpty() ? PricingText::tr("The amount of this product is not known here.") : wrong;
        return breakdown;
    }
    breakdown.subtotal = Figure(*total, Certainty::Exact);
    if (draft.chargeCurrency && *draft.chargeCurrency != total->currency())
        breakdown.unpricedNote = PricingText::tr("The provider converts this to %1.").arg(draft.chargeCurrency->code());
    else // The provider may add its fee.
        breakdown.customerPays = Figure(*total, Certainty::Estimate);
    return breakdown;
}

QString discountState(const Discount &discount)
{
    if (discount.unread)
        return PricingText::tr("The provider lists the coupon %1, and it could not be read: %2.")
            .arg(discount.unread->id, discount.unread->words);
    if (discount.unreadCode)
        return PricingText::tr("The provider lists the promotion code %1, and it could not be read: %2.")
            .arg(discount.unreadCode->code, discount.unreadCode->words);
    if (!discount.coupon)
        return PricingText::tr("Checked by the provider when you create.");
    const QString words = terms(*discount.coupon);
    if (words.isEmpty())
        return PricingText::tr("The provider lists this discount. What it takes off is not known here.");
    QDateTime until = discount.coupon->expiresAt;
    const bool codeEndsFirst =
        discount.code && discount.code->expiresAt.isValid() && (!until.isValid() || discount.code->expiresAt < until);
    if (codeEndsFirst)
        until = discount.code->expiresAt;
    return until.isValid() ? PricingText::tr("Valid. %1 until %2.").arg(words, day(until))
                           : PricingText::tr("Valid. %1.").arg(words);
}

} // namespace

QString discountProblem(const SessionDraft &draft, const Catalog &catalog, const QDateTime &now)
{
    const Discount discount = discountOf(draft, catalog);
    if (discount.code) {
        const PromotionCode &code = *discount.code;
        if (over(code.expiresAt, now))
            return PricingText::tr("This code ended on %1. Remove it or use another.").arg(day(code.expiresAt));
        if (usedUp(code.maxRedemptions, code.timesRedeemed))
            return PricingText::tr("This code is used up. Remove it or use another.");
        if (!code.active)
            return PricingText::tr("This code is switched off. Remove it or use another.");
    }
    if (discount.coupon) {
        const Coupon &coupon = *discount.coupon;
        if (over(coupon.expiresAt, now))
            return PricingText::tr("This coupon ended on %1. Remove it or use another.").arg(day(coupon.expiresAt));
        if (usedUp(coupon.maxRedemptions, coupon.timesRedeemed))
            return PricingText::tr("This coupon is used up. Remove it or use another.");
        if (!coupon.active)
            return PricingText::tr("This coupon is switched off. Remove it or use another.");
        for (const LineItem &item : draft.lineItems) {
            const Price *price = catalog.price(item.priceId);
            if (price && coupon.amountOff && coupon.amountOff->currency() != price->unitAmount.currency())
                return PricingText::tr("This discount is in %1, the items are in %2. Use another.")
                    .arg(coupon.amountOff->currency().code(), price->unitAmount.currency().code());
        }
    }
    return {};
}

SessionDraft priced(SessionDraft draft, const std::optional<Quote> &quote)
{
    if (!quote)
        return draft;
    // The fee is the provider's to add: what is asked for is the amount before it.
    if (!draft.chargeAmount && draft.pricing)
        draft.chargeAmount = quote->base         ? quote->base
                             : quote->conversion ? quote->conversion->converted
                                                 : quote->customerPays;
    if (quote->conversion)
        draft.convertedTotal = quote->conversion->converted;
    return draft;
}

SessionDraft quoteBasis(SessionDraft draft)
{
    for (const DraftField &field : draftFields()) {
        if (!field.isPriced)
            field.clear(draft);
    }
    return draft;
}

Preview withQuote(Preview preview, const Quote &quote)
{
    preview.quoteState = QuoteState::Available;
    preview.quote = quote;
    if (preview.tiers.empty())
        preview.tiers.emplace_back();
    Breakdown &first = preview.tiers.front();
    if (!first.lines.empty() && !quote.productTitle.isEmpty())
        first.lines.front().label = quote.productTitle;
    first.unpricedNote.reset();
    // The reported total, never a sum of ours: a fee that the customer does not pay is in no total.
    first.customerPays = Figure(quote.customerPays, quote.isMultiplied ? Certainty::Estimate : Certainty::Quote);
    if (quote.fee)
        first.fees = Figure(*quote.fee, Certainty::Quote);
    // What the sub-merchant is credited with is not the merchant's.
    if (const auto own = quote.split ? quote.split->own() : std::nullopt)
        first.received = Figure(*own, Certainty::Estimate);
    else if (quote.businessReceives && !quote.split)
        first.received = Figure(*quote.businessReceives, quote.isMultiplied ? Certainty::Estimate : Certainty::Quote);
    return preview;
}

Preview priceLocally(const SessionDraft &draft, const Catalog &catalog, const QDateTime &now, AskedCode code)
{
    Preview preview;
    preview.madeAt = now;
    if (sellsOneProduct(draft)) {
        preview.tiers.push_back(priceProduct(draft, catalog));
        return preview;
    }
    const Discount discount = discountOf(draft, catalog);
    const bool isRefused = !discountProblem(draft, catalog, now).isEmpty();
    const bool isCounted = !isRefused || code == AskedCode::WasTaken;
    for (int tier = 0; tier < draft.tierCount(); ++tier) {
        Breakdown breakdown = priceTier(draft, tier, catalog, isCounted ? discount : Discount());
        if (!isCounted && breakdown.customerPays)
            breakdown.customerPays->certainty = Certainty::Estimate;
        preview.tiers.push_back(std::move(breakdown));
    }
    if (discount.asked()) {
        preview.discountConfirmed = discount.coupon && !terms(*discount.coupon).isEmpty() && !isRefused;
        if (!isRefused || !discount.coupon)
            preview.discountState = discountState(discount);
    }
    return preview;
}

} // namespace tilldeck::checkout
