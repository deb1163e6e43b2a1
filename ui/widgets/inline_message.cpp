// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/inline_message.h"

#include "ui/style/icon.h"
#include "ui/style/paint.h"
#include "ui/widgets/layouts.h"
#include "ui/widgets/rich_line.h"

#include <QStyle>

namespace tilldeck::ui {

InlineMessage::InlineMessage(Severity severity, QWidget *parent)
    : QWidget(parent)
    , m_severity(severity)
    , m_text(new RichLine)
{
    m_text->setAlignment(Qt::AlignLeading | Qt::AlignTop);
    auto *row = makeRowLayout(this, 0, {px(12), px(8), px(12), px(9)});
    row->addSpacing(px(23)); // the glyph
    row->addWidget(m_text);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    connect(m_text, &QLabel::linkActivated, this, &InlineMessage::linkActivated);
}

void InlineMessage::setMessage(const QString &lead, const QString &text, const QString &link)
{
    m_text->setParts(lead, text, link);
    setAccessibleName(m_text->plainText());
}

void InlineMessage::setSeverity(Severity severity)
{
    m_severity = severity;
    update();
}

QString InlineMessage::text() const
{
    return m_text->plainText();
}

void InlineMessage::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setLayoutDirection(layoutDirection());
    const Tokens &t = tokens();
    Icon glyph = Icon::Info;
    QColor edge = t.control;
    if (m_severity == Severity::Warning) {
        glyph = Icon::Clock;
        edge = t.warning;
    } else if (m_severity == Severity::Error) {
        glyph = Icon::Attention;
        edge = t.danger;
    } else if (m_severity == Severity::Search) {
        glyph = Icon::Search;
    }
    paintBox(painter, rect(), t.panel, t.line, 2);
    painter.fillRect(mirrored(*this, QRect(0, 0, 3, height())), edge);
    paintIcon(painter, mirrored(*this, QRect(px(12), px(8), px(16), px(16))), glyph,
              m_severity == Severity::Warning || m_severity == Severity::Error ? edge : t.text2);
}

} // namespace tilldeck::ui

#include "moc_inline_message.cpp"
