// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/desk.h"
#include "desk/repeat.h"

#include <QPointer>

namespace tilldeck::desk {

/// Says how a creation ended: an outcome that is not known is neither a success nor a failure.
struct CreateOutcome
{
    enum class End {
        Confirmed,
        /// Created, but this computer could not write it down. The record is the only place that has token and URL;
        /// repairCreations() and the next start take the session into the list.
        NotKept,
        Rejected,
        Unknown,
        /// The same was asked for before (CreateOutcome::earlier), and nothing was sent: the merchant is asked.
        Repeated,
        /// Nothing was made, for a reason that is not its own; it is planned again. Of the rows of files alone.
        PlannedAgain
    };

    explicit CreateOutcome(End end = End::Unknown)
        : end(end)
    {
    }

    End end;
    /// The row of the sessions list, when Confirmed or Unknown; the session, when NotKept.
    ledger::SessionRecord record;
    /// The reason, with problems on their fields, when Rejected, Unknown, Repeated or PlannedAgain; Storage when
    /// NotKept. When
    /// Confirmed, a remark: its reference was used before, and `record` is the earlier charge (Rejected); or another
    /// creation had been taken for it, whose own outcome is not known (UnknownOutcome).
    std::optional<checkout::Error> error;
    std::optional<ledger::Intent> earlier; ///< When Repeated.
    std::optional<ledger::Intent> sent;    ///< When Unknown: as it was journaled, for whyNotResent().
};

/// Says which kept draft a creation is of.
struct KeptDraft
{
    KeptDraft() = default;
    explicit KeptDraft(QString id, bool isOld = false)
        : id(std::move(id))
        , isOld(isOld)
    {
    }

    QString id;         ///< Empty: of none.
    bool isOld = false; ///< It comes from the list of drafts, and may have been created otherwise days ago.
};

/// Creates the session that @p draft asks for, on one account: validates it, prices it by the quote, commits the intent
/// to the journal, sends the request once, writes the answer to the ledger and closes the intent. Nothing is sent when
/// a step before the send fails; room on the disk for the answer is taken before it. A provider that acts once on a key
/// is asked for its time before the intent, unless that is known: by that it can be sent again (resend_creation.h). @p
/// previewed is shown as the amount until the provider reports one. Where the flow has a quote of the provider's
/// (Capabilities::quoteLifetime),
/// @p quote is the one that the merchant saw; a missing or outdated one is InvalidInput with a problem on Field::Quote.
/// What makes the same request, or is of the same @p kept draft, is Repeated unless @p repeat is meant.
http::Task<CreateOutcome> createSession(QPointer<Desk> desk, QString accountId, checkout::SessionDraft draft,
                                        checkout::Catalog catalog, std::optional<money::Money> previewed,
                                        std::optional<checkout::Quote> quote = {}, Repeat repeat = Repeat::Ask,
                                        KeptDraft kept = {});

} // namespace tilldeck::desk
