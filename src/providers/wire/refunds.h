// SPDX-License-Identifier: GPL-3.0-or-later
// Refunds, as far as all providers agree (contracts: createRefund of paymentkit and khaime, refundPayment of ikawaari).
#pragma once

#include "providers/minor_units.h"
#include "providers/provider.h"
#include "providers/wire/object_reader.h"

namespace tilldeck::providers {

/// Returns the amount of @p request as the integer that @p family expects. Errors: InvalidInput for an amount that is
/// not positive, not in the currency of the payment, or more than the payment has left.
checkout::Result<qint64> refundUnits(Family family, const RefundRequest &request);

/// Names the members of a refund in a provider's answer; empty for one that the answer does not have.
struct RefundNames
{
    QLatin1StringView id;
    QLatin1StringView amount;
    QLatin1StringView createdAt;
    QLatin1StringView payment; ///< The id that refunds are made by.
};

/// Reads a refund from @p item, the answer to @p request, for the payment @p paymentId. Once its id can be read the
/// refund exists, so the amount of the request stands in for one that is absent or cannot be used. The caller maps
/// `rawStatus`. Errors: Malformed without an id, and for an answer about another payment or in another currency.
checkout::Result<checkout::Refund> readRefund(ObjectReader &item, Family family, const RefundNames &names,
                                              const RefundRequest &request, const QString &paymentId);

} // namespace tilldeck::providers
