// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/entry_text.h"

#include "ledger/columns.h"
#include "ledger/value_json.h"

namespace tilldeck::ledger {

using checkout::Coupon;
using checkout::ProcessorRoute;
using checkout::PromotionCode;

template <>
constexpr auto enumNames<Coupon::Kind> = std::array{
    EnumName{Coupon::Kind::Percentage, "percentage"_L1},
    EnumName{Coupon::Kind::FixedAmount, "fixed_amount"_L1},
    EnumName{Coupon::Kind::Other, "other"_L1},
};
template <>
constexpr auto enumNames<Coupon::Duration> = std::array{
    EnumName{Coupon::Duration::Once, "once"_L1},
    EnumName{Coupon::Duration::Repeating, "repeating"_L1},
    EnumName{Coupon::Duration::Forever, "forever"_L1},
};

namespace {

QVariant entryText(std::monostate /*none*/)
{
    return {};
}

QVariant entryText(const Coupon &coupon)
{
    ValueWriter members;
    members.add("id"_L1, coupon.id);
    members.add("name"_L1, coupon.name);
    members.add("kind"_L1, storedName(coupon.kind));
    members.add("basis_points"_L1, coupon.basisPoints);
    members.add("amount_off"_L1, coupon.amountOff);
    if (coupon.duration)
        members.add("duration"_L1, storedName(*coupon.duration));
    members.add("months"_L1, coupon.months);
    members.add("max_redemptions"_L1, coupon.maxRedemptions);
    members.add("times_redeemed"_L1, coupon.timesRedeemed);
    members.add("expires_at"_L1, coupon.expiresAt);
    members.add("active"_L1, coupon.active);
    return std::move(members).column();
}

QVariant entryText(const PromotionCode &code)
{
    ValueWriter members;
    members.add("id"_L1, code.id);
    members.add("code"_L1, code.code);
    members.add("coupon_id"_L1, code.couponId);
    members.add("max_redemptions"_L1, code.maxRedemptions);
    members.add("times_redeemed"_L1, code.timesRedeemed);
    members.add("expires_at"_L1, code.expiresAt);
    members.add("active"_L1, code.active);
    return std::move(members).column();
}

QVariant entryText(const ProcessorRoute &route)
{
    ValueWriter members;
    members.add("id"_L1, route.id);
    members.add("name"_L1, route.name);
    members.add("processors"_L1, route.processorIds);
    return std::move(members).column();
}

std::optional<Coupon> couponIn(ValueReader &members)
{
    Coupon coupon;
    coupon.id = members.text("id"_L1);
    coupon.name = members.text("name"_L1);
    coupon.kind = valueOf(members.text("kind"_L1), Coupon::Kind::Other);
    coupon.basisPoints = members.integer("basis_points"_L1).value_or(0);
    coupon.amountOff = members.money("amount_off"_L1);
    if (const QString duration = members.text("duration"_L1); !duration.isEmpty())
        coupon.duration = valueOf(duration, Coupon::Duration::Once);
    coupon.months = members.integer("months"_L1);
    coupon.maxRedemptions = members.integer("max_redemptions"_L1);
    coupon.timesRedeemed = members.integer("times_redeemed"_L1).value_or(0);
    coupon.expiresAt = members.time("expires_at"_L1);
    coupon.active = members.truth("active"_L1).value_or(true);
    return coupon;
}

std::optional<PromotionCode> codeIn(ValueReader &members)
{
    PromotionCode code;
    code.id = members.text("id"_L1);
    code.code = members.text("code"_L1);
    code.couponId = members.text("coupon_id"_L1);
    code.maxRedemptions = members.integer("max_redemptions"_L1);
    code.timesRedeemed = members.integer("times_redeemed"_L1).value_or(0);
    code.expiresAt = members.time("expires_at"_L1);
    code.active = members.truth("active"_L1).value_or(true);
    return code;
}

std::optional<ProcessorRoute> routeIn(ValueReader &members)
{
    ProcessorRoute route;
    route.id = members.text("id"_L1);
    route.name = members.text("name"_L1);
    route.processorIds = members.texts("processors"_L1);
    return route;
}

template <class T> CatalogEntry entryOr(std::optional<T> read)
{
    return read ? CatalogEntry(std::move(*read)) : CatalogEntry();
}

} // namespace

QVariant entryColumn(const CatalogEntry &entry)
{
    return std::visit([](const auto &value) { return entryText(value); }, entry);
}

CatalogEntry entryFrom(Intent::Kind kind, const QVariant &column)
{
    switch (kind) {
    case IntentKind::Create:
    case IntentKind::Refund:
        break;
    case IntentKind::Coupon:
    case IntentKind::DeactivateCoupon:
        return entryOr(valueIn<Coupon>(column, couponIn));
    case IntentKind::PromotionCode:
    case IntentKind::DeactivateCode:
        return entryOr(valueIn<PromotionCode>(column, codeIn));
    case IntentKind::Route:
        return entryOr(valueIn<ProcessorRoute>(column, routeIn));
    }
    return {};
}

} // namespace tilldeck::ledger
