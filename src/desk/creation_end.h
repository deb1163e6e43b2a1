// SPDX-License-Identifier: GPL-3.0-or-later
// What becomes of a creation after its request was sent, or was not: shared by those who send one.
#pragma once

#include "desk/create_session.h"
#include "ledger/disk_reserve.h"

namespace tilldeck::desk {

/// How long an answer is waited for; HttpClient's own deadline is shorter.
constexpr std::chrono::seconds creationLifetime{60};

/// Takes room for what ledger and journal write after the answer to a request with @p body. Errors: Storage.
checkout::Result<std::unique_ptr<ledger::DiskReserve>> takeRoomForAnswer(const Desk &desk, const QByteArray &body);

/// Returns the end of a creation that wrote and sent nothing.
CreateOutcome rejectedCreation(checkout::Error error);

/// Writes the session that the provider answered with to the ledger, and then closes the intent.
http::Task<CreateOutcome> confirmCreation(QPointer<Desk> desk, ledger::SessionRecord record, checkout::Session session);

/// Closes a creation that the provider refused or that was not sent.
http::Task<CreateOutcome> rejectCreation(QPointer<Desk> desk, QString intentId, checkout::Error error);

/// Keeps a creation without an answer that can be trusted as one of unknown outcome.
http::Task<CreateOutcome> leaveCreationUnknown(QPointer<Desk> desk, ledger::SessionRecord record,
                                               checkout::Error error);

/// Returns how a creation ended, with its intent, for the log.
QString loggedCreation(const CreateOutcome &outcome);

} // namespace tilldeck::desk
