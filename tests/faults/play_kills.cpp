// SPDX-License-Identifier: GPL-3.0-or-later
// Kills programs where a step says so.
#include "faults/play.h"

#include <algorithm>

namespace tilldeck::faults {

void Play::aim(const Step &step, Program &program, const KillScene &scene)
{
    if (step.end == Step::End::DiesAtFault) {
        program.killAtFault();
    } else if (step.end == Step::End::DiesBeforeJournal) {
        constexpr int longEnough = 250; // milliseconds
        m_held.reset();
        m_held = std::make_unique<HeldJournal>(m_world.dataFolder(), false);
        program.killIn(longEnough);
    } else if (step.end == Step::End::DiesAtJournal) {
        program.killWhen(1, [&scene, change = JournalChange(m_world.dataFolder())]() mutable {
            return change.happened() && scene.hasBegun();
        });
    } else if (step.end == Step::End::DiesAtAnswer) {
        constexpr int often = 4; // milliseconds
        m_deathWatch = std::make_unique<QObject>();
        // Of a session the ledger says that the answer is there, and for all others the program does.
        const bool isOfSession = step.kind == Step::Kind::Create;
        QObject::connect(&m_world, &World::faultHappened, m_deathWatch.get(), [this, &program, &scene, isOfSession] {
            m_held.reset();
            m_held = std::make_unique<HeldJournal>(m_world.dataFolder(), !isOfSession);
            program.forgetLog();
            program.killWhen(often, [&program, &scene, isOfSession] {
                return isOfSession ? scene.hasAnswer() : program.hasAnswer();
            });
        });
    }
}

KillPoint Play::noteKill(const Program &program, const KillScene &scene, Step::Actor actor)
{
    m_isKilled = true;
    const KillPoint point =
        scene.point(program.killedAt(),
                    m_held && (m_asked.kind != Step::Kind::Expire || m_held->holdsLedger()) && program.hasAnswer());
    m_counts.note(point, m_asked.kind, actor);
    return point;
}

void Play::killRecovery()
{
    m_world.closeDesk();
    Action list;
    list.kind = Step::Kind::Resolve;
    const KillScene scene(m_world, list, false);
    if (!scene.hasLeftovers())
        return;
    Program program(m_world);
    program.killWhen(1, [&scene, change = JournalChange(m_world.dataFolder())]() mutable {
        return change.happened() && scene.hasRecovered();
    });
    program.start(m_programs.commandLine,
                  {u"transaction"_s, u"list"_s, u"--refresh"_s, u"--account"_s, m_schedule.provider, u"--json"_s},
                  commandLineEnvironment(m_world, m_schedule.provider));
    program.closeInput();
    if (!program.wait().isKilled)
        return;
    ++m_counts.kills;
    m_asked = list;
    noteKill(program, scene, Step::Actor::CommandLine);
}

void Play::killWindow(const Action &look, const std::function<void(Program &)> &aimAt, const QByteArray &fault)
{
    m_world.closeDesk();
    m_asked = look;
    const KillScene scene(m_world, m_asked, false);
    const auto window = startWindow(look, false);
    if (fault.isEmpty())
        aimAt(*window);
    if (window->waitForLine("ready") && !window->isKilled()) {
        if (!fault.isEmpty()) {
            aimAt(*window);
            m_world.arm(fault);
        }
        window->write("go\n");
    }
    if (window->wait().isKilled) {
        ++m_counts.windowKills;
        if (noteKill(*window, scene, Step::Actor::Window) == KillPoint::InRecovery)
            ++m_counts.windowRecoveries;
    }
    m_world.settle();
    m_world.disarm();
}

void Play::killWindowRecovery()
{
    Action look;
    look.kind = Step::Kind::Resolve;
    look.provider = m_schedule.provider;
    look.accountId = accountId();
    m_world.closeDesk();
    const KillScene scene(m_world, look, false);
    if (scene.hasLeftovers()) {
        const auto whenOpened = [this, &scene](Program &window) {
            window.killWhen(1, [&scene, change = JournalChange(m_world.dataFolder())]() mutable {
                return change.happened() && scene.hasRecovered();
            });
        };
        killWindow(look, whenOpened, {});
    }
    const QList<JournalRow> rows = journalRowsOf(m_world.dataFolder());
    const bool isUnknown = std::ranges::any_of(rows, [](const JournalRow &row) {
        return row.state == "unknown"_L1 && (row.kind == "create"_L1 || row.kind == "refund"_L1);
    });
    if (!isUnknown)
        return;
    const QByteArray held = R"({"provider":")" + m_schedule.provider.toUtf8() +
                            R"(","operation":"*","fault":"delay","ms":20000,"at":"before_commit"})";
    killWindow(look, [](Program &window) { window.killAtFault(); }, held);
}

void Play::checkNothingSent(const Action &action, const QSet<QString> &before)
{
    const QList<JournalRow> rows = journalRowsOf(m_world.dataFolder());
    const bool isWrite = action.kind != Step::Kind::List && action.kind != Step::Kind::Resolve;
    // What was sent before may have taken effect.
    const bool mayBeMade = std::ranges::any_of(
        rows, [&before](const JournalRow &row) { return before.contains(row.id) && row.state == "unknown"_L1; });
    const bool isSaid = (action.told != Action::Told::Unknown || mayBeMade) && action.told != Action::Told::Made &&
                        action.made.isEmpty() && action.unknown.isEmpty();
    if (isWrite && !isSaid)
        m_problems << u"nothing could be sent, and %1 is said to be made or unknown"_s.arg(nameOf(action.kind));
    for (const JournalRow &row : rows) {
        if (!before.contains(row.id) && (row.state == "unknown"_L1 || row.state == "confirmed"_L1))
            m_problems << u"nothing could be sent, and the intent %1 is %2"_s.arg(row.id, row.state);
    }
}

} // namespace tilldeck::faults
