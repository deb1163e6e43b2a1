// SPDX-License-Identifier: GPL-3.0-or-later
// One row of a file that is planned.
#pragma once

#include "desk/create_session.h"

namespace tilldeck::desk {

/// Says how sending one row ended.
struct PlannedEnd
{
    enum class End {
        Created,
        Earlier, ///< Nothing was made: the provider answered with what an earlier creation made under its reference.
        NotKept, ///< Created, but this computer could not write it down; see CreateOutcome.
        Refused,
        Unknown,
        NotSent, ///< Nothing was made, and it is planned still.
    };

    End end = End::NotSent;
    ledger::SessionRecord record;         ///< As CreateOutcome has it; empty when Earlier: it is another's.
    QString note;                         ///< The reason in a sentence; empty where it was created as asked.
    std::optional<checkout::Error> error; ///< When NotSent: no further row is worth trying, or not at once.
};

/// Sends the creation @p row, which is Planned, once under its own id, as a new one of the account, whose @p provider
/// Desk::writer() has returned, at the price of a
/// quote that is asked for now where its flow needs one. It was validated when it was planned. Nothing is sent where
/// the ledger shows that it was sent before: the journal is then of an earlier time, and what became of it is taken
/// from the ledger.
/// @p answered is called once the provider has answered with a session, before that is written down.
http::Task<PlannedEnd> sendPlanned(QPointer<Desk> desk, ProviderHandle provider, QString accountId, ledger::Intent row,
                                   checkout::Catalog catalog, std::function<void()> answered = {});

/// Returns @p note, why a row made nothing new, with the session of the earlier creation.
QString noteOfEarlier(const QString &note, const QString &sessionId);

/// Returns what @p outcome is to a row.
PlannedEnd endOfRow(CreateOutcome outcome);

} // namespace tilldeck::desk
