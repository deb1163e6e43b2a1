// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/pace.h"

#include <algorithm>

namespace tilldeck::desk {

using namespace std::chrono_literals;
using std::chrono::milliseconds;

namespace {

constexpr milliseconds atOnce = 1min;
constexpr milliseconds firstRest = 1s;
constexpr int mostRests = 8; // of which the last is of two minutes
constexpr milliseconds longestRest = 1h;

} // namespace

Pace::Pace(std::optional<int> callsPerHour)
{
    if (callsPerHour && *callsPerHour > 0)
        m_perCall = milliseconds(1h) / *callsPerHour;
}

milliseconds Pace::waitAt(Clock::time_point now) const
{
    const auto paced = m_full - atOnce - now;
    const auto rest = m_restsUntil - now;
    return std::chrono::ceil<milliseconds>(std::max(paced, rest));
}

void Pace::note(Clock::time_point now, int calls)
{
    if (m_perCall > 0ms)
        m_full = std::max(m_full, now) + calls * m_perCall;
}

bool Pace::rest(Clock::time_point now, const checkout::Error &error)
{
    // Several calls that were under way at once are told the same.
    if (now >= m_restsUntil)
        ++m_rests;
    const milliseconds asked = error.retryAfter.value_or(firstRest * (1 << std::clamp(m_rests - 1, 0, mostRests)));
    m_restsUntil = std::max(m_restsUntil, now + asked);
    return m_rests < mostRests && asked <= longestRest;
}

} // namespace tilldeck::desk
