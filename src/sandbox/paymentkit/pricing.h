// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/paymentkit/discount.h"
#include "sandbox/paymentkit/session.h"

namespace tilldeck::sandbox::paymentkit {

/// The tiers of a session with their prices.
struct PricedTiers
{
    std::optional<money::Currency> currency;
    QList<Tier> tiers;
};

/// Looks up every price and adds up each tier with its discount. 422 for unknown or inactive prices, quantities
/// outside 1 to 2147483647, sums beyond 64 bits, and for a second currency anywhere in the session.
Answer<PricedTiers> priceTiers(const Store &store, const QList<TierRequest> &tiers,
                               const std::optional<Discount> &discount);

/// Returns the name of the request field that holds @p member of a line: "line_items[0].quantity".
QString lineField(qsizetype tier, qsizetype line, const QString &member);

} // namespace tilldeck::sandbox::paymentkit
