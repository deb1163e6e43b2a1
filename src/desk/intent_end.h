// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ledger/journal.h"
#include "ledger/ledger.h"

namespace tilldeck::desk {

/// Holds how a creation, a refund or a write into the catalog ended.
struct IntentEnd
{
    IntentEnd() = default;
    IntentEnd(ledger::SessionRecord record, ledger::Intent::State state, QString note)
        : record(std::move(record))
        , state(state)
        , note(std::move(note))
    {
    }

    /// Of what is no creation and has no row.
    IntentEnd(ledger::Intent::Kind kind, const QString &intentId, ledger::Intent::State state,
              const QString &providerId, QString note)
        : kind(kind)
        , state(state)
        , note(std::move(note))
    {
        record.intentId = intentId;
        record.session.id = providerId;
    }

    ledger::Intent::Kind kind = ledger::Intent::Kind::Create;
    /// The row as it should be. Only its intentId counts when Rejected or Planned; only that and the provider's id in
    /// the place of a session's, when it is no creation.
    ledger::SessionRecord record;
    ledger::Intent::State state = ledger::Intent::State::Unknown;
    QString note;                         ///< For the intent.
    std::optional<money::Money> reported; ///< Of a refund: see Intent::reported.
};

} // namespace tilldeck::desk
