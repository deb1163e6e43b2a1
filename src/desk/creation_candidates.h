// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/known_rows.h"

namespace tilldeck::desk {

/// Holds the sessions of a provider's list that a creation may have made, and no other one is known to have made.
struct Candidates
{
    std::vector<checkout::Session> sure;      ///< Everything is reported and as asked for: Fit::Yes.
    std::vector<checkout::Session> perhaps;   ///< Fit::Perhaps
    std::vector<checkout::Session> rewritten; ///< Fit::Different, and mayBeRewritten().
    /// Of another order, or from before the creation, which alone does not rule them out.
    std::vector<checkout::Session> different;
    /// Of another customer, or of other prices or quantities, and new since the creation and from its time: a provider
    /// may have merged customers, or added a row for shipping.
    std::vector<checkout::Session> unlike;
    bool complete = false; ///< Everything that could fit was seen.
    int unread = 0;        ///< Rows that could not be read: each could be the one.
    ReadList list;         ///< With the ids of all sessions that were read.

    /// Returns all of them but unlike ones, those that fit best first.
    std::vector<checkout::Session> all() const;
    /// Returns all of them, those that are more likely first: where nothing is sure, the merchant has to know of each.
    std::vector<checkout::Session> named() const;
    /// Returns whether one is exactly what was asked for, and no other one may be.
    bool isOne() const { return sure.size() == 1 && perhaps.empty() && rewritten.empty(); }
};

/// Reads the list of @p provider, as readSessionsSince() does, for the session that @p intent asked for.
/// Errors: those of Provider::sessions(), of the ledger and of the journal.
http::Task<checkout::Result<Candidates>> candidatesOf(QPointer<Desk> desk, ProviderHandle provider,
                                                      ledger::Intent intent, std::vector<KnownRow> known);

} // namespace tilldeck::desk
