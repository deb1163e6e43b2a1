// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>

namespace tilldeck::sandbox {

/// Limits calls to a number in a minute. A minute begins with the first call after the previous one has ended.
class CallWindow
{
public:
    explicit CallWindow(int most)
        : m_most(most)
    {
    }

    struct Count
    {
        int limit = 0;
        int remaining = 0;
        qint64 reset = 0; ///< Unix seconds
        qint64 wait = 0;  ///< seconds until calls are accepted again; 0: this one was
    };
    /// Counts a call at @p now.
    Count count(const QDateTime &now);

private:
    int m_most;
    int m_calls = 0;
    qint64 m_from = 0;
};

} // namespace tilldeck::sandbox
