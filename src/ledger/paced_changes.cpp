// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/paced_changes.h"

#include <chrono>
#include <utility>

namespace tilldeck::ledger {

PacedChanges::PacedChanges()
{
    constexpr std::chrono::milliseconds frame{16};
    m_frame.setSingleShot(true);
    m_frame.setInterval(frame);
    m_frame.setTimerType(Qt::PreciseTimer);
    connect(&m_frame, &QTimer::timeout, this, [this] {
        if (m_pending.isEmpty())
            return;
        m_frame.start();
        emit changed(std::exchange(m_pending, {}));
    });
}

void PacedChanges::post(const QStringList &accountIds)
{
    QMetaObject::invokeMethod(this, [this, accountIds] { note(accountIds); }, Qt::QueuedConnection);
}

void PacedChanges::note(const QStringList &accountIds)
{
    if (!m_frame.isActive()) {
        m_frame.start();
        emit changed(accountIds);
        return;
    }
    for (const QString &accountId : accountIds) {
        if (!m_pending.contains(accountId))
            m_pending << accountId;
    }
}

} // namespace tilldeck::ledger

#include "moc_paced_changes.cpp"
