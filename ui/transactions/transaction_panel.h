// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/catalog_cache.h"
#include "desk/refund_history.h"
#include "ui/lists/detail_panel.h"
#include "ui/widgets/task_scope.h"

#include <QSet>
#include <QTimer>

#include <optional>

class QVBoxLayout;

namespace tilldeck::ui {

class Label;
class PartyHead;
class RefundSection;
class SecretClipboard;
class Timeline;

/// Shows everything about one payment, at the trailing edge of the list. When a payment becomes current it is read once
/// from a provider that can return it.
class TransactionPanel : public DetailPanel
{
    Q_OBJECT

public:
    TransactionPanel(desk::Desk &desk, desk::CatalogCache &catalogs, QWidget *parent = nullptr);

    /// Shows @p record. The same record again changes nothing.
    void setRecord(const ledger::TransactionRecord &record);
    /// Sets why nothing can be sent for accounts, by their id.
    void setUnreachable(const QHash<QString, QString> &unreachable);

signals:
    void sessionRequested(const QString &accountId, const QString &sessionId);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void ask();
    void readSession();
    void readEvents();
    void readRefunds();
    void render();
    void showTimeline();
    void addAmounts(QVBoxLayout *column);
    void addFacts(QVBoxLayout *column, const checkout::Catalog &catalog);

    desk::Desk &m_desk;
    QPointer<desk::CatalogCache> m_catalogs;
    SecretClipboard *m_clipboard;
    std::optional<ledger::TransactionRecord> m_record;
    std::optional<checkout::Quote> m_quote; ///< Quote with which its session was created.
    QDateTime m_sessionCreatedAt;
    std::vector<ledger::TimelineEvent> m_sessionEvents; ///< Events of its session recorded on this computer.
    std::vector<ledger::WebhookEvent> m_events;         ///< Webhook events about it or its session.
    std::vector<desk::RefundHistory> m_histories;       ///< Refunds that were sent from here.
    PartyHead *m_party;
    QWidget *m_details;
    RefundSection *m_refunds;
    Timeline *m_timeline;
    Label *m_askProblem;
    QTimer m_askSoon; ///< Delays the read, so that payments which are scrolled past are not read.
    QHash<QString, QString> m_unreachable;
    bool m_toAsk = false;
    QSet<qint64> m_asking; ///< Ledger keys of the payments being read.
    TaskScope m_tasks{this}, m_refundTasks{this};
};

} // namespace tilldeck::ui
