// SPDX-License-Identifier: GPL-3.0-or-later
// How late an event loop is while rows are written by the ledger, beside the same loop with nothing to do: prints the
// delays of a timer of one millisecond as JSON, in milliseconds.
//   loop_bench a folder a number of rows
#include "ledger/sample_rows.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFutureWatcher>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTimer>

#include <algorithm>
#include <cstdio>
#include <functional>

using namespace Qt::StringLiterals;
using namespace tilldeck;

namespace {

constexpr size_t rowsPerPage = 1000; // as a provider's pages come, ten at once

/// Runs the event loop until @p isDone, and returns how late a timer was, the latest first.
std::vector<double> delaysUntil(const std::function<bool()> &isDone)
{
    std::vector<double> delays;
    QEventLoop loop;
    QElapsedTimer since;
    QTimer timer;
    timer.setTimerType(Qt::PreciseTimer);
    timer.setInterval(1);
    QObject::connect(&timer, &QTimer::timeout, [&] {
        delays.push_back(std::max(0.0, static_cast<double>(since.nsecsElapsed()) / 1e6 - 1));
        since.restart();
        if (isDone())
            loop.quit();
    });
    since.start();
    timer.start();
    loop.exec();
    std::ranges::sort(delays, std::greater());
    return delays;
}

double latestOfThousand(const std::vector<double> &delays)
{
    return delays.at(delays.size() / 1000);
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    const QTemporaryDir folder(QString::fromLocal8Bit(argc > 1 ? argv[1] : ".") + u"/loop-XXXXXX"_s);
    const qint64 count = argc > 2 ? QByteArray(argv[2]).toLongLong() : 20'000;
    const auto ledger = ledger::Ledger::open(folder.path());
    if (!ledger)
        qFatal("%s", qPrintable(ledger.error().sentence));
    const QString account = u"a"_s;
    QElapsedTimer idle;
    idle.start();
    constexpr qint64 idleMs = 2000;
    const auto resting = delaysUntil([&idle] { return idle.hasExpired(idleMs); });

    // The rows are there before, as those of an answer that was parsed.
    std::vector<std::vector<ledger::SessionRecord>> pages;
    ledger::SampleRows rows(account, count, 1, QDateTime::fromString(u"2026-11-30T12:00:00Z"_s, Qt::ISODate));
    while (!rows.atEnd()) {
        if (pages.empty() || pages.back().size() == rowsPerPage)
            pages.emplace_back();
        pages.back().push_back(rows.next().session);
    }
    QElapsedTimer writing;
    writing.start();
    size_t next = 0;
    QFuture<checkout::Result<int>> merging;
    const auto writes = delaysUntil([&] {
        if (merging.isValid() && !merging.isFinished())
            return false;
        if (next == pages.size())
            return true;
        merging = (*ledger)->merge(account, std::move(pages[next++]));
        return false;
    });
    const QJsonObject measured{
        {u"idle"_s, latestOfThousand(resting)},
        {u"writing"_s, latestOfThousand(writes)},
        {u"rows a second"_s, 1000.0 * static_cast<double>(count) / static_cast<double>(writing.elapsed())}};
    std::printf("%s\n", QJsonDocument(measured).toJson(QJsonDocument::Compact).constData());
    return 0;
}
