// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "checkout/session_draft.h"
#include "faults/schedule.h"
#include "faults/world.h"

namespace tilldeck::faults {

/// Something that was done, and what the merchant was told of it.
struct Action
{
    enum class Told {
        Made,
        Refused, ///< nothing was made
        Unknown,
        Nothing, ///< the program died first, or it was no write
    };

    Step::Kind kind = Step::Kind::Create;
    QString tag;           ///< of a creation: a text in what is made
    qint64 amount = 0;     ///< of a refund: minor units; another only when it is the same again
    QString transactionId; ///< of a refund
    Told told = Told::Nothing;
    QString id; ///< of what was made, as told
};

/// What was counted over all runs.
struct Counts
{
    int faults = 0;
    int kills = 0;  ///< of the command line by SIGKILL
    int closed = 0; ///< desks that were closed with a call under way
    int actions = 0;
    int resolved = 0; ///< outcomes that were unknown and became known
};

/// Plays the steps of a schedule in a world.
class Play
{
public:
    Play(World &world, const Schedule &schedule, const QString &commandLine, Counts &counts);

    /// Returns what was done.
    QList<Action> run();

    /// Returns what went wrong with the programs themselves.
    const QStringList &problems() const { return m_problems; }

private:
    struct Ended
    {
        int code = -1;
        bool isKilled = false;
        QByteArray out;
    };

    void perform(const Step &step, int number);
    Action::Told createAtDesk(const Step &step, Action &action);
    Action::Told refundAtDesk(const Step &step, Action &action);
    void otherAtDesk(const Step &step);
    Action::Told atCommandLine(const Step &step, Action &action);
    QStringList argumentsFor(const Step &step, const Action &action, QByteArray &input);
    Ended runCommandLine(const Step &step, const QStringList &arguments, const QByteArray &input);
    void armFor(const Step &step);
    void choosePayment(Action &action);
    QString unknownIntent(ledger::Intent::Kind kind);
    checkout::SessionDraft draftWith(const QString &tag) const;
    QString accountId() const { return m_world.accountId(m_schedule.provider); }

    World &m_world;
    const Schedule &m_schedule;
    QString m_commandLine;
    Counts &m_counts;
    QList<Action> m_actions;
    QStringList m_problems;
    std::unique_ptr<QObject> m_deathWatch;
};

} // namespace tilldeck::faults
