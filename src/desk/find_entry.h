// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/creation_fit.h"

namespace tilldeck::desk {

/// Holds an entry of a provider's catalog that may be the one that was asked for.
struct EntryCandidate
{
    EntryCandidate(QString id, QString name, std::optional<qint64> timesRedeemed)
        : id(std::move(id))
        , name(std::move(name))
        , timesRedeemed(timesRedeemed)
    {
    }

    QString id;
    QString name;
    std::optional<qint64> timesRedeemed; ///< Of a coupon or a code.
};

/// Says what a provider's catalog shows of a write whose outcome is unknown.
struct EntryFinding
{
    enum class Finding {
        Made,      ///< It was: `id` is the entry.
        NotMade,   ///< It was not, and it cannot be any more without being sent again, or that would change nothing.
        NotListed, ///< The provider lists nothing like it. A request that is still on its way could make it.
        Ambiguous, ///< Several may be it, or one that may be older or has other terms; the merchant decides.
        CannotTell ///< The provider does not list entries of this kind, not this one, or more than could be read.
    };

    explicit EntryFinding(Finding finding, QString id = {})
        : finding(finding)
        , id(std::move(id))
    {
    }

    Finding finding;
    QString id;
    std::vector<EntryCandidate> candidates; ///< The entries that it may be, when Ambiguous.
    bool stoodBefore = false;               ///< When NotMade: the same was there before it was sent.
};

/// Returns what @p catalog, fetched after the write was sent, shows of @p intent. @p confirmed are the intents of its
/// kind, of its account or of one that may be the same, that are known to have made an entry: theirs is not this one's.
///
/// An entry is new when it is not among those that were listed right before (Intent::listedBefore) and not stamped as
/// older, or, where it is not known what was listed, when the provider stamps it as from the @p time in which it was
/// sent. One that was listed is another one, and of all else it is not known.
///
/// A promotion code is a unique text: a new one that is listed with the same terms is taken as made, unless it is
/// switched off or was redeemed; one of another coupon, or that stood there before, belongs to somebody else. Else it
/// may be either, for a provider may add terms of its own. A coupon or a new route is made when exactly one entry of
/// the whole list has the same contents, is new, belongs to no other intent, is switched on and was never redeemed; one
/// of the same name and value with other limits may be it. A list that could not be read to its end proves nothing
/// about what it does not show. A change, or switching off, is judged by what the entry is now.
EntryFinding findEntry(const checkout::Catalog &catalog, const ledger::Intent &intent,
                       const std::vector<ledger::Intent> &confirmed, const CreationTime &time);

/// Returns the ids of those entries of @p catalog that findEntry() could take for the new one of @p intent, to be kept
/// as Intent::listedBefore. Nothing for an intent that makes no new entry, and for a list that could not be read whole.
std::optional<QStringList> listedAlike(const checkout::Catalog &catalog, const ledger::Intent &intent);

} // namespace tilldeck::desk
