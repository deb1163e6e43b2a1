// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "faults/action.h"
#include "faults/counts.h"
#include "faults/kill_point.h"
#include "faults/program.h"
#include "faults/schedule.h"
#include "faults/world.h"

#include <functional>

namespace tilldeck::faults {

/// Where the programs are that a schedule runs.
struct Programs
{
    QString commandLine, window;
};

/// What answers said that were forged in a way that nobody can tell from a right one.
struct Lies
{
    QStringList tags;     ///< Of the creations that were answered so.
    QStringList payments; ///< Whose refunds were.
    bool ofAllSessions = false;
    bool ofAllPayments = false;
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
    const Lies &lies() const { return m_lies; }

private:
    void perform(const Step &step, int number);
    Action actionFor(const Step &step, int number);
    void atDesk(const Step &step, Action &action);
    void atWindow(const Step &step, Action &action);
    void atCommandLine(const Step &step, Action &action);
    QStringList argumentsFor(const Action &action, QByteArray &input);
    void readAnswer(const Step &step, const Program::Ended &ended, Action &action);
    static void readCodes(const QByteArray &out, Action &action);
    /// With @p isAlone nothing else works on the folder, and nothing kills it: it says what its lists do not have.
    std::unique_ptr<Program> startWindow(const Action &action, bool isAlone);
    void endWindow(Program &window, Action &action);
    /// Has @p program killed as the step says; @p scene lives for as long as the program.
    void aim(const Step &step, Program &program, const KillScene &scene);
    KillPoint noteKill(const Program &program, const KillScene &scene, Step::Actor actor);
    /// Starts the command line after a kill, and kills it while it deals with what was left open.
    void killRecovery();
    /// Starts the window twice after a kill, and kills it while it deals with what was left open, and while it looks up
    /// what is unknown.
    void killWindowRecovery();
    void killWindow(const Action &look, const std::function<void(Program &)> &aimAt, const QByteArray &fault);
    /// Notes what is wrong after a step in which nothing could be sent.
    void checkNothingSent(const Action &action, const QSet<QString> &before);
    /// Looks up at the desk what is unknown, once @p program, which looks it up too, has asked the provider.
    void lookUpBeside(Program &program, Action &action);
    void checkStall(const Action &action, const char *where);
    void armFor(const Step &step);
    void choosePayment(Action &action, bool isOfAllLeft);
    void noteLie(const QString &operation);
    QString accountId() const { return m_world.accountId(m_schedule.provider); }

    World &m_world;
    const Schedule &m_schedule;
    Programs m_programs;
    Counts &m_counts;
    Action m_asked; ///< In the step that is played.
    Lies m_lies;
    QList<Action> m_actions;
    QStringList m_problems;
    bool m_isKilled = false;           ///< In the step that is played.
    bool m_isCertificateShown = false; ///< In the step that is played: somebody has seen the wrong one.
    std::unique_ptr<QObject> m_deathWatch;
    std::unique_ptr<HeldJournal> m_held;
    QObject m_faultWatch;
};

} // namespace tilldeck::faults
