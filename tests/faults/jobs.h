// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "faults/counts.h"
#include "faults/play.h"

#include <QElapsedTimer>
#include <QEventLoop>
#include <QList>
#include <QProcess>

#include <memory>

namespace tilldeck::faults {

/// What a worker says before it plays a seed, with that seed after it. After a seed it says its Counts in a line.
inline const QByteArray begunWord = "begun ";

/// Seeds from the first to the one before the next.
struct Seeds
{
    quint64 first = 0, next = 0;
};

/// Plays seeds in several programs at a time, says how far it is, and notes it in a file, so that it can be stopped and
/// goes on where it was.
class Jobs
{
public:
    /// @p state is the path of the file; empty: nothing is noted.
    Jobs(Programs programs, Seeds seeds, QString state);

    /// Adds to @p counts what was counted, also before it was stopped the last time. Returns false when one of its
    /// programs ended in the midst of a seed; which one is said.
    bool play(int jobs, Counts &counts);

    /// Returns how long it has taken, with what it took before it was stopped, in milliseconds.
    qint64 elapsed() const { return m_elapsedBefore + m_watch.elapsed(); }

private:
    struct Worker
    {
        QProcess process;
        Seeds seeds;          ///< Those that it has not ended.
        bool isBegun = false; ///< The first of them.
    };
    void read();
    void save(const Counts &counts) const;
    void startWorker(Worker &worker);
    void hear(Worker &worker, Counts &counts);
    void endWorker(Worker &worker, Counts &counts);
    void report(const Counts &counts);
    QList<Seeds> left() const;

    Programs m_programs;
    Seeds m_seeds;
    QString m_state;
    QList<Seeds> m_waiting;
    Counts m_before; ///< Counted before it was stopped.
    qint64 m_elapsedBefore = 0;
    std::vector<std::unique_ptr<Worker>> m_workers;
    QElapsedTimer m_watch, m_reported;
    QEventLoop m_loop;
    bool m_areWell = true;
};

/// Has @p process killed when this program ends, however it does.
void endWithThis(QProcess &process);

} // namespace tilldeck::faults
