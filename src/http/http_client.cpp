// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/http_client.h"

#include "http/flight.h"
#include "http/redact.h"

#include <QCoroNetworkReply>
#include <QCoroSignal>
#include <QElapsedTimer>
#include <QPointer>

#include <utility>

namespace tilldeck::http {

using namespace Qt::StringLiterals;

namespace {

Exchange begun(const Request &request)
{
    Exchange exchange;
    exchange.startedAt = QDateTime::currentDateTimeUtc();
    exchange.method = request.method;
    exchange.url = redactUrl(request.url);
    exchange.requestHeaders = redactedHeaders(request);
    exchange.requestBytes = request.body.size();
    return exchange;
}

/// A wait between two attempts that cancelling ends early.
class Pause : public QObject
{
    Q_OBJECT

public:
    Pause(std::chrono::milliseconds length, RetryClock &clock, const Airspace &airspace)
    {
        clock.wakeAfter(length, this, [this] { end(false); });
        connect(&airspace, &Airspace::cancelled, this, [this] { end(true); });
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

/// What a caller may believe of `answer` when an earlier attempt of the same write may have acted.
Answer classifyRetried(Answer answer)
{
    const int status = answer ? answer->status : answer.error().status;
    const bool decisive =
        answer && (answer->isSuccess() || (status >= 400 && status < 500 && status != 401 && status != 403 &&
                                           status != 408 && status != 409 && status != 425 && status != 429));
    if (decisive)
        return answer;
    return std::unexpected(Failure(FailureKind::OutcomeUnknown, status,
                                   u"an earlier attempt may have acted; the last one settles nothing"_s));
}

} // namespace

HttpClient::HttpClient(QObject *parent)
    : QObject(parent)
    , m_airspace(new Airspace, [](Airspace *airspace) { airspace->deleteLater(); })
{
}

HttpClient::~HttpClient()
{
    cancelAll();
}

void HttpClient::cancelAll()
{
    emit m_airspace->cancelled();
}

Task<Answer> HttpClient::send(Request request)
{
    const QPointer<HttpClient> self(this);
    const auto airspace = m_airspace;
    Exchange exchange = begun(request);
    QElapsedTimer watch;
    watch.start();

    Landing landing;
    const auto problem = problemWith(request);
    if (!problem) {
        Flight flight(request, *airspace);
        co_await qCoro(flight.reply()).waitForFinished();
        landing = flight.land();
    }
    exchange.duration = std::chrono::milliseconds(watch.elapsed());
    exchange.status = landing.status;
    exchange.responseBytes = landing.body.size();
    exchange.responseHeaders = redactHeaders(landing.headers);

    Answer answer = problem ? Answer(std::unexpected(*problem)) : judge(std::move(landing));
    if (!answer) {
        exchange.failure = answer.error().kind;
        exchange.detail = answer.error().detail;
    }
    if (self)
        emit self->exchanged(exchange);
    co_return answer;
}

Task<Answer> HttpClient::sendWithRetry(Request request, RetryPolicy policy)
{
    const QPointer<HttpClient> self(this);
    const auto airspace = m_airspace;
    const bool write = request.method != "GET";
    const bool mayRepeat = (!write || request.repeatable) && !problemWith(request);
    const auto end = policy.clock->monotonic() + policy.totalTime;
    bool doubt = false;
    for (int attempt = 1;; ++attempt) {
        Request next = request;
        next.deadline = std::min(request.deadline, end - policy.clock->monotonic());
        Answer answer = co_await send(std::move(next));
        if (doubt)
            answer = classifyRetried(std::move(answer));
        if (!self || !mayRepeat || attempt >= policy.attempts || !isTransient(answer))
            co_return answer;
        const auto pause = pauseAfter(attempt, answer, policy);
        if (!pause || policy.clock->monotonic() + *pause >= end)
            co_return answer;
        doubt = doubt || (write && mayHaveActed(answer));

        std::unique_ptr<Pause, LaterDeleted> wait(new Pause(*pause, *policy.clock, *airspace));
        co_await qCoro(wait.get(), &Pause::over);
        if (wait->wasCancelled() || !self) {
            const auto kind = doubt ? FailureKind::OutcomeUnknown : FailureKind::Cancelled;
            co_return std::unexpected(Failure(kind, 0, u"cancelled between two attempts"_s));
        }
    }
}

} // namespace tilldeck::http

#include "http_client.moc"

#include "moc_http_client.cpp"
