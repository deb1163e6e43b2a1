// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "checkout/error.h"
#include "checkout/refund.h"

#include <optional>

namespace tilldeck::desk {

/// Says how a refund ended: an outcome that is not known is neither a success nor a failure.
struct RefundOutcome
{
    enum class End { Confirmed, Rejected, Unknown };

    explicit RefundOutcome(End end = End::Unknown)
        : end(end)
    {
    }

    End end;
    QString intentId;                       ///< Set when Confirmed or Unknown.
    std::optional<checkout::Refund> refund; ///< The refund as the provider reported it, when Confirmed.
    std::optional<checkout::Error> error;   ///< The reason, when Rejected or Unknown.
};

/// Returns how a refund ended, with its intent, for the log.
QString loggedRefund(const RefundOutcome &outcome);

} // namespace tilldeck::desk
