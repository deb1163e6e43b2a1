// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/paymentkit/discount.h"

#include <algorithm>
#include <cmath>

namespace tilldeck::sandbox::paymentkit {

using namespace Qt::StringLiterals;

namespace {

// A coupon, or the promotion code in front of it: both carry the same limits.
std::optional<QString> whyUnusable(const QJsonObject &document, const QString &what, const QDateTime &now)
{
    const QJsonValue expires = document["expires_at"_L1];
    const QJsonValue limit = document["max_redemptions"_L1];
    if (!document["is_active"_L1].toBool(true))
        return u"%1 is not active. Remove it or use another."_s.arg(what);
    if (expires.isString() && QDateTime::fromString(expires.toString(), Qt::ISODate) <= now)
        return u"%1 has expired. Remove it or use another."_s.arg(what);
    if (limit.isDouble() && document["times_redeemed"_L1].toInteger() >= limit.toInteger())
        return u"%1 is used up. Remove it or use another."_s.arg(what);
    return std::nullopt;
}

bool increment(Store &store, const QString &kind, const QString &id)
{
    auto document = store.get(kind, id);
    if (!document)
        return true;
    (*document)["times_redeemed"_L1] = (*document)["times_redeemed"_L1].toInteger() + 1;
    return store.put(kind, id, *document);
}

} // namespace

Answer<money::Money> Discount::on(const money::Money &subtotal) const
{
    if (!fixed) {
        const auto off = subtotal.share(basisPoints);
        return off ? *off : money::Money(0, subtotal.currency());
    }
    if (fixed->currency() != subtotal.currency())
        return std::unexpected(Refusal::invalid(field, u"This discount is in %1, but the session is in %2."_s.arg(
                                                           fixed->currency().code(), subtotal.currency().code())));
    return money::Money(std::min(fixed->minorUnits(), subtotal.minorUnits()), subtotal.currency());
}

Answer<std::optional<Discount>> findDiscount(const Store &store, const QString &promotionCode, const QString &couponId,
                                             const QDateTime &now)
{
    if (promotionCode.isEmpty() && couponId.isEmpty())
        return std::nullopt;
    if (!promotionCode.isEmpty() && !couponId.isEmpty()) {
        const QString message = u"Use a promotion code or a coupon, not both."_s;
        return std::unexpected(Refusal::invalid({{u"promotion_code"_s, message}, {u"coupon_id"_s, message}}));
    }
    Discount discount;
    QString coupon = couponId;
    discount.field = u"coupon_id"_s;
    if (!promotionCode.isEmpty()) {
        discount.field = u"promotion_code"_s;
        const auto code = store.get(u"promotion-codes"_s, promotionCode);
        if (!code)
            return std::unexpected(
                Refusal::invalid(discount.field, u"There is no promotion code %1."_s.arg(promotionCode)));
        if (const auto why = whyUnusable(*code, u"The promotion code %1"_s.arg(promotionCode), now))
            return std::unexpected(Refusal::invalid(discount.field, *why));
        coupon = (*code)["coupon_id"_L1].toString();
    }
    const auto found = store.get(u"coupons"_s, coupon);
    if (!found)
        return std::unexpected(Refusal::invalid(discount.field, u"There is no coupon %1."_s.arg(coupon)));
    if (const auto why = whyUnusable(*found, u"The coupon %1"_s.arg(coupon), now))
        return std::unexpected(Refusal::invalid(discount.field, *why));
    discount.basisPoints = std::llround((*found)["percent_off"_L1].toDouble() * 100);
    const auto currency = money::Currency::fromCode((*found)["currency"_L1].toString());
    if ((*found)["amount_off_atom"_L1].isDouble() && currency)
        discount.fixed = money::Money((*found)["amount_off_atom"_L1].toInteger(), *currency);
    return discount;
}

bool countRedemption(Store &store, const QString &promotionCode, const QString &couponId)
{
    if (promotionCode.isEmpty())
        return increment(store, u"coupons"_s, couponId);
    const auto code = store.get(u"promotion-codes"_s, promotionCode);
    return !code || (increment(store, u"promotion-codes"_s, promotionCode) &&
                     increment(store, u"coupons"_s, (*code)["coupon_id"_L1].toString()));
}

} // namespace tilldeck::sandbox::paymentkit
