// SPDX-License-Identifier: GPL-3.0-or-later
#include "faults/jobs.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSaveFile>

#include <algorithm>
#include <csignal>
#include <cstdio>
#include <sys/prctl.h>

namespace tilldeck::faults {

using namespace Qt::StringLiterals;

namespace {

constexpr quint64 seedsOfAWorker = 25;
constexpr qint64 often = 30'000; // milliseconds

/// Returns a text that is another one once a program was built anew: what it counted is not added to that of others.
QString stampOf(const Programs &programs)
{
    QStringList stamps;
    for (const QString &path : {QCoreApplication::applicationFilePath(), programs.commandLine, programs.window})
        stamps << QString::number(QFileInfo(path).lastModified().toMSecsSinceEpoch());
    return stamps.join(u'/');
}

} // namespace

void endWithThis(QProcess &process)
{
    process.setChildProcessModifier([] { prctl(PR_SET_PDEATHSIG, SIGKILL); });
}

Jobs::Jobs(Programs programs, Seeds seeds, QString state)
    : m_programs(std::move(programs))
    , m_seeds(seeds)
    , m_state(std::move(state))
{
    for (quint64 first = seeds.first; first < seeds.next; first += seedsOfAWorker)
        m_waiting << Seeds{first, std::min(first + seedsOfAWorker, seeds.next)};
    read();
    m_watch.start();
    m_reported.start();
}

void Jobs::read()
{
    QFile file(m_state);
    if (m_state.isEmpty() || !file.open(QIODevice::ReadOnly))
        return;
    const QJsonObject state = QJsonDocument::fromJson(file.readAll()).object();
    if (state[u"first"_s].toInteger() != qint64(m_seeds.first) ||
        state[u"next"_s].toInteger() != qint64(m_seeds.next) || state[u"programs"_s].toString() != stampOf(m_programs))
        return;
    m_waiting.clear();
    const QJsonArray left = state[u"left"_s].toArray();
    for (const auto &each : left)
        m_waiting << Seeds{quint64(each[0].toInteger()), quint64(each[1].toInteger())};
    m_before.add(state[u"counts"_s].toObject());
    m_elapsedBefore = state[u"elapsed"_s].toInteger();
    std::fprintf(stderr, "Going on after %d schedules, as %s says.\n", m_before.schedules, qPrintable(m_state));
}

QList<Seeds> Jobs::left() const
{
    QList<Seeds> left = m_waiting;
    for (const auto &worker : m_workers) {
        if (worker->seeds.first < worker->seeds.next)
            left << worker->seeds;
    }
    return left;
}

void Jobs::save(const Counts &counts) const
{
    if (m_state.isEmpty())
        return;
    QJsonArray waiting;
    for (const Seeds &each : left())
        waiting << QJsonArray{qint64(each.first), qint64(each.next)};
    const QJsonObject state{{u"first"_s, qint64(m_seeds.first)},  {u"next"_s, qint64(m_seeds.next)},
                            {u"programs"_s, stampOf(m_programs)}, {u"left"_s, waiting},
                            {u"counts"_s, counts.json()},         {u"elapsed"_s, elapsed()}};
    QSaveFile file(m_state);
    if (!file.open(QIODevice::WriteOnly) || file.write(QJsonDocument(state).toJson()) < 0 || !file.commit())
        std::fprintf(stderr, "%s cannot be written.\n", qPrintable(m_state));
}

bool Jobs::play(int jobs, Counts &counts)
{
    Counts own;
    own.add(m_before.json());
    for (int i = 0; i < jobs; ++i) {
        m_workers.push_back(std::make_unique<Worker>());
        Worker *worker = m_workers.back().get();
        worker->process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        endWithThis(worker->process);
        QObject::connect(&worker->process, &QProcess::readyReadStandardOutput, &m_loop,
                         [this, worker, &own] { hear(*worker, own); });
        QObject::connect(&worker->process, &QProcess::finished, &m_loop,
                         [this, worker, &own] { endWorker(*worker, own); });
        startWorker(*worker);
    }
    if (!left().isEmpty())
        m_loop.exec();
    save(own);
    counts.add(own.json());
    return m_areWell;
}

void Jobs::startWorker(Worker &worker)
{
    worker.isBegun = false;
    if (m_waiting.isEmpty())
        return;
    worker.seeds = m_waiting.takeFirst();
    worker.process.start(QCoreApplication::applicationFilePath(),
                         {u"--worker"_s, u"--cli"_s, m_programs.commandLine, u"--window"_s, m_programs.window,
                          u"--from"_s, QString::number(worker.seeds.first), u"--count"_s,
                          QString::number(worker.seeds.next - worker.seeds.first), u"--jobs"_s, u"0"_s});
}

void Jobs::hear(Worker &worker, Counts &counts)
{
    while (worker.process.canReadLine()) {
        const QByteArray line = worker.process.readLine();
        if (line.startsWith(begunWord)) {
            worker.isBegun = true;
            continue;
        }
        counts.add(QJsonDocument::fromJson(line).object());
        worker.isBegun = false;
        ++worker.seeds.first;
    }
    if (m_reported.elapsed() >= often) {
        m_reported.restart();
        save(counts);
        report(counts);
    }
}

void Jobs::endWorker(Worker &worker, Counts &counts)
{
    hear(worker, counts);
    const bool isWhole = worker.seeds.first == worker.seeds.next;
    if (!isWhole) {
        m_areWell = false;
        ++counts.violations;
        std::fprintf(
            stderr, "VIOLATION, seed %llu (replay: tests/faults/replay %llu)\n  the campaign's own program %s\n",
            worker.seeds.first, worker.seeds.first, worker.isBegun ? "crashed or was stuck in it" : "ended before it");
        // Without having begun, the next one would not begin either.
        if (worker.isBegun && ++worker.seeds.first < worker.seeds.next)
            m_waiting.prepend(worker.seeds);
        worker.seeds = {};
    }
    startWorker(worker);
    const bool isAnyAtWork =
        std::ranges::any_of(m_workers, [](const auto &each) { return each->process.state() != QProcess::NotRunning; });
    if (!isAnyAtWork)
        m_loop.quit();
}

void Jobs::report(const Counts &counts)
{
    std::fprintf(stderr, "%d of %llu schedules, %d kills, %d faults, %d violations, %lld s\n", counts.schedules,
                 m_seeds.next - m_seeds.first, counts.kills + counts.windowKills, counts.faults, counts.violations,
                 elapsed() / 1000);
}

} // namespace tilldeck::faults
