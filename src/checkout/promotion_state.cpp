// SPDX-License-Identifier: GPL-3.0-or-later
#include "checkout/promotion_state.h"

namespace tilldeck::checkout {

namespace {

template <class Item> PromotionState ownStateAt(const Item &item, const QDateTime &now)
{
    if (!item.active)
        return PromotionState::SwitchedOff;
    if (item.expiresAt.isValid() && item.expiresAt <= now)
        return PromotionState::Expired;
    if (item.maxRedemptions && item.timesRedeemed >= *item.maxRedemptions)
        return PromotionState::UsedUp;
    return PromotionState::Usable;
}

} // namespace

PromotionState stateAt(const Coupon &coupon, const QDateTime &now)
{
    return ownStateAt(coupon, now);
}

PromotionState stateAt(const PromotionCode &code, const QDateTime &now)
{
    return ownStateAt(code, now);
}

CodeState stateAt(const PromotionCode &code, const Coupon *coupon, const QDateTime &now)
{
    const PromotionState own = stateAt(code, now);
    if (own != PromotionState::Usable || !coupon)
        return {own, false};
    const PromotionState shared = stateAt(*coupon, now);
    return {shared, shared != PromotionState::Usable};
}

} // namespace tilldeck::checkout
