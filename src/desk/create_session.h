// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/desk.h"

#include <QPointer>

namespace tilldeck::desk {

/// How a creation ended. There are three ends, never two.
struct CreateOutcome
{
    enum class End { Confirmed, Rejected, Unknown };

    explicit CreateOutcome(End end = End::Unknown)
        : end(end)
    {
    }

    End end;
    ledger::SessionRecord record; ///< Confirmed or Unknown: the row of the sessions list.
    /// Rejected or Unknown: why, with problems on their fields. Confirmed: what is to be said beside it: it could not
    /// be kept here (Storage), or its reference was used before and RECORD is the earlier charge (Rejected).
    std::optional<checkout::Error> error;
};

/// Creates the session that DRAFT asks for, on one account:
/// validate; price by the quote; commit the intent to the journal; send once; write the answer to the ledger; close the
/// intent. Nothing is sent when a step before the send fails. PREVIEWED is shown as the amount until the provider
/// reports one. Where the flow has a quote of the provider's (Capabilities::quoteLifetime), QUOTE is the one that the
/// merchant saw; a missing or outdated one is InvalidInput with a problem on Field::Quote.
http::Task<CreateOutcome> createSession(QPointer<Desk> desk, QString accountId, checkout::SessionDraft draft,
                                        checkout::Catalog catalog, std::optional<money::Money> previewed,
                                        std::optional<checkout::Quote> quote = {});

} // namespace tilldeck::desk
