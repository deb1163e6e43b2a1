// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/desk.h"

namespace tilldeck::desk {

/// Says what a look-up of an unknown outcome showed. A timeline keeps it as a word.
enum class LookUpAnswer {
    NotListed,
    Ambiguous,
    WithoutUrl, ///< It is there; sent again, the provider tells its URL.
    CannotTell,
};

/// Returns the word under which a timeline keeps @p answer.
QString lookUpWord(LookUpAnswer answer);
/// Returns the answer that a timeline keeps as @p word; nothing for the sentence of an error.
std::optional<LookUpAnswer> lookUpAnswerFrom(const QString &word);

/// Says how something was sent once more.
enum class SentAs {
    SameKey,    ///< The same request under the same key.
    SameChange, ///< The same change of the same entry, which has no key.
    RestOfBatch ///< What was left of promotion codes.
};

/// Returns the word under which a timeline keeps @p how; empty for SameKey.
QString sentAgainWord(SentAs how);
SentAs sentAgainFrom(const QString &word);

/// Keeps in the timeline of an intent that it was sent again, or looked up with what came of it. A failure is ignored:
/// it changes nothing about what is known.
void noteTried(Desk &desk, const QString &accountId, const QString &intentId, ledger::TimelineEvent::Kind kind,
               const QString &answer = {});
/// Keeps that a look-up failed with @p error, unless nothing was asked: because of the state of the intent,
/// or without a key.
void noteFailedLookUp(Desk &desk, const QString &accountId, const QString &intentId, const checkout::Error &error);

} // namespace tilldeck::desk
