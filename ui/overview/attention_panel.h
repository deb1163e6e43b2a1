// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/overview.h"

#include <QWidget>

class QVBoxLayout;

namespace tilldeck::ui {

class AttentionCard;
class Button;
class Label;

/// Shows what needs the merchant's attention, with a button to each list, and the sessions that expire within the hour.
class AttentionPanel : public QWidget
{
    Q_OBJECT

public:
    explicit AttentionPanel(QWidget *parent = nullptr);

    void setFigures(const desk::Overview &figures);
    void setExpiring(const std::vector<ledger::SessionRecord> &sessions, const QDateTime &now);

signals:
    /// Emitted when the sessions with @p status, of any day, are requested.
    void sessionsRequested(tilldeck::ledger::SessionFilter::Status status);
    void failedPaymentsRequested();
    void failedWebhooksRequested();
    void refundRequested(const QString &accountId, const QString &transactionId);
    /// Emitted when the list of promotions or of routes is requested, in which a write of the account can be settled.
    void writeRequested(const QString &accountId, bool isOfRoute);
    void showSession(const QString &accountId, const QString &sessionId);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Label *m_count;
    Button *m_allAttention;
    desk::RefundOfPayment m_refund;              ///< The first refund with an unknown outcome.
    desk::RefundOfPayment m_failedRefund;        ///< The first that was not given back after all.
    std::optional<desk::UnsettledWrite> m_write; ///< The first that is not settled.
    AttentionCard *m_unknown, *m_refunds, *m_failedRefunds, *m_payments, *m_webhooks, *m_writes;
    Label *m_nothing;
    Label *m_expiringCount;
    Button *m_allExpiring;
    QVBoxLayout *m_rows;
    Label *m_noneExpiring;
};

} // namespace tilldeck::ui
