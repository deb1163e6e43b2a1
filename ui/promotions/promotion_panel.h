// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/desk.h"
#include "ui/lists/detail_panel.h"
#include "ui/promotions/promotion_model.h"

namespace tilldeck::ui {

class Button;
class InlineMessage;
class Label;

/// Everything about one promotion code or coupon, and the sessions that asked for it.
class PromotionPanel : public DetailPanel
{
    Q_OBJECT

public:
    explicit PromotionPanel(desk::Desk &desk, QWidget *parent = nullptr);

    /// CATALOG of the account; CAN_WRITE: codes can be switched off there, CAN_USE: a session takes them.
    void setPromotion(const QString &accountId, PromotionKind kind, const PromotionRow &row,
                      const checkout::Catalog &catalog, bool canWrite, bool canUse);
    void setProblem(const QString &sentence, const QString &details);
    void setBusy(bool busy);
    /// Asks the ledger again for the sessions.
    void readSessions();

Q_SIGNALS:
    void useRequested();
    void deactivateRequested();
    void showSession(const QString &accountId, const QString &sessionId);
    /// All sessions that asked for DISCOUNT, a code or a coupon's id.
    void sessionsRequested(const QString &discount);

private:
    void showSessions(const ledger::RecordPage<ledger::SessionRecord> &page);

    desk::Desk &m_desk;
    QString m_accountId;
    QString m_discount;
    bool m_isActive = true;
    Label *m_terms;
    Label *m_validity;
    QWidget *m_facts;
    Button *m_use;
    Button *m_deactivate;
    InlineMessage *m_message;
    QWidget *m_sessions;
    quint64 m_generation = 0;
};

} // namespace tilldeck::ui
