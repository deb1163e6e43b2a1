// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "faults/action.h"
#include "faults/counts.h"
#include "faults/program.h"
#include "faults/schedule.h"
#include "faults/world.h"

namespace tilldeck::faults {

/// Where the programs are that a schedule runs.
struct Programs
{
    QString commandLine, window;
};

/// Plays the steps of a schedule in a world.
class Play
{
public:
    Play(World &world, const Schedule &schedule, Programs programs, Counts &counts);

    /// Returns what was done.
    QList<Action> run();

    /// Returns what went wrong with the programs themselves.
    const QStringList &problems() const { return m_problems; }

private:
    void perform(const Step &step, int number);
    Action actionFor(const Step &step, int number);
    void atDesk(const Step &step, Action &action);
    void atWindow(const Step &step, Action &action);
    void atCommandLine(const Step &step, Action &action);
    QStringList argumentsFor(const Action &action, QByteArray &input);
    void readAnswer(const Program::Ended &ended, Action &action);
    static void readCodes(const QByteArray &out, Action &action);
    std::unique_ptr<Program> startWindow(const Action &action);
    void endWindow(Program &window, Action &action);
    void checkStall(const Action &action, const char *where);
    void armFor(const Step &step);
    void choosePayment(Action &action);
    QString accountId() const { return m_world.accountId(m_schedule.provider); }

    World &m_world;
    const Schedule &m_schedule;
    Programs m_programs;
    Counts &m_counts;
    Step::Kind m_kind = Step::Kind::List; ///< Of the step that is played.
    QList<Action> m_actions;
    QStringList m_problems;
    std::unique_ptr<QObject> m_deathWatch;
    QObject m_faultWatch;
};

} // namespace tilldeck::faults
