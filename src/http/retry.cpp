// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/retry.h"

#include "http/http_date.h"

#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QTimer>

#include <algorithm>
#include <array>

namespace tilldeck::http {

using namespace Qt::StringLiterals;

namespace {

using std::chrono::milliseconds;

class SystemClock : public RetryClock
{
public:
    SystemClock() { m_since.start(); }
    milliseconds monotonic() override { return milliseconds(m_since.elapsed()); }
    QDateTime utcNow() override { return QDateTime::currentDateTimeUtc(); }
    double chance() override { return QRandomGenerator::global()->generateDouble(); }
    void wakeAfter(milliseconds delay, QObject *context, std::function<void()> wake) override
    {
        QTimer::singleShot(delay, context, std::move(wake));
    }

private:
    QElapsedTimer m_since;
};

bool isTransientStatus(int status)
{
    constexpr std::array transient = {408, 429, 502, 503, 504};
    return std::ranges::find(transient, status) != transient.end();
}

} // namespace

std::shared_ptr<RetryClock> RetryClock::system()
{
    return std::make_shared<SystemClock>();
}

bool isTransient(const Answer &answer)
{
    if (answer)
        return isTransientStatus(answer->status);
    const Failure &failure = answer.error();
    switch (failure.kind) {
    case FailureKind::NotSent:
        return true;
    case FailureKind::OutcomeUnknown:
        return failure.status < 300 || isTransientStatus(failure.status);
    case FailureKind::Malformed:
        return isTransientStatus(failure.status);
    case FailureKind::TooLarge:
    case FailureKind::Redirected:
    case FailureKind::Refused:
    case FailureKind::Cancelled:
        return false;
    }
    return false;
}

std::optional<milliseconds> retryAfter(const QByteArray &value, const QDateTime &utcNow)
{
    const QString written = QString::fromLatin1(value).simplified();
    if (written.isEmpty())
        return std::nullopt;
    if (std::ranges::all_of(written, [](QChar c) { return c >= u'0' && c <= u'9'; })) {
        bool fits = false;
        const int seconds = written.toInt(&fits);
        return fits ? std::chrono::seconds(seconds) : milliseconds::max();
    }
    const QDateTime date = httpDate(value, utcNow);
    if (!date.isValid())
        return std::nullopt;
    return milliseconds(std::max<qint64>(0, utcNow.msecsTo(date)));
}

std::optional<milliseconds> pauseAfter(int attempt, const Answer &answer, const RetryPolicy &policy)
{
    const double growth = double(1 << std::min(attempt - 1, 20));
    const double most = std::min(double(policy.maxPause.count()), double(policy.firstPause.count()) * growth);
    const milliseconds jitter(qint64(most * policy.clock->chance()));
    if (!answer)
        return jitter;
    const auto asked = retryAfter(answer->header("Retry-After"), policy.clock->utcNow());
    if (asked && *asked > policy.retryAfterCap)
        return std::nullopt;
    return asked ? std::max(*asked, jitter) : jitter;
}

} // namespace tilldeck::http
