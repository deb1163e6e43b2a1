// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "checkout/refund.h"

#include <QStringList>

#include <vector>

namespace tilldeck::ledger {

/// Holds what a provider last reported as given back of a payment: in all and, where it lists them, one by one.
struct ReportedRefunds
{
    ReportedRefunds(money::Money total, std::vector<checkout::Refund> entries = {})
        : total(total)
        , entries(std::move(entries))
    {
    }

    money::Money total; ///< Zero where the provider reports none.
    std::vector<checkout::Refund> entries;
    bool isListed = false; ///< Whether the provider lists them, be it none.
    /// Ids of the refunds, begun here, that the report may be taken to hold: see desk::refundsCounted().
    QStringList counted;
};

} // namespace tilldeck::ledger
