// SPDX-License-Identifier: GPL-3.0-or-later
// Texts in the program's type scale and colours, and the hairline between groups.
#pragma once

#include "ui/style/theme.h"

#include <QLabel>

namespace tilldeck::ui {

/// A QLabel with a text style and a tone; always plain text, so that a provider's words cannot become markup.
class Label : public QLabel
{
    Q_OBJECT

public:
    explicit Label(const QString &text = {}, TextStyle style = TextStyle::Body, Tone tone = Tone::Text,
                   QWidget *parent = nullptr);

    void setTone(Tone tone);
    Tone tone() const { return m_tone; }
    void setTextStyle(TextStyle style);

protected:
    bool event(QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void apply();

    TextStyle m_style;
    Tone m_tone;
    bool m_isMirrored = false;
};

/// Puts the text of @p label at the side that its layout asks for: QLabel goes by the direction of the text. To be
/// called when it is polished and when the direction changes; @p isMirrored keeps what the last call did.
void followLayout(QLabel &label, bool &isMirrored);

/// Returns a label that wraps its words.
Label *makeWrappedLabel(const QString &text, TextStyle style, Tone tone);

/// Keeps one line and elides it where it does not fit: names at the end, URLs and IDs in the middle. The whole text is
/// the tooltip while it is elided.
class ElidedLabel : public Label
{
    Q_OBJECT

public:
    explicit ElidedLabel(const QString &text = {}, TextStyle style = TextStyle::Body, Tone tone = Tone::Text,
                         Qt::TextElideMode mode = Qt::ElideRight, QWidget *parent = nullptr);

    /// Returns what is shown now, elided or not.
    QString visibleText() const;
    /// Returns whether a part of the text is left out at its end.
    bool isCut() const;
    QSize minimumSizeHint() const override;

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    Qt::TextElideMode m_mode;
};

/// A 1 px line across its parent.
class Rule : public QWidget
{
    Q_OBJECT

public:
    explicit Rule(Qt::Orientation orientation = Qt::Horizontal, QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace tilldeck::ui
