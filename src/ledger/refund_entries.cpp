// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/refund_entries.h"

namespace tilldeck::ledger {

QDateTime endOfRefund(const Intent &refund)
{
    const qint64 lifetime = refund.openedAt.secsTo(refund.deadlineAt);
    return refund.providerOpenedAt.isValid() ? refund.providerOpenedAt.addSecs(lifetime + refundSlackSeconds)
                                             : QDateTime();
}

bool isOfItsTime(const checkout::Refund &entry, const Intent &refund)
{
    return entry.at.isValid() && refund.providerOpenedAt.isValid() &&
           entry.at >= refund.providerOpenedAt.addSecs(-refundSlackSeconds) && entry.at <= endOfRefund(refund);
}

bool stoodBefore(const checkout::Refund &entry, const Intent &refund)
{
    return refund.listedBefore && refund.listedBefore->contains(entry.id);
}

} // namespace tilldeck::ledger
