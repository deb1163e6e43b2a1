// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/sessions/session_actions.h"

#include <deque>

namespace tilldeck::ui {

/// Makes the same call to the provider for several sessions, one after the other. A session that SessionActions already
/// has a call for is skipped, so that nothing is sent twice.
class SessionBatch : public QObject
{
    Q_OBJECT

public:
    enum class Call { Expire, Refresh };

    SessionBatch(desk::Desk &desk, SessionActions *actions, QObject *parent);

    bool isRunning() const { return m_running; }
    /// Does nothing while a batch is running.
    void start(Call call, std::vector<ledger::SessionRecord> records);
    /// Waits for the call that is under way and sends no further one.
    void cancel() { m_cancelled = true; }

signals:
    void progress(const QString &sentence);
    /// Emitted with a summary such as "7 expired, 2 could not be: cs_1, cs_2: Already paid."
    void finished(const QString &sentence);
    void keyNeeded(const QString &accountId);

private:
    void next();
    void addResult(const ledger::SessionRecord &record, const checkout::Result<ledger::SessionRecord> &result);
    void addReason(const QString &reason, const ledger::SessionRecord &record);
    QString whyText() const;
    QString sentence() const;

    desk::Desk &m_desk;
    SessionActions *m_actions;
    TaskScope m_tasks{this};
    Call m_call = Call::Refresh;
    std::deque<ledger::SessionRecord> m_waiting;
    int m_total = 0;
    int m_done = 0;
    int m_failed = 0;
    std::vector<std::pair<QString, QStringList>> m_reasons; ///< With the sessions that could not be done because of it.
    bool m_running = false;
    bool m_cancelled = false;
};

} // namespace tilldeck::ui
