// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ledger/ledger.h"

#include <QWidget>

class QAction;
class QMenu;
class QToolButton;

namespace tilldeck::ui {

class Button;
class GatewayBox;
class InlineMessage;
class Label;
class MaskedField;
class SecretClipboard;
class SessionActions;
class UrlField;

/// What the customer's way to pay needs (token, URL, the gateway's secrets) with everything to hand it out: reveal,
/// copy, open, QR code, "Copy as…".
class HandOutBox : public QWidget
{
    Q_OBJECT

public:
    HandOutBox(SessionActions *actions, SecretClipboard *clipboard, QWidget *parent = nullptr);

    /// RECORD is the current one of the actions. URL may be empty: the rest can be handed out then. Copying is off when
    /// EXPIRED.
    void setSession(const ledger::SessionRecord &record, const QString &url, bool expired);

signals:
    void tokenCopied();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QMenu *makeCopyMenu();
    void fitButtons();
    void showSnippets();
    void showQr();
    void tellCopied();

    SessionActions *m_actions;
    Label *m_tokenTitle;
    MaskedField *m_token;
    InlineMessage *m_caution;
    Label *m_urlTitle;
    UrlField *m_url;
    QList<QWidget *> m_urlButtons;
    GatewayBox *m_gateway;
    Label *m_hint;
    Button *m_main;
    Button *m_copyAs;
    Button *m_duplicate;
    QToolButton *m_more;
    QWidget *m_buttons;
    QWidget *m_qrAnchor;
    QAction *m_mainAction;
    QAction *m_afterSnippets = nullptr;
    QList<QAction *> m_snippets;
    bool m_expired = false;
    QString m_hintText;
};

} // namespace tilldeck::ui
