// SPDX-License-Identifier: GPL-3.0-or-later
// fault_campaign: plays schedules of what a merchant does, with faults of the sandbox and with programs that are
// killed, and checks after each that nothing was made twice, lost or shown as what it is not. README, "Faults of the
// sandbox".
#include "faults/checks.h"
#include "faults/jobs.h"
#include "faults/play.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFile>
#include <QJsonDocument>
#include <QStandardPaths>

#include <algorithm>
#include <cstdio>
#include <numeric>
#include <sys/resource.h>
#include <unistd.h>

namespace {

using namespace Qt::StringLiterals;
using namespace tilldeck::faults;

/// Returns how long this program and those that it has waited for have computed, in milliseconds.
int computedSoFar()
{
    int sum = 0;
    for (const int whom : {RUSAGE_SELF, RUSAGE_CHILDREN}) {
        rusage used{};
        getrusage(whom, &used);
        for (const timeval &time : {used.ru_utime, used.ru_stime})
            sum += int(time.tv_sec * 1000 + time.tv_usec / 1000);
    }
    return sum;
}

/// Plays one schedule and reports what did not hold; of a @p known fault, in one line.
void play(World &world, quint64 seed, const Programs &programs, bool tells, Counts &result, bool known = false)
{
    // A schedule that hangs ends the program; its seed is the last that was begun.
    constexpr unsigned longest = 180;
    alarm(longest);
    const Schedule schedule = Schedule::from(seed);
    if (tells)
        std::printf("%s\n", qPrintable(schedule.text()));
    const int computedBefore = computedSoFar();
    world.begin(schedule.clockOffset, schedule.isEncrypted);
    Play play(world, schedule, programs, result);
    const QList<Action> actions = play.run();
    QStringList wrong = play.problems();
    wrong += violationsAfterRestart(world, schedule, actions, play.lies(), programs);
    wrong += violationsAfterRecovery(world, schedule, actions, play.lies(), result);
    world.end();
    ++result.schedules;
    result.computed += computedSoFar() - computedBefore;
    alarm(0);
    if (known) {
        std::fprintf(stderr, "Known, seed %llu: %s\n", seed,
                     wrong.isEmpty() ? "it holds now; take the word away" : qPrintable(wrong.first()));
        return;
    }
    if (wrong.isEmpty())
        return;
    ++result.violations;
    std::fprintf(stderr, "VIOLATION, seed %llu (replay: tests/faults/replay %llu)\n%s\n", seed, seed,
                 qPrintable(schedule.text()));
    for (const QString &line : std::as_const(wrong))
        std::fprintf(stderr, "  %s\n", qPrintable(line));
}

struct KnownSeed
{
    quint64 seed = 0;
    bool isKnown = false;
};

/// Returns the seeds of the lines of @p path: a seed and what it once found. After "known" it is not mended yet.
QList<KnownSeed> seedsIn(const QString &path)
{
    QList<KnownSeed> seeds;
    QFile file(path);
    if (!path.isEmpty() && !file.open(QIODevice::ReadOnly))
        qFatal("%s cannot be read.", qPrintable(path));
    while (!path.isEmpty() && !file.atEnd()) {
        const QByteArrayList words = file.readLine().trimmed().split(' ');
        const bool isKnown = words.first() == "known";
        bool isSeed = false;
        const quint64 seed = words.value(isKnown ? 1 : 0).toULongLong(&isSeed);
        if (isSeed)
            seeds << KnownSeed{seed, isKnown};
    }
    return seeds;
}

/// Plays the seeds in this program. A worker says what it does to the program that started it, see Jobs.
void playHere(const Seeds &seeds, const Programs &programs, bool tells, bool isWorker, Counts &result)
{
    World world;
    for (quint64 seed = seeds.first; seed < seeds.next; ++seed) {
        Counts one;
        if (isWorker)
            std::printf("%s%llu\n", begunWord.constData(), seed);
        std::fflush(stdout);
        play(world, seed, programs, tells, one);
        const QJsonObject counted = one.json();
        if (isWorker)
            std::printf("%s\n", QJsonDocument(counted).toJson(QJsonDocument::Compact).constData());
        std::fflush(stdout);
        result.add(counted);
    }
}

/// Says what happened, and what did not that has to. Returns whether nothing is missing.
bool report(const Counts &result, const Jobs &jobs, int leastKills, int mostComputing)
{
    const int computed = result.computed / std::max(1, result.schedules);
    std::printf("%s\n\n%d schedules with %d steps in %lld s, each with %d ms of computing: %d faults happened, the "
                "command line was killed %d times, the window's program %d times, %d of them in recovery, a desk was "
                "closed with a call under way %d times, two programs wrote the same at once %d times, %d unknown "
                "outcomes became known, %d violations\nIn %d steps the event loop was watched: at most %d ms of "
                "computing between two turns, %d ms by the clock on the wall; %d files were synced beside %d windows, "
                "none by the thread of a window\n",
                qPrintable(result.table()), result.schedules, result.actions, jobs.elapsed() / 1000, computed,
                result.faults, result.kills, result.windowKills, result.windowRecoveries, result.closed, result.besides,
                std::accumulate(result.resolved.cbegin(), result.resolved.cend(), 0), result.violations, result.watched,
                result.stall, result.wallStall, result.syncs, result.windows);
    const QStringList missing = leastKills > 0 ? result.missing(leastKills) : QStringList();
    if (!missing.isEmpty())
        std::printf("Too little happened: %s\n", qPrintable(missing.join("; "_L1)));
    const bool isQuick = mostComputing == 0 || computed <= mostComputing;
    if (!isQuick)
        std::printf("A schedule may cost %d ms of computing\n", mostComputing);
    return missing.isEmpty() && isQuick;
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    QCoreApplication::setApplicationName(u"tilldeck-faults"_s);
    QStandardPaths::setTestModeEnabled(true);
    QCommandLineParser parser;
    parser.addOptions(
        {{u"cli"_s, u"The command line program"_s, u"path"_s},
         {u"window"_s, u"The program with the window"_s, u"path"_s},
         {u"from"_s, u"The first seed"_s, u"seed"_s, QString::number(firstOfTheEncrypted + 1)},
         {u"count"_s, u"How many seeds"_s, u"n"_s, u"200"_s},
         {u"counted"_s, u"How many seeds of those that are counted are played, too"_s, u"n"_s, u"0"_s},
         {u"imports"_s, u"How many seeds of files of rows are played, too"_s, u"n"_s, u"0"_s},
         {u"jobs"_s, u"Programs at a time; 0: this one"_s, u"n"_s, u"2"_s},
         {u"seeds"_s, u"A file of seeds that are played before"_s, u"path"_s, QString()},
         {u"least-kills"_s, u"How many kills there have to be"_s, u"n"_s, u"0"_s},
         {u"most-computing"_s, u"Milliseconds that a schedule may cost, of all processors; 0: any"_s, u"n"_s, u"0"_s},
         {u"state"_s, u"A file that says how far this is, to go on after it was stopped"_s, u"path"_s, QString()},
         {u"worker"_s, u"Say each seed, and what it counted"_s},
         {u"tell"_s, u"Say what is done"_s}});
    parser.addHelpOption();
    parser.process(app);
    const Programs programs{parser.value(u"cli"_s), parser.value(u"window"_s)};
    const quint64 from = parser.value(u"from"_s).toULongLong();
    const Seeds seeds{from, from + parser.value(u"count"_s).toULongLong()};
    const int jobs = parser.value(u"jobs"_s).toInt();

    Counts result;
    if (jobs == 0) {
        playHere(seeds, programs, parser.isSet(u"tell"_s), parser.isSet(u"worker"_s), result);
        if (!parser.isSet(u"worker"_s))
            std::printf("%s\n", QJsonDocument(result.json()).toJson(QJsonDocument::Compact).constData());
        return result.violations == 0 ? 0 : 1;
    }
    Jobs atWork(programs, seeds, parser.value(u"state"_s));
    const QList<KnownSeed> known = seedsIn(parser.value(u"seeds"_s));
    if (!known.isEmpty()) {
        World world;
        for (const auto &[seed, isKnown] : known)
            play(world, seed, programs, false, result, isKnown);
    }
    bool areWell = atWork.play(jobs, result);
    const quint64 counted = parser.value(u"counted"_s).toULongLong();
    Jobs others(programs, {firstOfTheCounted, firstOfTheCounted + counted}, {});
    areWell = others.play(jobs, result) && areWell;
    const quint64 imports = parser.value(u"imports"_s).toULongLong();
    Jobs files(programs, {firstOfTheImports, firstOfTheImports + imports}, {});
    areWell = files.play(jobs, result) && areWell;
    const bool happened =
        report(result, atWork, parser.value(u"least-kills"_s).toInt(), parser.value(u"most-computing"_s).toInt());
    return areWell && happened && result.violations == 0 ? 0 : 1;
}
