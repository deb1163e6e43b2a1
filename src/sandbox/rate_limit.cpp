// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/rate_limit.h"

#include <algorithm>

namespace tilldeck::sandbox {

qint64 RateLimit::wait(Window &window, qint64 now, qint64 length, int most)
{
    if (window.calls == 0 || now - window.from >= length)
        window = {now, 0};
    if (window.calls >= most)
        return window.from + length - now;
    ++window.calls;
    return 0;
}

qint64 RateLimit::wait(qint64 now)
{
    constexpr qint64 second = 1000;
    constexpr qint64 hour = 3'600'000;
    return std::max(wait(m_hour, now, hour, kMostInHour), wait(m_second, now, second, kMostInSecond));
}

} // namespace tilldeck::sandbox
