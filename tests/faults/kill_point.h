// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "faults/action.h"
#include "faults/stored_rows.h"
#include "faults/world.h"

#include <optional>

namespace tilldeck::faults {

/// Names where in its work a program was when it was killed.
enum class KillPoint {
    BeforeJournal,     ///< The journal has no intent of what it was to do.
    AfterJournal,      ///< The journal has it, and nothing of it reached the provider.
    MidSend,           ///< The request reached the provider, which had done nothing by then.
    AfterCommit,       ///< The provider had done it, and not answered.
    MidAnswer,         ///< The provider had sent half of the answer.
    BeforeLocalCommit, ///< The answer had arrived, and the intent was not closed.
    AfterEnd,          ///< The intent was closed.
    InRecovery,        ///< It dealt with what an earlier kill had left, or looked up what is unknown.
    WithoutIntent,     ///< Of what is in no journal: it listed, or it expired a session.
    BesideWriter,      ///< Another program wrote the same at that moment, so that the files do not tell.
};
inline constexpr int killPoints = 10;

QString nameOf(KillPoint point);

/// What the files say before a program starts that is going to be killed, and where it was when that happened.
class KillScene
{
public:
    /// @p isBesideWriter: another program does the same as @p action meanwhile.
    KillScene(const World &world, const Action &action, bool isBesideWriter);

    /// Returns whether an intent of the action is in the journal that was not there before and is not closed.
    bool hasBegun() const;
    /// Returns whether the answer to such an intent is in the ledger.
    bool hasAnswer() const;
    /// Returns whether no intent is open that was open before.
    bool hasRecovered() const;
    bool hasLeftovers() const { return !m_leftOpen.isEmpty(); }

    /// Returns where the program was. Call it right after it was killed, and before anything else opens the files. @p
    /// fault is where in a request the sandbox was when it was killed at a fault: "after_commit"; otherwise empty. @p
    /// isAnswered: the program had the answer, and could not write yet.
    KillPoint point(const QString &fault, bool isAnswered = false) const;

private:
    QList<JournalRow> begun() const;
    qsizetype doneAtProvider() const;
    bool isJournaled() const;

    const World &m_world;
    const Action &m_action;
    bool m_isBesideWriter;
    QHash<QString, QString> m_states; ///< By the id of the intent.
    QSet<QString> m_leftOpen;         ///< Intents of programs that were killed before.
    qsizetype m_done;
};

} // namespace tilldeck::faults
