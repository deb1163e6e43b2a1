// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/session_import.h"

#include "desk/import_rows.h"
#include "desk/look_for_rows.h"
#include "desk/pace.h"
#include "desk/plan_import.h"
#include "desk/question_listed_rows.h"
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

/// As many requests leave at once.
constexpr int mostRequests = 6;
/// As many rows are between their opening and their end: those that are answered are being written down while others
/// are sent.
constexpr int mostRowsAtOnce = 12;
/// After so many rows in a row without an answer, no further one is sent.
constexpr int mostUnknownRowsInARow = 3;

} // namespace

/// What the coroutines of a run share; it lives as long as one of them.
struct SessionImport::Run
{
    Run(SessionImport *import, Desk *desk, QString accountId, checkout::Catalog catalog, Repeat repeat)
        : import(import)
        , desk(desk)
        , accountId(std::move(accountId))
        , repeat(repeat)
        , catalog(std::move(catalog))
        , log("importSessions", this->accountId)
        , pace(desk->capabilities(this->accountId).callsPerHour)
    {
    }

    bool isEnding() const { return !import || !desk || isStopped || failure; }

    /// Ends the run because only the merchant can tell whether rows are to be sent.
    void ask(const QString &why)
    {
        failure = Error(ErrorKind::Rejected, why);
        if (import)
            import->m_asks = true;
    }

    /// Returns how long to wait before the next row is sent.
    milliseconds wait() const
    {
        constexpr milliseconds look = 100ms;
        if (isPaused)
            return look;
        return std::min(pace.waitAt(Pace::Clock::now()), look);
    }

    SecondRow secondOf(size_t at) const { return secondRow(*desk, accountId, intents.at(at).draft.flow); }

    /// Sorts the rows that are planned. With @p wereTaken the journal that has them so may be of an earlier time.
    /// Returns whether one of them is seen by nothing then.
    bool sortRows(bool wereTaken)
    {
        bool isUnseen = false;
        for (size_t i = 0; i < intents.size(); ++i) {
            if (intents.at(i).state != Intent::State::Planned)
                continue;
            const SecondRow second = wereTaken ? secondOf(i) : SecondRow::IsTheFirst;
            (second == SecondRow::IsLookedFor ? unsure : waiting).push_back(i);
            isUnseen = isUnseen || second == SecondRow::IsNotSeen;
        }
        return isUnseen;
    }

