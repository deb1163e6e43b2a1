// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/field_frame.h"

#include <QTimer>

#include <chrono>

namespace tilldeck::ui {

class ElidedLabel;
class Label;
class SecretClipboard;

/// Shows the last four letters of a secret, "•••• •••• •••• k4Zp". The eye reveals it for 30 s, the copy button puts it
/// on the clipboard for 30 s; a line below counts the seconds.
class MaskedField : public QWidget
{
    Q_OBJECT

public:
    MaskedField(const QString &accessibleName, SecretClipboard *clipboard, QWidget *parent = nullptr,
                std::chrono::seconds visibleFor = std::chrono::seconds(30));

    /// Hides the secret again.
    void setSecret(const QString &secret);
    /// Disables copying, of an expired token for example, and shows @p reason; an empty one enables it.
    void setCopyDisabled(const QString &reason);

    bool isRevealed() const { return m_secondsLeft > 0; }
    void setRevealed(bool revealed);
    void copy();
    /// Returns what the field shows.
    QString visibleText() const;
    /// Returns the line below the field.
    QString hintText() const;

signals:
    void copied();

protected:
    void hideEvent(QHideEvent *event) override;

private:
    void refresh();
    void tick();

    SecretClipboard *m_clipboard;
    std::chrono::seconds m_visibleFor;
    QString m_secret;
    FieldFrame *m_frame;
    ElidedLabel *m_text;
    Label *m_lead;
    Label *m_hint;
    QToolButton *m_eye;
    QToolButton *m_copy;
    QTimer m_second;
    int m_secondsLeft = 0;
    int m_copySecondsLeft = 0;
    bool m_isCopied = false;  ///< It is in the clipboard.
    bool m_isRefused = false; ///< It is still there after it was cleared.
    QString m_copyDisabled;
};

/// Returns dots and the last four letters; only dots for shorter secrets.
QString masked(const QString &secret);

} // namespace tilldeck::ui
