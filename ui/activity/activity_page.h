// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/desk.h"
#include "ui/activity/receiver_bar.h"

#include <QHash>

namespace tilldeck::ui {

class ColumnFit;
class EventModel;
class EventPanel;
class ListFrame;
class SecretClipboard;

/// Lists the webhook events of the chosen accounts, sent or only kept, shows everything about the current one, and
/// opens the tool that checks a signature.
class ActivityPage : public QWidget
{
    Q_OBJECT

public:
    explicit ActivityPage(desk::Desk &desk, QWidget *parent = nullptr);

    void setAccounts(const QStringList &accountIds);
    /// Sets the receivers by account id, for the accounts whose events are sent from this computer. They share one URL;
    /// their secrets differ.
    void setReceivers(const QHash<QString, Receiver> &receivers);
    /// Opens the signature tool for the provider of the chosen account.
    void checkSignature();

signals:
    void showSession(const QString &accountId, const QString &sessionId);
    void showTransaction(const QString &accountId, const QString &id);
    void receiverUrlChosen(const QString &url);

private:
    void buildTable();
    void applyFilter();
    void readCounts();
    void rowsArrived();
    void currentChanged(const QModelIndex &current);
    void updateTexts();
    void showReceiver();
    void check(const ledger::WebhookEvent *event);

    desk::Desk &m_desk;
    SecretClipboard *m_clipboard;
    EventModel *m_model;
    EventPanel *m_panel;
    ListFrame *m_frame;
    ReceiverBar *m_receiver;
    ColumnFit *m_fit = nullptr;
    QStringList m_accountIds;
    QHash<QString, Receiver> m_receivers; ///< Receivers by account id.
    QHash<int, qint64> m_counts;          ///< Counts by the id of the chip.
    qint64 m_everything = 0;
    qint64 m_currentKey = 0;
    bool m_firstRow = false; ///< The first row becomes current, after a change of accounts.
    quint64 m_countGeneration = 0;
};

} // namespace tilldeck::ui
