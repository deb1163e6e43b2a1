// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/sessions/session_actions.h"

namespace tilldeck::ui {

class SecretClipboard;
class SessionBatch;

/// What can be done with several sessions at once.
class SessionSelection : public QObject
{
    Q_OBJECT

public:
    SessionSelection(desk::Desk &desk, SessionActions *actions, SecretClipboard *clipboard, QWidget *window);

    /// None or one: nothing is offered.
    void setRecords(std::vector<ledger::SessionRecord> records);
    const std::vector<ledger::SessionRecord> &records() const { return m_records; }
    /// Again with the time that has passed.
    void update();

    void cancel();

    QAction *copyLinks, *refresh, *expire, *exportCsv;

signals:
    void progress(const QString &sentence);
    /// What came of it, in a sentence.
    void told(const QString &sentence);
    void keyNeeded(const QString &accountId);

private:
    using Records = std::vector<ledger::SessionRecord>;

    QString link(const ledger::SessionRecord &record) const;
    Records refreshable() const;
    Records expirable() const;
    void copy();
    void askExpire();

    desk::Desk &m_desk;
    SessionActions *m_actions;
    SecretClipboard *m_clipboard;
    QWidget *m_window;
    SessionBatch *m_batch;
    Records m_records;
};

} // namespace tilldeck::ui
