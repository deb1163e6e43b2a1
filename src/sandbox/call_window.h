// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>

namespace tilldeck::sandbox {

/// Counts calls: at most so many in a minute, which begins with the first call after the one before is over.
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
        qint64 wait = 0;  ///< seconds until calls are taken again; 0: this one is
    };
    Count count(const QDateTime &now);

private:
    int m_most;
    int m_calls = 0;
    qint64 m_from = 0;
};

} // namespace tilldeck::sandbox
