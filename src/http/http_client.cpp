// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/http_client.h"

#include "http/attempt.h"
#include "http/redact.h"
#include "http/worker_pool.h"

#include <QCoroFuture>
#include <QCoroNetworkReply>
#include <QCoroSignal>
#include <QElapsedTimer>
#include <QLoggingCategory>
#include <QPointer>

#include <utility>

namespace tilldeck::http {

using namespace Qt::StringLiterals;

namespace {

// Off until QT_LOGGING_RULES="tilldeck.http=true".
Q_LOGGING_CATEGORY(httpLog, "tilldeck.http", QtWarningMsg)

std::vector<Secret> keysOf(const Request &request)
{
    std::vector<Secret> keys{request.bearer};
    for (const auto &[name, key] : request.secretHeaders)
        keys.push_back(key);
    return keys;
}

Exchange startedExchange(const Request &request, int attempt)
{
    Exchange exchange;
    exchange.attempt = attempt;
    exchange.startedAt = QDateTime::currentDateTimeUtc();
    exchange.method = request.method;
    exchange.url = redactUrl(request.url);
    exchange.requestHeaders = redactedHeaders(request);
    exchange.requestId = request.requestId;
    exchange.requestBytes = request.body.size();
    exchange.requestBody = ExchangeBody(request.body, keptRequest);
    exchange.carried.addOf(request.url);
    exchange.carried.addOf(request.headers);
    for (const Secret &key : keysOf(request))
        exchange.carried.addKey(key.reveal());
    return exchange;
}

/// Writes what an Exchange holds, which is redacted: a Request or its Secret cannot be streamed.
void logExchange(const Exchange &exchange)
{
    if (!httpLog().isInfoEnabled())
        return;
    const LoggedExchange line = logged(exchange);
    const QString outcome = exchange.failure ? u" ("_s + line.detail + u')' : QString();
    qCInfo(httpLog).noquote().nospace() << exchange.method << ' ' << line.url << ": " << exchange.status << " in "
                                        << exchange.duration.count() << " ms, attempt " << exchange.attempt << outcome;
}

/// Reads what arrived. What is long enough for a window to stand still meanwhile is read on a thread of its own; not
/// the answer to a write, so that nothing is between its arrival and its being kept.
Task<Answer> readAnswer(AttemptResult result)
{
    constexpr qsizetype longAnswer = 16'384;
    if (result.isWrite || result.body.size() < longAnswer)
        co_return classify(std::move(result));
    auto reading =
        runOn<Answer>(readingThreads(), [result = std::move(result)]() mutable { return classify(std::move(result)); });
    co_await qCoro(reading).waitForFinished();
    co_return reading.takeResult();
}

/// A wait between two attempts that cancelling ends early.
class Pause : public QObject
{
    Q_OBJECT

public:
    Pause(std::chrono::milliseconds length, RetryClock &clock, const RequestContext &context)
    {
        clock.wakeAfter(length, this, [this] { end(false); });
        connect(&context, &RequestContext::cancelled, this, [this] { end(true); });
    }
    bool wasCancelled() const { return m_cancelled; }

signals:
    void over();

private:
    void end(bool cancelled)
    {
        m_cancelled = m_cancelled || cancelled;
        // A second emission would be delivered to an awaiter that is gone by then.
        if (!std::exchange(m_ended, true))
            emit over();
    }

    bool m_cancelled = false;
    bool m_ended = false;
};

} // namespace

HttpClient::HttpClient(QObject *parent, ServerClock serverClock)
    : QObject(parent)
    , m_context(new RequestContext, [](RequestContext *shared) { shared->deleteLater(); })
    , m_serverClock(std::move(serverClock))
{
}

HttpClient::~HttpClient()
{
    cancelAll();
}

void HttpClient::cancelAll()
{
    emit m_context->cancelled();
}

Task<Answer> HttpClient::send(Request request)
{
    return sendAttempt(std::move(request), 1);
}

Task<Answer> HttpClient::sendAttempt(Request request, int number)
{
    const QPointer<HttpClient> self(this);
    const auto context = m_context;
    Exchange exchange = startedExchange(request, number);
    QElapsedTimer watch;
    watch.start();

    AttemptResult result;
    const auto problem = problemWith(request);
    if (!problem) {
        Attempt attempt(request, *context);
        co_await qCoro(attempt.reply()).waitForFinished();
        result = attempt.result();
    }
    exchange.duration = std::chrono::milliseconds(watch.elapsed());
    exchange.status = result.status;
    exchange.responseBytes = result.body.size();
    exchange.responseHeaders = redactHeaders(result.headers);
    exchange.carried.addOf(result.headers);

    Answer answer = std::unexpected(problem.value_or(Failure(FailureKind::NotSent, 0, {})));
    if (!problem) {
        auto reading = readAnswer(std::move(result));
        answer = co_await reading;
    }
    if (answer) {
        exchange.responseBody = ExchangeBody(answer->body, keptAnswer);
    } else {
        exchange.failure = answer.error().kind;
        exchange.detail = answer.error().detail;
    }
    logExchange(exchange);
    if (self && answer)
        self->m_serverClock.set(request.url, answer->header("Date"));
    if (self && answer && answer->isSuccess())
        self->tellAccepted(request);
    if (self)
        emit self->exchanged(exchange);
    co_return answer;
}

void HttpClient::tellAccepted(const Request &request)
{
    if (!request.bearer.isEmpty())
        emit accepted(request.url, request.bearer);
    for (const auto &[name, key] : request.secretHeaders)
        emit accepted(request.url, key);
}

Task<Answer> HttpClient::sendWithRetry(Request request, RetryPolicy policy)
{
    const QPointer<HttpClient> self(this);
    const auto context = m_context;
    const bool mayRepeat = request.method == "GET" && !problemWith(request);
    const auto end = policy.clock->monotonic() + policy.totalTime;
    for (int attempt = 1;; ++attempt) {
        Request next = request;
        next.deadline = std::min(request.deadline, end - policy.clock->monotonic());
        const Answer answer = co_await sendAttempt(std::move(next), attempt);
        if (!self || !mayRepeat || attempt >= policy.attempts || !isTransient(answer))
            co_return answer;
        const auto pause = pauseAfter(attempt, answer, policy);
        if (!pause || policy.clock->monotonic() + *pause >= end)
            co_return answer;

        std::unique_ptr<Pause, LaterDeleted> wait(new Pause(*pause, *policy.clock, *context));
        co_await qCoro(wait.get(), &Pause::over);
        if (wait->wasCancelled() || !self)
            co_return std::unexpected(Failure(FailureKind::Cancelled, 0, u"cancelled between two attempts"_s));
        // The pause may have lasted longer than planned, as when the computer slept.
        if (policy.clock->monotonic() >= end)
            co_return answer;
    }
}

} // namespace tilldeck::http

#include "http_client.moc"

#include "moc_http_client.cpp"
