// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "checkout/error.h"

#include <chrono>
#include <optional>

namespace tilldeck::desk {

/// Says when the next of many calls may leave: within what the provider takes in an hour, of which a minute's part may
/// go at once, and never while it asks to be left alone.
class Pace
{
public:
    using Clock = std::chrono::steady_clock;

    /// @p callsPerHour is that of Capabilities.
    explicit Pace(std::optional<int> callsPerHour);

    /// Returns how long to wait before a call; not more than zero where it may leave now.
    std::chrono::milliseconds waitAt(Clock::time_point now) const;
    /// Notes that @p calls leave at @p now.
    void note(Clock::time_point now, int calls);
    /// Notes that the provider was asked too often: it is left alone for as long as @p error says, else for twice as
    /// long as the last time. Returns false where that is longer than somebody waits for.
    bool rest(Clock::time_point now, const checkout::Error &error);
    /// Notes that a call was answered.
    void noteAnswer() { m_rests = 0; }

private:
    std::chrono::milliseconds m_perCall{0};
    Clock::time_point m_full; ///< By then all that may go at once may go again.
    Clock::time_point m_restsUntil;
    int m_rests = 0; ///< In a row.
};

} // namespace tilldeck::desk
