// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/field_frame.h"

#include <QTimer>

#include <chrono>

namespace tilldeck::ui {

class ElidedLabel;
class Label;
class SecretClipboard;

/// "•••• •••• •••• k4Zp": a secret of which the last four letters are seen. The eye shows it for 30 s, the copy button
/// hands it to the clipboard for 30 s; a line below counts the seconds.
class MaskedField : public QWidget
{
    Q_OBJECT

public:
    MaskedField(const QString &accessibleName, SecretClipboard *clipboard, QWidget *parent = nullptr,
                std::chrono::seconds visibleFor = std::chrono::seconds(30));

    /// Hides it again.
    void setSecret(const QString &secret);
    /// Copying an expired token is off: REASON is shown instead of the hint. Empty: on.
    void setCopyDisabled(const QString &reason);

    bool isRevealed() const { return m_secondsLeft > 0; }
    void setRevealed(bool revealed);
    void copy();
    /// What stands in the field.
    QString visibleText() const;
    /// What stands below it.
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
    QString m_copyDisabled;
};

/// Dots and the last four letters; shorter secrets show dots only.
QString masked(const QString &secret);

} // namespace tilldeck::ui
