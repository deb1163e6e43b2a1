// SPDX-License-Identifier: GPL-3.0-or-later
// The way of a creation around its intent: shared by those who send one.
#pragma once

#include "desk/create_session.h"
#include "desk/sending.h"
#include "ledger/disk_reserve.h"

namespace tilldeck::desk {

/// How long an answer is waited for; HttpClient's own deadline is shorter.
constexpr std::chrono::seconds creationLifetime{60};

/// Holds a creation that is ready to be journaled and sent, and room on the disk for its answer.
struct ReadyCreation
{
    ReadyCreation(ProviderHandle provider, providers::Write<checkout::Session> write,
                  std::unique_ptr<ledger::DiskReserve> room)
        : provider(std::move(provider))
        , write(std::move(write))
        , room(std::move(room))
    {
    }

    ProviderHandle provider; ///< With the key that it is sent with.
    providers::Write<checkout::Session> write;
    std::unique_ptr<ledger::DiskReserve> room; ///< Freed when the answer is written, so nobody else holds it.
};

/// Prepares the creation of @p draft, which checkout::priced() has returned, under @p key, the id of its intent.
/// Nothing is written or sent. Errors: those of Desk::writer() and Provider::prepareCreation(), and Storage when there
/// is no room for what ledger and journal write after the answer.
http::Task<checkout::Result<ReadyCreation>> prepareCreation(QPointer<Desk> desk, QString accountId,
                                                            checkout::SessionDraft draft, QString key);

/// Lists @p record, whose intent is open, as being created; sends the request once and writes how it ended.
http::Task<CreateOutcome> sendCreation(QPointer<Desk> desk, ReadyCreation ready, ledger::SessionRecord record,
                                       Sending sending);

/// Returns the end of a creation that wrote and sent nothing.
CreateOutcome rejectedCreation(checkout::Error error);

/// Returns how a creation ended, with its intent, for the log.
QString loggedCreation(const CreateOutcome &outcome);

} // namespace tilldeck::desk
