// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/refund_entries.h"

#include "ledger/request_end.h"

namespace tilldeck::ledger {

bool isOfItsTime(const checkout::Refund &entry, const Intent &refund)
{
    return entry.at.isValid() && refund.providerOpenedAt.isValid() &&
           entry.at >= refund.providerOpenedAt.addSecs(-arrivalSlackSeconds) && entry.at <= endThere(refund);
}

bool stoodBefore(const checkout::Refund &entry, const Intent &refund)
{
    return refund.listedBefore && refund.listedBefore->contains(entry.id);
}

} // namespace tilldeck::ledger
