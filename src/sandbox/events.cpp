// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/events.h"

#include <utility>

namespace tilldeck::sandbox {

bool Events::keep(const std::function<bool()> &work)
{
    const qsizetype before = m_waiting.size();
    ++m_depth;
    const bool kept = m_store.inTransaction(work);
    --m_depth;
    if (!kept)
        m_waiting.resize(before);
    if (m_depth > 0)
        return kept;
    const QList<Event> events = std::exchange(m_waiting, {});
    for (const Event &event : events) {
        if (m_listener)
            m_listener(event);
    }
    return kept;
}

} // namespace tilldeck::sandbox
