// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/desk.h"

#include <QPointer>

#include <optional>

namespace tilldeck::desk {

/// Who says that a creation of unknown outcome made a session; its timeline shows it.
enum class FoundBy {
    LookUp,  ///< The provider's answer.
    Merchant ///< The merchant named the session.
};

/// Returns what the timeline keeps of it, and the other way round.
QString foundByWord(FoundBy by);
std::optional<FoundBy> foundByFrom(const QString &word);

/// Gives a session that was created after all its row in the ledger, and confirms the intent. What the ledger cannot
/// write stays in Desk::unwritten(). Error: Storage.
http::Task<checkout::Result<ledger::SessionRecord>>
adoptSession(QPointer<Desk> desk, ledger::Intent intent, checkout::Session session, FoundBy by = FoundBy::LookUp);

/// Does so with a session that was found by its contents, unless another creation of the same contents is given it,
/// also by another program at the same moment: then nothing changes, and the error is UnknownOutcome.
http::Task<checkout::Result<ledger::SessionRecord>> adoptAlone(QPointer<Desk> desk, ledger::Intent intent,
                                                               checkout::Session session, FoundBy by);

} // namespace tilldeck::desk
