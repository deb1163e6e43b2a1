// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/paymentkit/codec_catalog.h"

#include "providers/paymentkit/codec_writes.h"
#include "providers/wire/amounts.h"

#include <algorithm>

namespace tilldeck::providers::paymentkit {

using checkout::Coupon;

using namespace Qt::StringLiterals;

namespace {

std::optional<Coupon::Duration> durationOf(const QString &name)
{
    const auto found = std::ranges::find(durationNames, name, &WireName<Coupon::Duration>::name);
    return found == durationNames.end() ? std::nullopt : std::optional(found->value);
}

} // namespace

template <> std::optional<checkout::Price> readItem(ObjectReader &item)
{
    const QString id = item.requiredText("id"_L1);
    const auto amount = requiredAmount(item, Family::PaymentKit, "unit_amount_atom"_L1, "currency"_L1);
    if (!item.ok())
        return {};

    checkout::Price price(id, *amount);
    price.name = item.label("name"_L1);
    price.productId = item.optionalText("product_id"_L1);
    price.billingPeriod = item.label("billing_period"_L1);
    // A recurring price whose period is not reported must not read as a single payment.
    if (const QString type = item.word("type"_L1); price.billingPeriod.isEmpty() && type == "recurring"_L1)
        price.billingPeriod = type;
    price.active = item.flag("is_active"_L1, true);
    return price;
}

template <> std::optional<checkout::Product> readItem(ObjectReader &item)
{
    checkout::Product product;
    product.id = item.requiredText("id"_L1);
    product.name = item.label("name"_L1);
    product.description = item.label("description"_L1);
    return product;
}

template <> std::optional<checkout::Customer> readItem(ObjectReader &item)
{
    checkout::Customer customer;
    customer.id = item.requiredText("id"_L1);
    customer.email = item.label("email"_L1);
    customer.name = item.label("name"_L1);
    return customer;
}

template <> std::optional<Coupon> readItem(ObjectReader &item)
{
    Coupon coupon;
    coupon.id = item.requiredText("id"_L1);
    coupon.name = item.repeated("name"_L1);
    const QString kind = item.label("discount_type"_L1);
    const auto percent = item.number("percent_off"_L1);
    const auto amountOff = optionalAmount(item, Family::PaymentKit, "amount_off_atom"_L1, item.currency("currency"_L1));
    // A discount that cannot be reckoned exactly stays Other: PaymentKit works it out, and no figure is shown for it.
    if (const auto points = basisPoints(percent.value_or(-1)); kind == "percentage"_L1 && points) {
        coupon.kind = Coupon::Kind::Percentage;
        coupon.basisPoints = *points;
    } else if (kind == "fixed_amount"_L1 && amountOff) {
        coupon.kind = Coupon::Kind::FixedAmount;
        coupon.amountOff = amountOff;
    }
    coupon.duration = durationOf(item.label("duration"_L1));
    coupon.months = item.integer("duration_in_months"_L1);
    coupon.maxRedemptions = item.integer("max_redemptions"_L1);
    coupon.timesRedeemed = item.integer("times_redeemed"_L1).value_or(0);
    coupon.expiresAt = item.time("expires_at"_L1);
    coupon.active = item.flag("is_active"_L1, true);
    coupon.createdAt = item.moment("created_at"_L1);
    return coupon;
}

template <> std::optional<checkout::PromotionCode> readItem(ObjectReader &item)
{
    checkout::PromotionCode code;
    code.id = item.optionalText("id"_L1);
    code.code = item.requiredText("code"_L1);
    code.couponId = item.requiredText("coupon_id"_L1);
    code.maxRedemptions = item.integer("max_redemptions"_L1);
    code.timesRedeemed = item.integer("times_redeemed"_L1).value_or(0);
    code.expiresAt = item.time("expires_at"_L1);
    code.active = item.flag("is_active"_L1, true);
    code.createdAt = item.moment("created_at"_L1);
    return code;
}

template <> std::optional<checkout::ProcessorRoute> readItem(ObjectReader &item)
{
    checkout::ProcessorRoute route;
    route.id = item.requiredText("id"_L1);
    route.name = item.label("name"_L1);
    route.createdAt = item.moment("created_at"_L1);
    for (ObjectReader &step : item.objects("processors"_L1)) {
        route.processorIds.push_back(step.requiredText("processor_id"_L1));
        item.adopt(step);
    }
    return route;
}

} // namespace tilldeck::providers::paymentkit
