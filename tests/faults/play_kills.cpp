// SPDX-License-Identifier: GPL-3.0-or-later
// Kills programs where a step says so.
#include "faults/play.h"

namespace tilldeck::faults {

void Play::aim(const Step &step, Program &program, const KillScene &scene)
{
    if (step.end == Step::End::DiesAtFault) {
        program.killAtFault();
    } else if (step.end == Step::End::DiesAtJournal) {
        program.killWhen(1, [&scene, change = JournalChange(m_world.dataFolder())]() mutable {
            return change.happened() && scene.hasBegun();
        });
    } else if (step.end == Step::End::DiesAtAnswer) {
        constexpr int often = 4; // milliseconds
        m_deathWatch = std::make_unique<QObject>();
        QObject::connect(&m_world, &World::faultHappened, m_deathWatch.get(), [this, &program, &scene] {
            m_held = std::make_unique<HeldJournal>(m_world.dataFolder());
            program.killWhen(often, [&scene] { return scene.hasAnswer(); });
        });
    }
}

void Play::noteKill(const Program &program, const KillScene &scene)
{
    m_isKilled = true;
    m_counts.note(scene.point(program.killedAt()), m_asked.kind);
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
                  {u"transaction"_s, u"list"_s, u"--account"_s, m_schedule.provider, u"--json"_s},
                  commandLineEnvironment());
    program.closeInput();
    if (!program.wait().isKilled)
        return;
    ++m_counts.kills;
    m_asked = list;
    noteKill(program, scene);
}

QProcessEnvironment Play::commandLineEnvironment() const
{
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"TILLDECK_DATA_DIR"_s, m_world.dataFolder());
    environment.insert(u"TILLDECK_KEY"_s, m_world.key(m_schedule.provider));
    environment.insert(u"DBUS_SESSION_BUS_ADDRESS"_s, u"disabled:"_s);
    return environment;
}

} // namespace tilldeck::faults
