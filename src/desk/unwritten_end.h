// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ledger/journal.h"
#include "ledger/ledger.h"

namespace tilldeck::desk {

/// Holds how a creation ended that ledger or journal could not write down. repairCreations() writes it later.
struct UnwrittenEnd
{
    UnwrittenEnd() = default;
    UnwrittenEnd(ledger::SessionRecord record, ledger::Intent::State state, QString note)
        : record(std::move(record))
        , state(state)
        , note(std::move(note))
    {
    }

    ledger::SessionRecord record; ///< The row as it should be; only its intentId counts when Rejected.
    ledger::Intent::State state = ledger::Intent::State::Unknown;
    QString note; ///< For the intent.
};

} // namespace tilldeck::desk
