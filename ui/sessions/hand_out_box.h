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

/// Shows the secure token, the checkout URL and the gateway's secrets of a session, with buttons to reveal, copy, open
/// and print them as a QR code.
class HandOutBox : public QWidget
{
    Q_OBJECT

public:
    HandOutBox(SessionActions *actions, SecretClipboard *clipboard, QWidget *parent = nullptr);

    /// Shows @p record, which is the actions' current one. @p url may be empty. Copying is disabled when @p expired.
    void setSession(const ledger::SessionRecord &record, const QString &url, bool expired, bool open);

signals:
    void tokenCopied();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QMenu *makeCopyMenu();
    void fitButtons();
    void showSnippets();
    void showQr();
    void showCopied();

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
    QString m_hintText;
    QString m_sessionId;
    QString m_copiedHint; ///< Shown for this session while the clipboard holds what was copied of it.
};

} // namespace tilldeck::ui
