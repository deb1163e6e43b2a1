// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/desk.h"

#include <QPointer>

namespace tilldeck::desk {

/// Says what can be done for the token of a session that this computer does not know.
enum class KeptOut {
    No,       ///< It is known, or no option keeps it out of the files of this computer.
    AskAgain, ///< The account keeps tokens out, and the provider reports it when it is asked.
    Gone,     ///< The account keeps tokens out, and the provider does not report it again.
};

/// Returns that for @p session, of @p account, whose provider can do @p can in its flow.
KeptOut keptOut(const checkout::Session &session, const accounts::Account &account, const checkout::Capabilities &can);

/// Returns what the journal keeps of @p session: nothing where the account keeps tokens out of files, or is not
/// connected any more.
ledger::HandedOut keptInJournal(const accounts::AccountStore &accounts, const QString &accountId,
                                const checkout::Session &session);

/// Returns the paths of the copies of damaged files that were set aside in @p dataDirectory. Nothing is taken out of
/// them: they may hold tokens still.
QStringList damagedCopies(const QString &dataDirectory);

/// Changes whether the account keeps tokens out of the files of this computer. When this ends, none stands in
/// ledger or journal any more, or an error says why; the account keeps them out all the same. Errors: NotFound,
/// Storage.
http::Task<checkout::Result<void>> keepTokensOut(QPointer<Desk> desk, QString accountId, bool keepsOut);

} // namespace tilldeck::desk
