// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/open_outcomes.h"
#include "desk/unsettled_writes.h"

namespace tilldeck::desk {

/// Holds what is known of a write into the catalog that waits for the merchant, and what can be done about it.
struct OpenWrite
{
    explicit OpenWrite(UnsettledWrite write)
        : write(std::move(write))
    {
    }

    UnsettledWrite write;
    std::vector<ledger::TimelineEvent> tried; ///< Sent, sent again, looked up; newest first.
    /// Every action of its kind. SendAgain goes on with a batch: what was not sent, and what the provider does not list
    /// under its own key.
    std::vector<OutcomeOffer> offers;
};

/// Returns the write, or the batch, @p id of an account; nothing where nothing is left to decide. Errors: those of the
/// journal and of the ledger.
http::Task<checkout::Result<std::optional<OpenWrite>>> openWrite(QPointer<Desk> desk, QString accountId, QString id);

} // namespace tilldeck::desk
