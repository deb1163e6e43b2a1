// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/catalog_cache.h"
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

/// Everything about one payment, at the trailing edge of the list. A provider that can be asked about it is asked once
/// when the payment becomes current.
class TransactionPanel : public DetailPanel
{
    Q_OBJECT

public:
    TransactionPanel(desk::Desk &desk, desk::CatalogCache &catalogs, QWidget *parent = nullptr);

    /// The same record again changes nothing.
    void setRecord(const ledger::TransactionRecord &record);

signals:
    void sessionRequested(const QString &accountId, const QString &sessionId);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void ask();
    void readSession();
    void readEvents();
    void render();
    void showTimeline();
    void addAmounts(QVBoxLayout *column);
    void addFacts(QVBoxLayout *column, const checkout::Catalog &catalog);

    desk::Desk &m_desk;
    QPointer<desk::CatalogCache> m_catalogs;
    SecretClipboard *m_clipboard;
    std::optional<ledger::TransactionRecord> m_record;
    std::optional<checkout::Quote> m_quote; ///< Of its session, when that was created.
    QDateTime m_sessionCreatedAt;
    std::vector<ledger::TimelineEvent> m_sessionEvents; ///< What happened to its session on this computer.
    std::vector<ledger::WebhookEvent> m_events;         ///< That tell of it or of its session.
    PartyHead *m_party;
    QWidget *m_details;
    RefundSection *m_refunds;
    Timeline *m_timeline;
    Label *m_askProblem;
    QTimer m_askSoon; ///< Payments that are only passed by are not asked about.
    bool m_toAsk = false;
    QSet<qint64> m_asking; ///< By key of the record.
    TaskScope m_tasks{this};
};

} // namespace tilldeck::ui
