// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <algorithm>

namespace tilldeck::sandbox {

/// Limits calls to a number in a span of time, which begins with the first call after the previous span has ended.
class CallWindow
{
public:
    /// @p length is in the unit of the moments that count() is called with.
    CallWindow(int most, qint64 length)
        : m_most(most)
        , m_length(length)
    {
    }

    struct Count
    {
        int limit = 0;
        int remaining = 0;
        qint64 reset = 0; ///< The moment when the span ends.
        qint64 wait = 0;  ///< Time until calls are accepted again; 0: this one was.
    };
    /// Counts a call at @p now, unless the limit is reached.
    Count count(qint64 now)
    {
        // The clock may have been put back.
        if (m_calls == 0 || now < m_from || now >= m_from + m_length) {
            m_from = now;
            m_calls = 0;
        }
        const qint64 reset = m_from + m_length;
        const bool isAccepted = m_calls < m_most;
        m_calls += isAccepted ? 1 : 0;
        return {m_most, m_most - m_calls, reset, isAccepted ? 0 : std::max<qint64>(reset - now, 1)};
    }

private:
    int m_most;
    qint64 m_length;
    int m_calls = 0;
    qint64 m_from = 0;
};

} // namespace tilldeck::sandbox
