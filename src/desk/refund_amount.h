// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/refund_text.h"
#include "ledger/journal.h"

namespace tilldeck::desk {

/// Returns the amount of @p refund as @p format, a function from money::Money to QString, writes it: what was asked for
/// and, where the provider says another amount, that one beside it. Empty where it is not known.
template <class Format> QString refundAmount(const ledger::Intent &refund, Format format)
{
    const QString asked = refund.amount ? format(*refund.amount) : QString();
    return refund.reported ? RefundText::tr("%1 (the provider says %2)", "an amount that was asked for, an amount")
                                 .arg(asked, format(*refund.reported))
                           : asked;
}

} // namespace tilldeck::desk
