// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "checkout/catalog.h"

namespace tilldeck::checkout {

/// Says whether a coupon or a promotion code can be used, and why not.
enum class PromotionState { Usable, SwitchedOff, Expired, UsedUp };

/// Returns the state of a coupon or of a code alone at @p now; both end in the same ways.
PromotionState stateAt(const Coupon &coupon, const QDateTime &now);
PromotionState stateAt(const PromotionCode &code, const QDateTime &now);

/// Says whether a code can be used together with its coupon.
struct CodeState
{
    PromotionState state = PromotionState::Usable;
    bool isOfCoupon = false; ///< The code alone could be used; its coupon cannot.
};

/// Returns the state of a code at @p now. @p coupon is its coupon, or null where that is not known: a code cannot be
/// used longer than its coupon.
CodeState stateAt(const PromotionCode &code, const Coupon *coupon, const QDateTime &now);

} // namespace tilldeck::checkout
