// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/request.h"

#include <QDateTime>

#include <functional>
#include <memory>
#include <optional>

class QObject;

namespace tilldeck::http {

/// Provides time and chance for retries, so that tests can replace both.
class RetryClock
{
public:
    virtual ~RetryClock() = default;
    virtual std::chrono::milliseconds monotonic() = 0;
    virtual QDateTime utcNow() = 0;
    virtual double chance() = 0; ///< Returns a random number, evenly spread in [0, 1).
    /// Calls @p wake once after @p delay, never from inside this call, and not at all once @p context is destroyed.
    virtual void wakeAfter(std::chrono::milliseconds delay, QObject *context, std::function<void()> wake) = 0;

    static std::shared_ptr<RetryClock> system();
};

/// Retries with full jitter: the pause before attempt n+1 is evenly spread between 0 and min(maxPause, firstPause *
/// 2^(n-1)). Retry-After is the least pause up to retryAfterCap; a longer one ends the retries with the last answer.
struct RetryPolicy
{
    RetryPolicy() = default;
    explicit RetryPolicy(int attempts)
        : attempts(attempts)
    {
    }

    int attempts = 4; ///< All attempts together, at least 1.
    std::chrono::milliseconds firstPause{400};
    std::chrono::milliseconds maxPause{8'000};
    std::chrono::milliseconds retryAfterCap{30'000};
    /// Limit of all attempts and pauses together; the last attempt's deadline is shortened to fit.
    std::chrono::milliseconds totalTime{60'000};
    std::shared_ptr<RetryClock> clock = RetryClock::system();
};

/// Returns whether a repetition can help: 408, 429, 502, 503, 504, no connection, or no trustworthy answer. Whether
/// repeating is safe is for the caller to know.
bool isTransient(const Answer &answer);

/// Reads Retry-After as seconds or as an HTTP date in any of its three forms; never negative. RFC 9110, 10.2.3.
std::optional<std::chrono::milliseconds> retryAfter(const QByteArray &value, const QDateTime &utcNow);

/// Returns the pause after attempt number @p attempt (from 1), or nothing when Retry-After asks for more than @p policy
/// allows.
std::optional<std::chrono::milliseconds> pauseAfter(int attempt, const Answer &answer, const RetryPolicy &policy);

} // namespace tilldeck::http
