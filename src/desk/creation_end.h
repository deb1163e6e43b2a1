// SPDX-License-Identifier: GPL-3.0-or-later
// The way of a creation around its intent: shared by those who send one.
#pragma once

#include "desk/create_session.h"
#include "desk/send_write.h"

namespace tilldeck::desk {

using ReadyCreation = ReadyWrite<checkout::Session>;

/// Prepares the creation of @p draft, which checkout::priced() has returned, under @p key, the id of its intent.
/// Nothing is written or sent. Errors: those of Desk::writer() and Provider::prepareCreation(), and Storage when there
/// is no room for what ledger and journal write after the answer.
http::Task<checkout::Result<ReadyCreation>> prepareCreation(QPointer<Desk> desk, QString accountId,
                                                            checkout::SessionDraft draft, QString key);

/// Returns prepareCreation() for one of many creations, for which Desk::writer() has returned @p provider before.
checkout::Result<ReadyCreation> prepareOneOfMany(const Desk &desk, const ProviderHandle &provider,
                                                 const checkout::SessionDraft &draft, const QString &key);

/// Says what becomes of a creation of which nothing was made for a reason that is not its own: the provider could not
/// be reached, or has no time, or this computer no room (stopsTheRest(), Storage).
enum class IfStopped {
    Reject,
    PlanAgain,
    PlanAgainUnlessAnswered, ///< What was answered is rejected: it may have been made all the same.
};

/// Lists @p record, whose intent is open, as being created; sends the request once and writes how it ended. @p answered
/// is called in between, once the provider has answered with a session.
http::Task<CreateOutcome> sendCreation(QPointer<Desk> desk, ReadyCreation ready, ledger::SessionRecord record,
                                       Sending sending, IfStopped ifStopped = IfStopped::Reject,
                                       std::function<void()> answered = {});

/// Returns the end of a creation that wrote and sent nothing.
CreateOutcome rejectedCreation(checkout::Error error);

/// Returns how a creation ended, with its intent, for the log.
QString loggedCreation(const CreateOutcome &outcome);

} // namespace tilldeck::desk
