// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/needs_attention.h"

#include <QWidget>

namespace tilldeck::ui {

class InlineMessage;

/// Says above the sessions that need attention what else does: a note for each refund that failed, which leads to its
/// payment, one line for the others, and what was found of a session that has left the list.
class WaitingNotes : public QWidget
{
    Q_OBJECT

public:
    explicit WaitingNotes(desk::Desk &desk, QWidget *parent = nullptr);

    void setAttention(const desk::NeedsAttention &attention);
    /// Says that a session was found, and leads to it until forgetFound().
    void setFound(const QString &accountId, const QString &sessionId);
    void forgetFound();
    /// Returns the account of the session that was found.
    const QString &foundAccount() const { return m_foundSession.first; }
    /// Returns whether something waits that is no session.
    bool hasOthers() const { return m_hasOthers; }
    bool saysSomething() const { return m_hasOthers || !m_foundSession.second.isEmpty(); }

signals:
    void overviewRequested();
    void sessionRequested(const QString &accountId, const QString &sessionId);
    void refundRequested(const QString &accountId, const QString &transactionId);

private:
    void addRefund(const ledger::Intent &refund);

    desk::Desk &m_desk;
    InlineMessage *m_found;
    std::pair<QString, QString> m_foundSession; ///< Its account and ID.
    QWidget *m_refunds;
    QStringList m_refundIds; ///< Of those that have a note.
    InlineMessage *m_others;
    InlineMessage *m_notKnown;
    bool m_hasOthers = false;
};

} // namespace tilldeck::ui
