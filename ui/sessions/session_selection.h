// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/sessions/session_batch.h"

namespace tilldeck::ui {

class SecretClipboard;

/// Holds the actions on several selected sessions.
class SessionSelection : public QObject
{
    Q_OBJECT

public:
    SessionSelection(desk::Desk &desk, SessionActions *actions, SecretClipboard *clipboard, QWidget *window);

    /// Disables all actions for fewer than two records.
    void setRecords(std::vector<ledger::SessionRecord> records);
    const std::vector<ledger::SessionRecord> &records() const { return m_records; }
    /// Applies the time that has passed.
    void update();

    void cancel();
    /// Ends a batch of other accounts than @p accountIds: the call under way ends, no other one leaves.
    void cancelOutside(const QStringList &accountIds);

    QAction *copyLinks, *refresh, *expire, *exportCsv;

signals:
    void progress(const QString &sentence);
    /// Emitted with a sentence about the result of an action, and the accounts that it was for.
    void finished(const QString &sentence, const QStringList &accountIds);
    /// Emitted with a sentence that is true until the clipboard is cleared.
    void linksCopied(const QString &sentence);
    void keyNeeded(const QString &accountId);

private:
    using Records = std::vector<ledger::SessionRecord>;

    QString link(const ledger::SessionRecord &record) const;
    Records refreshable() const;
    Records expirable() const;
    void copy();
    void askExpire();
    void startBatch(SessionBatch::Call call, const Records &records);

    desk::Desk &m_desk;
    SessionActions *m_actions;
    SecretClipboard *m_clipboard;
    QWidget *m_window;
    SessionBatch *m_batch;
    QStringList m_batchAccounts;
    Records m_records;
};

} // namespace tilldeck::ui
