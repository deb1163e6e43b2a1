// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/activity/receiver_bar.h"
#include "ui/lists/record_list_page.h"

namespace tilldeck::ui {

class EventModel;
class EventPanel;
class RequestsPage;
class SecretClipboard;

/// Lists the webhook events of the chosen accounts, sent or only kept, shows everything about the current one, and
/// opens the tool that checks a signature.
class ActivityPage : public RecordListPage
{
    Q_OBJECT

public:
    explicit ActivityPage(desk::Desk &desk, QWidget *parent = nullptr);

    /// Sets the receivers by account id, for the accounts whose events are sent from this computer. They share one URL;
    /// their secrets differ.
    void setReceivers(const QHash<QString, Receiver> &receivers);
    /// Opens the signature tool for the provider of the chosen account.
    void checkSignature() { check(nullptr); }

signals:
    void showSession(const QString &accountId, const QString &sessionId);
    void showTransaction(const QString &accountId, const QString &id);
    void receiverUrlChosen(const QString &url);

protected:
    void applyFilter() override;
    void accountsChanged() override;
    void showRecord(int row) override;
    void updateTexts() override;

private:
    void readCounts();
    void showReceiver();
    void showRequests(bool shown);
    void check(const ledger::WebhookEvent *event);

    SecretClipboard *m_clipboard;
    EventModel *m_model;
    EventPanel *m_panel;
    ReceiverBar *m_receiver;
    RequestsPage *m_requests;
    QHash<QString, Receiver> m_receivers; ///< By account id.
};

} // namespace tilldeck::ui
