// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace tilldeck::sandbox {

/// Counts the calls of one key: at most 50 in a second and 1000 in an hour, each from the first call on.
class RateLimit
{
public:
    static constexpr int kMostInSecond = 50;
    static constexpr int kMostInHour = 1000;

    /// Counts a call at NOW, milliseconds of a clock that never goes back. Answers 0 when it may go on, else after how
    /// many milliseconds calls are taken again.
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
