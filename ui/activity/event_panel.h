// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/desk.h"
#include "ui/lists/detail_panel.h"

#include <optional>

class QVBoxLayout;

namespace tilldeck::ui {

class ElidedLabel;
class FactRow;
class JsonView;
class SecretClipboard;

/// Shows everything about one webhook event, at the trailing edge of the list.
class EventPanel : public DetailPanel
{
    Q_OBJECT

public:
    EventPanel(desk::Desk &desk, SecretClipboard *clipboard, QWidget *parent = nullptr);

    /// Shows @p event. The same event again changes nothing.
    void setEvent(const ledger::WebhookEvent &event);

signals:
    /// Emitted when the session, or the transaction, that the event is about is requested.
    void sessionRequested(const QString &accountId, const QString &id);
    void transactionRequested(const QString &accountId, const QString &id);
    void checkRequested(const tilldeck::ledger::WebhookEvent &event);

private:
    void render();
    QWidget *facts();
    QWidget *signature();
    void linkAbout(FactRow *row);
    QString bodyText() const;

    desk::Desk &m_desk;
    SecretClipboard *m_clipboard;
    std::optional<ledger::WebhookEvent> m_event;
    ElidedLabel *m_type;
    ElidedLabel *m_about;
    QVBoxLayout *m_details;
    JsonView *m_body;
};

} // namespace tilldeck::ui
