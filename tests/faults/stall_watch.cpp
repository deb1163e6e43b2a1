// SPDX-License-Identifier: GPL-3.0-or-later
#include "faults/stall_watch.h"

#include <algorithm>
#include <atomic>
#include <cstdio>
#include <ctime>
#include <sys/syscall.h>
#include <unistd.h>

namespace {

std::atomic<int> allSyncs = 0;
thread_local int syncsOfThread = 0;

int syncBy(long call, int file)
{
    ++allSyncs;
    ++syncsOfThread;
    return int(syscall(call, file));
}

} // namespace

// In the place of those of the C library, for SQLite and Qt too.
extern "C" int fsync(int file)
{
    return syncBy(SYS_fsync, file);
}
extern "C" int fdatasync(int file)
{
    return syncBy(SYS_fdatasync, file);
}

namespace tilldeck::faults {

namespace {

constexpr qint64 nanosecondsInOne = 1'000'000; // millisecond

/// Returns how long this thread has computed, in nanoseconds.
qint64 computedByThread()
{
    constexpr qint64 perSecond = 1'000'000'000;
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return qint64(time.tv_sec) * perSecond + qint64(time.tv_nsec);
}

/// Returns how long this thread has waited for a processor, in nanoseconds.
qint64 queuedByThread()
{
    long long computed = 0, queued = 0;
    FILE *file = std::fopen("/proc/thread-self/schedstat", "re");
    if (!file)
        return 0;
    const int read = std::fscanf(file, "%lld %lld", &computed, &queued);
    std::fclose(file);
    return read == 2 ? queued : 0;
}

} // namespace

StallWatch::StallWatch()
    : m_computed(computedByThread())
    , m_queued(queuedByThread())
    , m_syncs(allSyncs)
    , m_syncsOfThisThread(syncsOfThread)
{
    constexpr int turns = 10; // milliseconds
    m_timer.setTimerType(Qt::PreciseTimer);
    QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] { turn(); });
    m_timer.start(turns);
    m_wall.start();
}

void StallWatch::turn()
{
    const qint64 computed = computedByThread();
    m_longest = std::max(m_longest, int((computed - m_computed) / nanosecondsInOne));
    const qint64 queued = queuedByThread();
    const int byWall = int(m_wall.restart());
    m_longestByWall = std::max(m_longestByWall, byWall);
    m_longestHeld = std::max(m_longestHeld, byWall - int((queued - m_queued) / nanosecondsInOne));
    m_queued = queued;
    m_computed = computed;
}

int StallWatch::syncs() const
{
    return allSyncs - m_syncs;
}

int StallWatch::syncsOfThisThread() const
{
    return syncsOfThread - m_syncsOfThisThread;
}

} // namespace tilldeck::faults
