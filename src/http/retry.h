// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/request.h"

#include <QDateTime>

#include <functional>
#include <memory>
#include <optional>

class QObject;

namespace tilldeck::http {

/// Time and chance for retries, so that tests need neither.
class RetryClock
{
public:
    virtual ~RetryClock() = default;
    virtual std::chrono::milliseconds monotonic() = 0;
    virtual QDateTime utcNow() = 0;
    virtual double chance() = 0; ///< evenly spread in [0, 1)
    /// Calls `wake` once after `delay`, never from inside this call; not at all once `context` is destroyed.
    virtual void wakeAfter(std::chrono::milliseconds delay, QObject *context, std::function<void()> wake) = 0;

    static std::shared_ptr<RetryClock> system();
};

/// Full jitter: the pause before attempt n+1 is evenly spread between nothing and min(maxPause, firstPause * 2^(n-1)).
/// A Retry-After replaces it (as a floor) up to retryAfterCap; a longer one ends the retries with the answer at hand.
struct RetryPolicy
{
    RetryPolicy() = default;
    explicit RetryPolicy(int attempts)
        : attempts(attempts)
    {
    }

    int attempts = 4; ///< all together, at least 1
    std::chrono::milliseconds firstPause{400};
    std::chrono::milliseconds maxPause{8'000};
    std::chrono::milliseconds retryAfterCap{30'000};
    /// All attempts and pauses together; the last attempt's deadline is shortened to fit.
    std::chrono::milliseconds totalTime{60'000};
    std::shared_ptr<RetryClock> clock = RetryClock::system();
};

/// Whether a repetition can help: 408, 429, 502, 503, 504, no connection, or no trustworthy answer. It does not ask
/// whether repeating is safe.
bool isTransient(const Answer &answer);

/// Whether a write may have acted although the answer at hand is no success: an outcome that is unknown, 408 and 5xx.
bool mayHaveActed(const Answer &answer);

/// Retry-After as seconds or as an HTTP date in any of its three forms; never negative. RFC 9110, 10.2.3.
std::optional<std::chrono::milliseconds> retryAfter(const QByteArray &value, const QDateTime &utcNow);

/// The pause before the attempt after attempt number `attempt` (from 1); nothing when Retry-After asks for more than
/// the policy grants.
std::optional<std::chrono::milliseconds> pauseAfter(int attempt, const Answer &answer, const RetryPolicy &policy);

} // namespace tilldeck::http
