// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/call_window.h"

#include <algorithm>

namespace tilldeck::sandbox {

CallWindow::Count CallWindow::count(const QDateTime &now)
{
    constexpr qint64 minute = 60;
    const qint64 at = now.toSecsSinceEpoch();
    // The clock may have been put back.
    if (at < m_from || at >= m_from + minute) {
        m_from = at;
        m_calls = 0;
    }
    const qint64 reset = m_from + minute;
    const bool isTaken = m_calls < m_most;
    m_calls += isTaken ? 1 : 0;
    return {m_most, m_most - m_calls, reset, isTaken ? 0 : std::max<qint64>(reset - at, 1)};
}

} // namespace tilldeck::sandbox
