// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/session_import.h"

#include "desk/account_of_intent.h"
#include "desk/ask_provider_time.h"
#include "desk/import_rows.h"
#include "desk/pace.h"
#include "desk/send_code.h"
#include "desk/send_write.h"
#include "desk/use_case_log.h"
#include "desk/while_open.h"

#include <QCoreApplication>
#include <QCoroTimer>
#include <QElapsedTimer>

#include <algorithm>
#include <deque>
#include <utility>

namespace tilldeck::desk {

using checkout::Error;
using checkout::ErrorKind;
using ledger::Intent;
using std::chrono::milliseconds;
using namespace std::chrono_literals;

namespace {

/// How long ago a creation of the same contents is likely to be the one that is meant: a file is taken up again hours
/// later, when its result is missed.
constexpr std::chrono::seconds sameRowsWindow = 24h;
/// As many requests leave at once.
constexpr int mostRequests = 6;
/// As many rows are between their opening and their end: those that are answered are being written down while others
/// are sent.
constexpr int mostRowsAtOnce = 12;
/// After so many rows in a row without an answer, no further one is sent.
constexpr int mostUnknownRowsInARow = 3;

/// Plans the rows; with Repeat::Ask only where none of them was asked for before.
http::Task<checkout::Result<ledger::PlannedImport>> planRows(QPointer<Desk> desk, SessionImport::Order order,
                                                             Repeat repeat)
{
    // What was made minutes ago is so by either clock. Without an answer, this computer's is all there is.
    if (!desk->providerTime(order.accountId).isValid())
        co_await askProviderTime(desk, order.accountId);
    if (!desk)
        co_return std::unexpected(closedError());
    const QDateTime now = desk->now();
    const QDateTime since = repeat == Repeat::Ask ? now.addSecs(-sameRowsWindow.count()) : QDateTime();
    auto planning = desk->journal().planImport(order.accountId, order.source, std::move(order.rows), now, since);
    auto planned = co_await planning;
    co_return std::move(planned);
}

/// Takes an import to go on with it.
http::Task<checkout::Result<ledger::PlannedImport>> takeRows(QPointer<Desk> desk, QString accountId, QString batchId)
{
    const auto taken = co_await whileOpen(desk, desk->journal().takeImport(accountId, batchId));
    if (!taken)
        co_return std::unexpected(taken.error());
    const QString own = taken->front().accountId;
    const auto planner = desk->accounts().byId(own);
    if (planner && !isSurelyOf(desk->accounts(), own, accountId)) {
        co_await releaseBatch(desk, batchId);
        co_return std::unexpected(
            Error(ErrorKind::Rejected,
                  SessionImport::tr("This import was begun with “%1”, which is connected. Go on with it there.",
                                    "name of an account")
                      .arg(planner->name)));
    }
    co_return ledger::PlannedImport(*taken);
}

Error earlierRowsError(const ledger::EarlierRows &earlier)
{
    if (earlier.batch.id.isEmpty())
        return {ErrorKind::Rejected,
                SessionImport::tr("%Ln row(s) ask for the same as a session that was created or sent a moment ago, or "
                                  "whose outcome is unknown.",
                                  nullptr, earlier.rows)};
    const QString sentence =
        earlier.batch.isRunning ? SessionImport::tr("%Ln row(s) are in an import of %1 that runs at this moment: %2",
                                                    "name of a file, how many were created …", earlier.rows)
        : earlier.batch.isFinished() ? SessionImport::tr("%Ln row(s) were imported from %1 minutes ago: %2",
                                                         "name of a file, how many were created …", earlier.rows)
                                     : SessionImport::tr("%Ln row(s) are in an import of %1 that is not over: %2",
                                                         "name of a file, how many were created …", earlier.rows);
    return {ErrorKind::Rejected, sentence.arg(earlier.batch.source, importSentence(earlier.batch))};
}

} // namespace

/// What the coroutines of a run share; it lives as long as one of them.
struct SessionImport::Run
{
    Run(SessionImport *import, Desk *desk, QString accountId, checkout::Catalog catalog)
        : import(import)
        , desk(desk)
        , accountId(std::move(accountId))
        , catalog(std::move(catalog))
        , log("importSessions", this->accountId)
        , pace(desk->capabilities(this->accountId).callsPerHour)
    {
    }

