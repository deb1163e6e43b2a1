// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ledger/journal.h"
#include "ledger/ledger.h"

namespace tilldeck::desk {

/// Holds how a creation, or a write into the catalog, ended that ledger or journal could not write down.
/// repairCreations() writes it later.
struct UnwrittenEnd
{
    UnwrittenEnd() = default;
    UnwrittenEnd(ledger::SessionRecord record, ledger::Intent::State state, QString note)
        : record(std::move(record))
        , state(state)
        , note(std::move(note))
    {
    }

    /// Of what is no creation and has no row.
    UnwrittenEnd(ledger::Intent::Kind kind, const QString &intentId, ledger::Intent::State state,
                 const QString &providerId, QString note)
        : kind(kind)
        , state(state)
        , note(std::move(note))
    {
        record.intentId = intentId;
        record.session.id = providerId;
    }

    ledger::Intent::Kind kind = ledger::Intent::Kind::Create;
    /// The row as it should be. Only its intentId counts when Rejected; only that and the provider's id in the place of
    /// a session's, when it is no creation.
    ledger::SessionRecord record;
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
    QString refundId;                     ///< The provider's id of the refund that it took; empty when it said none.
    QString note;                         ///< For the intent.
    std::optional<money::Money> reported; ///< See Intent::reported.
};

} // namespace tilldeck::desk
