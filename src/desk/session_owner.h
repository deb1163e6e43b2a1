// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/desk.h"

#include <QPointer>
#include <QSet>

namespace tilldeck::desk {

/// Returns the row of the session @p sessionId that belongs to another creation than @p intent, in the list of its
/// account or of one that may be the same at the provider; nothing where no creation is known to have made it. Errors:
/// those of the ledger.
http::Task<checkout::Result<std::optional<ledger::SessionRecord>>>
rowOfAnother(QPointer<Desk> desk, ledger::Intent intent, QString sessionId);

/// Returns those of @p sessions that no other creation than @p intent is known to have made, by ledger or journal.
/// Errors: those of both.
http::Task<checkout::Result<std::vector<checkout::Session>>>
sessionsOfNobodyElse(QPointer<Desk> desk, ledger::Intent intent, std::vector<checkout::Session> sessions);

/// Returns the ids of those of @p sessions that the ledger had before @p intent was sent: a refresh had listed them.
/// Errors: those of the ledger.
http::Task<checkout::Result<QSet<QString>>> listedBefore(QPointer<Desk> desk, ledger::Intent intent,
                                                         std::vector<checkout::Session> sessions);

} // namespace tilldeck::desk
