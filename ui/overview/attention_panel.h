// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/overview.h"
#include "ui/style/tokens.h"

#include <QHash>
#include <QList>
#include <QPointer>
#include <QWidget>

#include <functional>

class QVBoxLayout;

namespace tilldeck::ui {

class AttentionCard;
class Button;
class DecisionBox;
class InlineMessage;
class Label;

/// Shows what needs the merchant's attention: each unknown outcome and each unsettled write into a catalog, with what
/// can be done about it, each refund that failed, each import with rows that were not sent, a button to each list, and
/// the sessions that expire within the hour.
class AttentionPanel : public QWidget
{
    Q_OBJECT

public:
    explicit AttentionPanel(desk::Desk &desk, QWidget *parent = nullptr);

    void setFigures(const desk::Overview &figures);
    /// What was not loaded is not said to be nothing.
    void setLoaded(bool loaded);
    /// Opens the first card that no list of sessions shows, of a refund or a write into a catalog. Returns what is to
    /// be seen of it; nothing where there is none.
    QWidget *openOther();
    void setExpiring(const std::vector<ledger::SessionRecord> &sessions, const QDateTime &now);

signals:
    /// Emitted when the sessions with @p status, of any day, are requested.
    void sessionsRequested(tilldeck::ledger::SessionFilter::Status status);
    void failedPaymentsRequested();
    void failedWebhooksRequested();
    void refundRequested(const QString &accountId, const QString &transactionId);
    /// Emitted when the merchant goes on with promotion codes that are not all made.
    void resumeRequested(const tilldeck::ledger::CodeBatch &batch);
    /// Emitted when an import is requested of which rows were not sent.
    void showImports();
    void showSession(const QString &accountId, const QString &sessionId);
    void keyNeeded(const QString &accountId);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    /// Says what one card is about whose outcome is not known.
    struct Waiting
    {
        QString id;
        QString accountId;
        bool isWrite; ///< Into a catalog; else a creation or a refund.
        QString title;
        QString sentence;
        bool isSession = false;
        bool isUnknown = true; ///< Something of it is of unknown outcome, not only left to do.
    };

    /// Holds one unknown outcome: a card, and below it what can be done, which is there once the card was opened.
    struct OutcomeRow
    {
        QString id;
        QString accountId;
        bool isWrite;
        bool isSession;
        AttentionCard *card;
        QPointer<DecisionBox> box;
    };

    /// Holds what leads to another screen when its card is clicked.
    struct Item
    {
        QString id;
        QString objectName;
        BadgeKind badge;
        QString title;
        QString sentence;
        std::function<void()> open;
    };

    QList<Waiting> waitingOf(const desk::NeedsAttention &attention) const;
    void setOutcomes(const QList<Waiting> &waiting);
    void setItems(const QList<Item> &items);
    QList<Item> itemsOf(const desk::NeedsAttention &attention);
    OutcomeRow makeRow(const Waiting &one);
    DecisionBox *makeBox(const OutcomeRow &row);
    void openRow(const QString &id, bool open);
    void showResolved(const QString &sentence, const QString &accountId, const QString &sessionId);

    desk::Desk &m_desk;
    Label *m_count;
    Button *m_allAttention;
    InlineMessage *m_resolved;
    InlineMessage *m_notKnown;           ///< That the journal, which knows what waits, is missing.
    std::pair<QString, QString> m_found; ///< Account and id of the session that was found last.
    AttentionCard *m_unknown, *m_failed, *m_notAsked;
    QWidget *m_also; ///< Heads what is not counted: failures of payments and events.
    AttentionCard *m_payments, *m_webhooks;
    QVBoxLayout *m_outcomes;
    QVBoxLayout *m_items;
    QHash<QString, AttentionCard *> m_itemCards; ///< By what they say.
    QList<OutcomeRow> m_outcomeRows;
    Label *m_nothing;
    Label *m_expiringCount;
    Button *m_allExpiring;
    QVBoxLayout *m_rows;
    Label *m_noneExpiring;
    bool m_isLoaded = true;
    bool m_isCalm = false;
    bool m_expiresNone = false;
};

} // namespace tilldeck::ui
