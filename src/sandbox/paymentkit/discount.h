// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "money/money.h"
#include "sandbox/refusal.h"
#include "sandbox/store.h"

#include <QDateTime>

#include <optional>

namespace tilldeck::sandbox::paymentkit {

/// What a coupon takes off a subtotal: a share, or a fixed sum that never exceeds the subtotal.
struct Discount
{
    QString field; ///< of the request that named it
    qint64 basisPoints = 0;
    std::optional<money::Money> fixed;

    /// Returns the amount off @p subtotal, or 422 when a fixed discount is in another currency.
    Answer<money::Money> on(const money::Money &subtotal) const;
};

/// Returns the discount of @p promotionCode or @p couponId, whichever is set, or none. 422 on the field when both are
/// set, or when the code is unknown, inactive, expired or used up.
Answer<std::optional<Discount>> findDiscount(const Store &store, const QString &promotionCode, const QString &couponId,
                                             const QDateTime &now);

/// Counts a paid use of the code and of its coupon. Returns false when that could not be written.
[[nodiscard]] bool countRedemption(Store &store, const QString &promotionCode, const QString &couponId);

} // namespace tilldeck::sandbox::paymentkit
