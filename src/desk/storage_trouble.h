// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <algorithm>
#include <vector>

namespace tilldeck::desk {

/// Says what is wrong with a file of the data directory.
struct StorageTrouble
{
    enum class Kind {
        NoFiles,     ///< Both are gone, although accounts were connected, and empty ones stand in their place.
        NoJournal,   ///< The journal is gone, and an empty one stands in its place.
        NoLedger,    ///< The ledger is gone, and an empty one stands in its place.
        Foreign,     ///< Ledger and journal do not belong together.
        Journal,     ///< The journal cannot be read or written.
        Unwritable,  ///< A file can be read and not written, as in a folder that cannot be written or on a full disk.
        NewJournal,  ///< A newer program wrote the journal.
        Ledger,      ///< The ledger cannot be read or written.
        Accounts,    ///< The accounts cannot be read.
        OtherWindow, ///< Another window works on the same files.
        Tokens,      ///< Tokens stand in the ledger although their account keeps them out.
        Restored,    ///< The ledger was of an earlier time, and what it lacked came back.
        NoAccount,   ///< The accounts of intents of unknown outcome are not connected.
    };

    StorageTrouble(Kind kind, QString sentence, bool stopsWrites)
        : kind(kind)
        , sentence(std::move(sentence))
        , stopsWrites(stopsWrites)
    {
    }

    Kind kind;
    QString sentence; ///< What happened, what cannot be done because of it, and what helps. Already translated.
    bool stopsWrites; ///< Nothing may be changed at a provider because of it.

    /// Returns whether the merchant can decide to go on all the same.
    bool canBeAccepted() const { return kind <= Kind::Journal; }

    friend bool operator==(const StorageTrouble &, const StorageTrouble &) = default;
};

/// Returns whether the merchant can decide to go on with files that have @p troubles: not while one of them cannot be
/// written, or was written by a newer program.
inline bool canBeAccepted(const std::vector<StorageTrouble> &troubles)
{
    using Kind = StorageTrouble::Kind;
    return std::ranges::none_of(troubles,
                                [](const StorageTrouble &trouble) {
                                    return trouble.kind == Kind::Ledger || trouble.kind == Kind::NewJournal ||
                                           trouble.kind == Kind::Unwritable;
                                }) &&
           std::ranges::any_of(troubles, &StorageTrouble::canBeAccepted);
}

/// Returns whether the journal says what has no answer: with one of @p troubles it is missing, damaged, or of another
/// time.
inline bool isJournalKnown(const std::vector<StorageTrouble> &troubles)
{
    using Kind = StorageTrouble::Kind;
    return std::ranges::none_of(troubles, [](const StorageTrouble &trouble) {
        return trouble.canBeAccepted() && trouble.kind != Kind::NoLedger;
    });
}

} // namespace tilldeck::desk