    bool isEnding() const { return !import || !desk || isStopped || failure; }

    /// Returns how long to wait before the next row is sent.
    milliseconds wait() const
    {
        constexpr milliseconds look = 100ms;
        if (isPaused)
            return look;
        return std::min(pace.waitAt(Pace::Clock::now()), look);
    }

    /// Takes how the row @p at ended, and decides whether others are sent.
    void note(size_t at, const PlannedEnd &end)
    {
        const auto now = Pace::Clock::now();
        if (end.error && end.error->kind == ErrorKind::RateLimited) {
            // Where it is planned still, it is sent again under the same key once that may be.
            if (end.end == End::NotSent)
                waiting.push_front(at);
            else
                ++ended;
            if (!pace.rest(now, *end.error))
                failure = end.error;
            return;
        }
        pace.noteAnswer();
        ++ended;
        unknownInARow = end.end == End::Unknown ? unknownInARow + 1 : 0;
        if (end.error)
            failure = end.error;
        else if (unknownInARow >= mostUnknownRowsInARow)
            failure = Error(ErrorKind::UnknownOutcome, end.note);
    }

    QPointer<SessionImport> import;
    QPointer<Desk> desk;
    QString accountId;
    checkout::Catalog catalog;
    ProviderHandle provider;
    std::vector<Intent> intents;
    std::deque<size_t> waiting; ///< Rows that are planned.
    int workers = 0;            ///< Coroutines, each of which has one row at a time.
    int requests = 0;           ///< Rows that are sent and not answered yet.
    int underWay = 0;           ///< Rows that are prepared, sent or written down.
    bool isEnded = false;
    UseCaseLog log;
    Pace pace;
    QElapsedTimer since;
    int ended = 0; ///< In this run.
    int unknownInARow = 0;
    bool isStopped = false;
    bool isPaused = false;
    std::optional<Error> failure;
};

SessionImport::SessionImport(Desk &desk, QObject *parent)
    : QObject(parent)
    , m_desk(&desk)
{
}

SessionImport::~SessionImport() = default;

void SessionImport::start(Order order, Repeat repeat)
{
    if (!m_isRunning && !order.rows.empty())
        begin(std::move(order), QString(), repeat);
}

void SessionImport::resume(const QString &accountId, const QString &batchId, checkout::Catalog catalog)
{
    Order order;
    order.accountId = accountId;
    order.catalog = std::move(catalog);
    if (!m_isRunning)
        begin(std::move(order), batchId, Repeat::Another);
}

void SessionImport::begin(Order order, const QString &batchId, Repeat repeat)
{
    m_rows.clear();
    m_batchId.clear();
    m_earlier.reset();
    m_isRunning = true;
    m_run = std::make_shared<Run>(this, m_desk.data(), order.accountId, std::move(order.catalog));
    runAll(m_run, std::move(order), batchId, repeat);
}

void SessionImport::stop()
{
    if (m_run)
        m_run->isStopped = true;
}

void SessionImport::pause(bool isPaused)
{
    if (m_run)
        m_run->isPaused = isPaused;
}

bool SessionImport::isPaused() const
{
    return m_run && m_run->isPaused;
}

SessionImport::Progress SessionImport::progress() const
{
    Progress progress;
    progress.all = static_cast<int>(m_rows.size());
    for (const Row &row : m_rows) {
        progress.made += row.end == End::Created || row.end == End::NotKept ? 1 : 0;
        progress.refused += row.end == End::Refused ? 1 : 0;
        progress.unknown += row.end == End::Unknown ? 1 : 0;
    }
    if (!m_run || !m_run->since.isValid())
        return progress;
    progress.underWay = m_run->underWay;
    constexpr double second = 1000;
    const double seconds = double(m_run->since.elapsed()) / second;
    progress.perSecond = seconds > 0 ? m_run->ended / seconds : 0;
    if (progress.perSecond > 0)
        progress.timeLeft = std::chrono::seconds(qRound64(double(progress.all - progress.done()) / progress.perSecond));
    const auto rests = m_run->pace.waitAt(Pace::Clock::now());
    progress.rests = std::max(0s, std::chrono::ceil<std::chrono::seconds>(rests));
    return progress;
}

http::Task<void> SessionImport::sendRows(std::shared_ptr<Run> run)
{
    ++run->workers;
    while (!run->isEnding() && !run->waiting.empty() && run->requests < mostRequests) {
        const milliseconds pause = run->wait();
        if (pause > 0ms) {
            co_await QCoro::sleepFor(pause);
            continue;
        }
        const size_t at = run->waiting.front();
        run->waiting.pop_front();
        const Intent row = run->intents.at(at);
        const bool isQuoted = run->desk->capabilities(run->accountId, row.draft.flow).quoteLifetime.has_value();
        run->pace.note(Pace::Clock::now(), isQuoted ? 2 : 1);
        ++run->requests;
        ++run->underWay;
        const auto isAnswered = std::make_shared<bool>(false);
        std::function<void()> answered = [run, isAnswered] {
            *isAnswered = true;
            --run->requests;
            // Another row is sent while this one is written down.
            if (run->workers < mostRowsAtOnce)
                sendRows(run);
        };
        auto sending = sendPlanned(run->desk, run->provider, run->accountId, row, run->catalog, std::move(answered));
        PlannedEnd end = co_await sending;
        --run->underWay;
        run->note(at, end);
        run->requests -= *isAnswered ? 0 : 1;
        if (run->import)
            run->import->take(at, std::move(end));
    }
    if (--run->workers == 0 && !std::exchange(run->isEnded, true))
        endRun(run);
}

http::Task<void> SessionImport::runAll(std::shared_ptr<Run> run, Order order, QString batchId, Repeat repeat)
{
    const auto provider = co_await whileOpen(run->desk, run->desk->writer(order.accountId));
    std::optional<Error> why;
    if (provider)
        run->provider = *provider;
    else
        why = provider.error();
    if (!why && run->import) {
        auto planning = batchId.isEmpty() ? planRows(run->desk, std::move(order), repeat)
                                          : takeRows(run->desk, run->accountId, batchId);
        const auto planned = co_await planning;
        if (!planned)
            why = planned.error();
        else if (planned->earlier)
            why = earlierRowsError(*planned->earlier);
        if (run->import && planned)
            run->import->m_earlier = planned->earlier;
        if (planned)
            run->intents = planned->rows;
    }
    if (why || run->intents.empty()) {
        run->log.end(loggedEnd(why));
        if (run->import)
            run->import->finish(why);
        co_return;
    }
    const auto before = co_await whileOpen(run->desk, importRows(run->desk, run->intents));
    if (!before)
        run->failure = before.error();
    if (run->import && before) {
        run->import->m_batchId = run->intents.front().batchId;
        run->import->m_rows = *before;
        emit run->import->planned();
    }
    for (size_t i = 0; i < run->intents.size(); ++i) {
        if (run->intents.at(i).state == Intent::State::Planned)
            run->waiting.push_back(i);
    }
    run->since.start();
    for (int i = 0; i < mostRequests; ++i)
        sendRows(run);
}

http::Task<void> SessionImport::endRun(std::shared_ptr<Run> run)
{
    // Also when nobody waits for the end any more: any program may go on with it.
    if (run->desk) {
        const auto released = co_await whileOpen(run->desk, releaseBatch(run->desk, run->intents.front().batchId));
        if (!released && !run->failure && !run->waiting.empty())
            run->failure = released.error();
    }
    run->log.end(loggedEnd(run->failure));
    if (run->import)
        run->import->finish(run->failure);
}

void SessionImport::take(size_t at, PlannedEnd end)
{
    Row &row = m_rows.at(at);
    row.end = end.end;
    row.note = std::move(end.note);
    row.record = std::move(end.record);
    emit progressed();
}

void SessionImport::finish(const std::optional<Error> &error)
{
    m_isRunning = false;
    emit finished(error);
}

} // namespace tilldeck::desk

#include "moc_session_import.cpp"
