// SPDX-License-Identifier: GPL-3.0-or-later
// What refunds have in common at every provider.
#pragma once

#include "providers/minor_units.h"
#include "providers/provider.h"
#include "providers/wire/object_reader.h"

namespace tilldeck::providers {

/// The integer that FAMILY is asked for. Errors: InvalidInput for an amount that is not positive, in another currency
/// than the payment, or more than the payment has left.
checkout::Result<qint64> refundUnits(Family family, const RefundRequest &request);

/// How a provider's answer calls the members of a refund; an empty name: it does not tell that.
struct RefundNames
{
    QLatin1StringView id;
    QLatin1StringView amount;
    QLatin1StringView createdAt;
};

/// The refund that ITEM is. Where its id can be read the refund exists: REQUESTED stands for an amount that is left out
/// or cannot be used, and the status stays as the raw word for the caller to map. Errors: Malformed without an id.
checkout::Result<checkout::Refund> readRefund(ObjectReader &item, Family family, const RefundNames &names,
                                              const money::Money &requested);

} // namespace tilldeck::providers
