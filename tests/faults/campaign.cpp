// SPDX-License-Identifier: GPL-3.0-or-later
// fault_campaign: plays schedules of what a merchant does, with faults of the sandbox and with programs that are
// killed, and checks after each that nothing was made twice, lost or shown as what it is not. README, "Faults of the
// sandbox".
#include "faults/checks.h"
#include "faults/play.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonDocument>
#include <QProcess>
#include <QStandardPaths>

#include <cstdio>
#include <memory>
#include <unistd.h>
#include <vector>

namespace {

using namespace Qt::StringLiterals;
using namespace tilldeck::faults;

/// Plays one schedule and reports what did not hold; of a @p known fault, in one line.
void play(World &world, quint64 seed, const Programs &programs, bool tells, Counts &result, bool known = false)
{
    // A schedule that hangs ends the program; its seed is the last that was begun.
    constexpr unsigned longest = 180;
    alarm(longest);
    const Schedule schedule = Schedule::from(seed);
    if (tells)
        std::printf("%s\n", qPrintable(schedule.text()));
    world.begin(schedule.clockOffset);
    Play play(world, schedule, programs, result);
    const QList<Action> actions = play.run();
    QStringList wrong = play.problems();
    wrong += violationsAfterRestart(world, schedule, actions, play.lies());
    wrong += violationsAfterRecovery(world, schedule, actions, play.lies(), result);
    world.end();
    ++result.schedules;
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

/// Plays @p count seeds from @p from on, in @p jobs programs at a time.
bool playInJobs(quint64 from, quint64 count, int jobs, const Programs &programs, Counts &result)
{
    std::vector<std::unique_ptr<QProcess>> workers;
    for (int i = 0; i < jobs; ++i) {
        const quint64 first = from + count * quint64(i) / quint64(jobs);
        const quint64 next = from + count * quint64(i + 1) / quint64(jobs);
        workers.push_back(std::make_unique<QProcess>());
        workers.back()->setProcessChannelMode(QProcess::ForwardedErrorChannel);
        workers.back()->start(QCoreApplication::applicationFilePath(),
                              {u"--cli"_s, programs.commandLine, u"--window"_s, programs.window, u"--from"_s,
                               QString::number(first), u"--count"_s, QString::number(next - first), u"--jobs"_s,
                               u"0"_s});
    }
    bool areWell = true;
    for (const auto &worker : workers) {
        worker->waitForFinished(-1);
        const QByteArray said = worker->readAllStandardOutput();
        const QJsonObject counted = QJsonDocument::fromJson(said).object();
        areWell = areWell && worker->exitStatus() == QProcess::NormalExit && !counted.isEmpty();
        result.add(counted);
    }
    return areWell;
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    QCoreApplication::setApplicationName(u"tilldeck-faults"_s);
    QStandardPaths::setTestModeEnabled(true);
    QCommandLineParser parser;
    parser.addOptions({{u"cli"_s, u"The command line program"_s, u"path"_s},
                       {u"window"_s, u"The program with the window"_s, u"path"_s},
                       {u"from"_s, u"The first seed"_s, u"seed"_s, QString::number(firstOfTheAimed + 1)},
                       {u"count"_s, u"How many seeds"_s, u"n"_s, u"200"_s},
                       {u"jobs"_s, u"Programs at a time; 0: this one"_s, u"n"_s, u"2"_s},
                       {u"seeds"_s, u"A file of seeds that are played before"_s, u"path"_s, QString()},
                       {u"least-kills"_s, u"How many kills there have to be"_s, u"n"_s, u"0"_s},
                       {u"tell"_s, u"Say what is done"_s}});
    parser.addHelpOption();
    parser.process(app);
    const Programs programs{parser.value(u"cli"_s), parser.value(u"window"_s)};
    const quint64 from = parser.value(u"from"_s).toULongLong();
    const quint64 count = parser.value(u"count"_s).toULongLong();
    const int jobs = parser.value(u"jobs"_s).toInt();

    Counts result;
    bool areWell = true;
    QElapsedTimer watch;
    watch.start();
    const QList<KnownSeed> known = seedsIn(parser.value(u"seeds"_s));
    if (jobs == 0 || !known.isEmpty()) {
        World world;
        for (const auto &[seed, isKnown] : known)
            play(world, seed, programs, false, result, isKnown);
        for (quint64 seed = from; jobs == 0 && seed < from + count; ++seed)
            play(world, seed, programs, parser.isSet(u"tell"_s), result);
    }
    if (jobs > 0)
        areWell = playInJobs(from, count, jobs, programs, result);
    if (jobs == 0) {
        std::printf("%s\n", QJsonDocument(result.json()).toJson(QJsonDocument::Compact).constData());
        return result.violations == 0 ? 0 : 1;
    }
    std::printf(
        "%s\n\n%d schedules with %d steps in %lld s: %d faults happened, the command line was killed %d times, "
        "the "
        "window's program %d times, a desk was closed with a call under way %d times, two programs wrote the same at "
        "once %d times, %d unknown outcomes became known, %d violations\nIn %d steps the event loop was watched: at "
        "most %d ms of computing between two turns, %d ms by "
        "the clock on the wall; %d files were synced beside %d windows, none by the thread of a window\n",
        qPrintable(result.table()), result.schedules, result.actions, watch.elapsed() / 1000, result.faults,
        result.kills, result.windowKills, result.closed, result.besides, result.resolved, result.violations,
        result.watched, result.stall, result.wallStall, result.syncs, result.windows);
    const int least = parser.value(u"least-kills"_s).toInt();
    // Without a sync beside a window, nobody has counted them.
    const bool happened = result.kills + result.windowKills >= least &&
                          (least == 0 || (result.faults >= least && result.windowKills > 0 && result.syncs > 0 &&
                                          result.besides > 0 && result.missingPoints().isEmpty()));
    if (!happened)
        std::printf("Too few kills or faults happened: at least %d are wanted. Nothing was killed: %s\n", least,
                    qPrintable(result.missingPoints().join(", "_L1)));
    return areWell && happened && result.violations == 0 ? 0 : 1;
}
