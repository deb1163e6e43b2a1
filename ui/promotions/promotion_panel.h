// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/desk.h"
#include "ui/lists/detail_panel.h"
#include "ui/promotions/promotion_model.h"

namespace tilldeck::ui {

class Button;
class InlineMessage;
class Label;

/// Shows everything about one promotion code or coupon and the sessions that were created with it.
class PromotionPanel : public DetailPanel
{
    Q_OBJECT

public:
    explicit PromotionPanel(desk::Desk &desk, QWidget *parent = nullptr);

    /// Shows @p item of the account's @p catalog. @p canWrite says whether the provider can deactivate it, @p canUse
    /// whether sessions accept it.
    void setPromotion(const QString &accountId, PromotionKind kind, const PromotionItem &item,
                      const checkout::Catalog &catalog, bool canWrite, bool canUse);
    void setProblem(const QString &sentence, const QString &details);
    void setBusy(bool busy);
    /// Reads the sessions from the ledger again.
    void readSessions();

signals:
    void useRequested();
    void deactivateRequested();
    void showSession(const QString &accountId, const QString &sessionId);
    /// Emitted when the list of sessions with @p discount, a code or the id of a coupon, is requested.
    void sessionsRequested(const QString &discount);

private:
    void updateDeactivate();
    void showSessions(const ledger::RecordPage<ledger::SessionRecord> &page);

    desk::Desk &m_desk;
    QString m_accountId;
    QString m_discount;
    bool m_isActive = true;
    bool m_isBusy = false;
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
