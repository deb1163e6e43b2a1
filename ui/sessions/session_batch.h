// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/sessions/session_actions.h"

#include <deque>

namespace tilldeck::ui {

/// The same call to the provider for several sessions, one after the other. One that SessionActions is asking about is
/// left alone: nothing is sent twice.
class SessionBatch : public QObject
{
    Q_OBJECT

public:
    enum class Call { Expire, Refresh };

    SessionBatch(desk::Desk &desk, SessionActions *actions, QObject *parent);

    bool isRunning() const { return m_running; }
    /// Nothing while one is running.
    void start(Call call, std::vector<ledger::SessionRecord> records);
    /// The call that is on its way is waited for; no other one is sent.
    void cancel() { m_cancelled = true; }

signals:
    void progress(const QString &sentence);
    /// "7 expired, 2 could not be: Already paid."
    void finished(const QString &sentence);
    void keyNeeded(const QString &accountId);

private:
    void next();
    void take(const ledger::SessionRecord &record, const checkout::Result<ledger::SessionRecord> &answer);
    void addReason(const QString &reason);
    QString sentence() const;

    desk::Desk &m_desk;
    SessionActions *m_actions;
    TaskScope m_tasks{this};
    Call m_call = Call::Refresh;
    std::deque<ledger::SessionRecord> m_waiting;
    int m_total = 0;
    int m_done = 0;
    int m_failed = 0;
    QStringList m_reasons;
    bool m_running = false;
    bool m_cancelled = false;
};

} // namespace tilldeck::ui
