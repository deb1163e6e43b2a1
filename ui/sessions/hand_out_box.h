// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ledger/ledger.h"

#include <QWidget>

class QAction;
class QToolButton;

namespace tilldeck::ui {

class Button;
class Label;
class MaskedField;
class SecretClipboard;
class SessionActions;
class UrlField;

/// Token and URL of a session with everything to hand them out: reveal, copy, open, QR code, "Copy as…".
class HandOutBox : public QWidget
{
    Q_OBJECT

public:
    HandOutBox(SessionActions *actions, SecretClipboard *clipboard, QWidget *parent = nullptr);

    /// URL may be empty: only the token can be handed out then. Copying is off when EXPIRED.
    void setSession(const ledger::SessionRecord &record, const QString &url, bool expired);

signals:
    void tokenCopied();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void fitButtons();
    void showQr();
    void urlWasCopied();

    SessionActions *m_actions;
    Label *m_tokenTitle;
    MaskedField *m_token;
    UrlField *m_url;
    QList<QWidget *> m_urlButtons;
    Label *m_hint;
    Button *m_main;
    Button *m_copyAs;
    Button *m_duplicate;
    QToolButton *m_more;
    QWidget *m_buttons;
    QWidget *m_qrAnchor;
    bool m_expired = false;
    QString m_hintText;
};

} // namespace tilldeck::ui
