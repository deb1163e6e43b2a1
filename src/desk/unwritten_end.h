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

/// Holds how a refund ended that the journal could not write down. writeRefundEnds() writes it later.
struct UnwrittenRefund
{
    UnwrittenRefund() = default;
    UnwrittenRefund(ledger::Intent::State state, QString refundId, QString note)
        : state(state)
        , refundId(std::move(refundId))
        , note(std::move(note))
    {
    }

    ledger::Intent::State state = ledger::Intent::State::Unknown;
    QString refundId; ///< The provider's id of the refund that it took; empty when it said none.
    QString note;     ///< For the intent.
};

} // namespace tilldeck::desk
