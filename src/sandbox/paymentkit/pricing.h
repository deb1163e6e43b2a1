// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/paymentkit/discount.h"
#include "sandbox/paymentkit/session.h"

namespace tilldeck::sandbox::paymentkit {

struct PricedTiers
{
    std::optional<money::Currency> currency;
    QList<Tier> tiers;
};

/// Looks up every price and adds up each tier, discount included. 422 for unknown or inactive prices, quantities
/// outside 1 to 2147483647, sums beyond 64 bits, and for a second currency anywhere in the session.
Answer<PricedTiers> priceTiers(const Store &store, const QList<TierRequest> &tiers,
                               const std::optional<Discount> &discount);

/// The request field that holds line LINE of tier TIER.
QString lineField(qsizetype tier, qsizetype line, const QString &member);

} // namespace tilldeck::sandbox::paymentkit
