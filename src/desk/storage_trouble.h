// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace tilldeck::desk {

/// Says what is wrong with a file of the data directory.
struct StorageTrouble
{
    enum class Kind {
        Pair, ///< Ledger and journal do not belong together, or one of them is gone.
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

    friend bool operator==(const StorageTrouble &, const StorageTrouble &) = default;
};

} // namespace tilldeck::desk
