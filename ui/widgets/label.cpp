// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/label.h"

#include "ui/style/paint.h"

#include <QEvent>
#include <QHelpEvent>
#include <QStyle>
#include <QToolTip>

namespace tilldeck::ui {

using namespace Qt::StringLiterals;

Label::Label(const QString &text, TextStyle style, Tone tone, QWidget *parent)
    : QLabel(text, parent)
    , m_style(style)
    , m_tone(tone)
{
    setTextFormat(Qt::PlainText);
    // On a page of the base colour Qt would take another role.
    setForegroundRole(QPalette::WindowText);
    apply();
}

void Label::setTone(Tone tone)
{
    m_tone = tone;
    apply();
}

void Label::setTextStyle(TextStyle style)
{
    m_style = style;
    apply();
}

void Label::apply()
{
    QPalette colors = palette();
    colors.setColor(QPalette::Active, QPalette::WindowText, color(m_tone));
    colors.setColor(QPalette::Inactive, QPalette::WindowText, color(m_tone));
    colors.setColor(QPalette::Disabled, QPalette::WindowText, color(Tone::Disabled));
    setPalette(colors);
    setFont(ui::font(m_style));
}

bool Label::event(QEvent *event)
{
    if (event->type() == QEvent::Polish)
        followLayout(*this, m_isMirrored);
    return QLabel::event(event);
}

void Label::changeEvent(QEvent *event)
{
    QLabel::changeEvent(event);
    if (event->type() == QEvent::LayoutDirectionChange)
        followLayout(*this, m_isMirrored);
    if (event->type() == QEvent::StyleChange)
        apply();
}

void followLayout(QLabel &label, bool &isMirrored)
{
    const bool mirrors = label.layoutDirection() == Qt::RightToLeft;
    const Qt::Alignment absolute = Qt::AlignAbsolute;
    const bool isAsked = mirrors && (label.alignment() & absolute); // for one side, whatever the layout
    if (mirrors == isMirrored || isAsked)
        return;
    isMirrored = mirrors;
    const Qt::Alignment other = QStyle::visualAlignment(Qt::RightToLeft, label.alignment() & ~absolute);
    label.setAlignment(mirrors ? other : other & ~absolute);
}

Label *makeWrappedLabel(const QString &text, TextStyle style, Tone tone)
{
    auto *label = new Label(text, style, tone);
    label->setWordWrap(true);
    return label;
}

ElidedLabel::ElidedLabel(const QString &text, TextStyle style, Tone tone, Qt::TextElideMode mode, QWidget *parent)
    : Label(text, style, tone, parent)
    , m_mode(mode)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

QString ElidedLabel::visibleText() const
{
    return fontMetrics().elidedText(text(), m_mode, contentsRect().width());
}

bool ElidedLabel::isCut() const
{
    return m_mode == Qt::ElideRight && visibleText() != text();
}

QSize ElidedLabel::minimumSizeHint() const
{
    return {fontMetrics().horizontalAdvance(u"…"_s), QLabel::minimumSizeHint().height()};
}

bool ElidedLabel::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip && toolTip().isEmpty() && visibleText() != text()) {
        // Escaped: a tooltip would take a provider's text for markup.
        QToolTip::showText(static_cast<QHelpEvent *>(event)->globalPos(), text(), this);
        return true;
    }
    return Label::event(event);
}

void ElidedLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setPen(palette().color(QPalette::WindowText));
    const auto side = QStyle::visualAlignment(layoutDirection(), alignment() & Qt::AlignHorizontal_Mask);
    painter.drawText(contentsRect(), int(side | Qt::AlignVCenter) | Qt::TextSingleLine, isolated(visibleText()));
}

Rule::Rule(Qt::Orientation orientation, QWidget *parent)
    : QWidget(parent)
{
    if (orientation == Qt::Horizontal)
        setFixedHeight(1);
    else
        setFixedWidth(1);
}

void Rule::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), tokens().line);
}

} // namespace tilldeck::ui

#include "moc_label.cpp"