    /// Takes how the row @p at ended, and decides whether others are sent.
    void note(size_t at, const PlannedEnd &end)
    {
        const auto now = Pace::Clock::now();
        if (end.error && end.error->kind == ErrorKind::RateLimited && desk) {
            // Where it is planned still, it is sent again once that may be; under the same key, or once it was looked
            // for.
            if (end.end != End::NotSent)
                ++ended;
            else if (secondOf(at) == SecondRow::IsLookedFor)
                unsure.push_back(at);
            else
                waiting.push_front(at);
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
    Repeat repeat;
    checkout::Catalog catalog;
    ProviderHandle provider;
    std::vector<Intent> intents;
    std::deque<size_t> waiting; ///< Rows that are planned.
    std::deque<size_t> unsure;  ///< Rows that are planned, and that the provider may have: they are looked for first.
    int workers = 0;            ///< Coroutines, each of which has one row at a time.
    int requests = 0;           ///< Rows that are sent and not answered yet.
    int underWay = 0;           ///< Rows that are prepared, sent or written down.
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

void SessionImport::resume(const QString &accountId, const QString &batchId, checkout::Catalog catalog, Repeat repeat)
{
    Order order;
    order.accountId = accountId;
    order.catalog = std::move(catalog);
    if (!m_isRunning)
        begin(std::move(order), batchId, repeat);
}

void SessionImport::begin(Order order, const QString &batchId, Repeat repeat)
{
    m_rows.clear();
    m_batchId.clear();
    m_earlier.reset();
    m_asks = false;
    m_isRunning = true;
    m_run = std::make_shared<Run>(this, m_desk.data(), order.accountId, std::move(order.catalog), repeat);
    runAll(m_run, std::move(order), batchId);
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
        progress.earlier += row.end == End::Earlier ? 1 : 0;
        progress.refused += row.end == End::Refused ? 1 : 0;
        progress.unknown += row.end == End::Unknown ? 1 : 0;
    }
    if (!m_run || !m_run->since.isValid())
        return progress;
    progress.underWay = m_run->underWay;
    progress.isPaused = m_run->isPaused;
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
    leave(run);
}

void SessionImport::leave(const std::shared_ptr<Run> &run)
{
    if (--run->workers == 0)
        goOn(run);
}

http::Task<void> SessionImport::lookForUnsure(std::shared_ptr<Run> run)
{
    const milliseconds pause = run->wait();
    if (pause > 0ms) {
        co_await QCoro::sleepFor(pause);
        co_return;
    }
    QSet<QString> ids;
    for (const size_t at : run->unsure)
        ids.insert(run->intents.at(at).id);
    run->pace.note(Pace::Clock::now(), 1);
    const QString batchId = run->intents.front().batchId;
    auto looking = lookForRows(run->desk, run->provider, run->accountId, batchId, ids, run->repeat);
    const auto looked = co_await whileOpen(run->desk, std::move(looking));
    if (!looked && looked.error().kind == ErrorKind::RateLimited && run->pace.rest(Pace::Clock::now(), looked.error()))
        co_return;
    if (!looked) {
        run->failure = looked.error();
        co_return;
    }
    const auto questions = co_await whileOpen(run->desk, importRows(run->desk, looked->questioned));
    if (!questions) {
        run->failure = questions.error();
        co_return;
    }
    if (!looked->whyAsk.isEmpty())
        run->ask(looked->whyAsk);
    for (const size_t at : std::exchange(run->unsure, {})) {
        const auto question = std::ranges::find(*questions, run->intents.at(at).id, &Row::intentId);
        if (question == questions->end())
            run->waiting.push_back(at);
        else if (run->import)
            run->import->takeRow(at, *question);
    }
}

http::Task<void> SessionImport::goOn(std::shared_ptr<Run> run)
{
    while (!run->isEnding() && run->waiting.empty() && !run->unsure.empty())
        co_await lookForUnsure(run);
    if (run->isEnding() || run->waiting.empty()) {
        endRun(run);
        co_return;
    }
    ++run->workers; // until all have begun
    for (int i = 0; i < mostRequests; ++i)
        sendRows(run);
    leave(run);
}

http::Task<void> SessionImport::runAll(std::shared_ptr<Run> run, Order order, QString batchId)
{
    const bool wasTaken = !batchId.isEmpty();
    const auto provider = co_await whileOpen(run->desk, run->desk->writer(order.accountId));
    std::optional<Error> why;
    if (provider)
        run->provider = *provider;
    else
        why = provider.error();
    if (!why && run->import) {
        auto planning = batchId.isEmpty() ? planRows(run->desk, std::move(order), run->repeat)
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
    const bool isUnseen = run->desk && run->sortRows(wasTaken);
    if (isUnseen && run->repeat == Repeat::Ask)
        run->ask(whyRowsAreAsked(*run->desk, run->accountId, run->intents.front().openedAt));
    run->since.start();
    goOn(run);
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
    Row row = m_rows.at(at);
    row.end = end.end;
    row.note = std::move(end.note);
    row.record = std::move(end.record);
    takeRow(at, std::move(row));
}

void SessionImport::takeRow(size_t at, Row row)
{
    m_rows.at(at) = std::move(row);
    emit progressed();
}

void SessionImport::finish(const std::optional<Error> &error)
{
    m_isRunning = false;
    emit finished(error);
}

} // namespace tilldeck::desk

#include "moc_session_import.cpp"
