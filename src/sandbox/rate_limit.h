// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace tilldeck::sandbox {

/// Limits the calls of one key to 50 in a second and 1000 in an hour, each counted from its first call.
class RateLimit
{
public:
    static constexpr int kMostInSecond = 50;
    static constexpr int kMostInHour = 1000;

    /// Counts a call at @p now, milliseconds of a monotonic clock. Returns 0 when it is accepted, else the milliseconds
    /// until calls are accepted again.
    qint64 wait(qint64 now);

private:
    struct Window
    {
        qint64 from = 0;
        int calls = 0;
    };
    static qint64 wait(Window &window, qint64 now, qint64 length, int most);

    Window m_second;
    Window m_hour;
};

} // namespace tilldeck::sandbox
