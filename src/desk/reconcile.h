// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/desk.h"

#include <QPointer>

namespace tilldeck::desk {

/// What a look at the provider says about a creation whose outcome is unknown.
struct Reconciliation
{
    enum class Finding {
        Found,      ///< Exactly one session at the provider fits: it was created, and is now in the ledger.
        NotListed,  ///< The provider lists its sessions, and none fits.
        Ambiguous,  ///< Several fit, or one about which the provider tells too little; the merchant decides.
        CannotTell, ///< The provider has no list call, or its list could not be read to the end.
    };

    explicit Reconciliation(Finding finding = Finding::CannotTell)
        : finding(finding)
    {
    }

    Finding finding;
    /// Found. May be the row of a later creation with the same reference; this one's row is gone then.
    std::optional<ledger::SessionRecord> record;
    int candidates = 0;
};

/// Looks for the session of an unknown intent at its provider; sends nothing that creates. A session fits when it was
/// created in the intent's time window, is not the session of another creation, and nothing the provider tells of it
/// contradicts the draft. It is taken only when everything that was asked for is told and the same. Where the flow has
/// a reference (Capabilities::reference), the charge of the draft's reference, or of the intent's id, among the
/// payments is the one, and no other is.
http::Task<checkout::Result<Reconciliation>> reconcile(QPointer<Desk> desk, QString intentId);

/// The merchant settles that the session was not created, or does not matter: the intent is closed as abandoned and its
/// row leaves the list. Needed before the same draft is created again.
http::Task<checkout::Result<void>> abandon(QPointer<Desk> desk, QString intentId);

} // namespace tilldeck::desk
