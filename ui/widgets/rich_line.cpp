// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/rich_line.h"

#include "ui/style/paint.h"
#include "ui/widgets/label.h"

#include <QEvent>

using namespace Qt::StringLiterals;

namespace tilldeck::ui {

RichLine::RichLine(TextStyle style, QWidget *parent)
    : QLabel(parent)
{
    setFont(ui::font(style));
    setTextFormat(Qt::RichText);
    setWordWrap(true);
    setTextInteractionFlags(Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard);
    setFocusPolicy(Qt::NoFocus);
}

void RichLine::setParts(const QString &lead, const QString &text, const QString &link)
{
    m_lead = lead;
    m_text = text;
    m_link = link;
    setFocusPolicy(link.isEmpty() ? Qt::NoFocus : Qt::StrongFocus);
    setAccessibleName(plainText());
    render();
}

void RichLine::setTones(Tone lead, Tone text)
{
    m_leadTone = lead;
    m_textTone = text;
    render();
}

QString RichLine::plainText() const
{
    return QStringList{m_lead, m_text, m_link}.join(u' ').simplified();
}

bool RichLine::event(QEvent *event)
{
    if (event->type() == QEvent::Polish)
        followLayout(*this, m_isMirrored);
    return QLabel::event(event);
}

void RichLine::changeEvent(QEvent *event)
{
    QLabel::changeEvent(event);
    if (event->type() == QEvent::LayoutDirectionChange)
        followLayout(*this, m_isMirrored);
    if (event->type() == QEvent::StyleChange)
        render();
}

void RichLine::render()
{
    QStringList parts;
    const auto span = [](const QString &text, Tone tone, int weight) {
        return u"<span style=\"color:%1;font-weight:%2\">%3</span>"_s.arg(color(tone).name())
            .arg(weight)
            .arg(text.toHtmlEscaped());
    };
    if (!m_lead.isEmpty())
        parts += span(m_lead, m_leadTone, m_text.isEmpty() && m_link.isEmpty() ? 400 : 500);
    if (!m_text.isEmpty())
        parts += span(m_text, m_textTone, 400);
    if (!m_link.isEmpty())
        parts += u"<a href=\"#\" style=\"color:%1;text-decoration:none\">%2</a>"_s.arg(color(Tone::Link).name(),
                                                                                       m_link.toHtmlEscaped());
    setText(isolated(parts.join(u' '))); // a sentence ends where its own direction ends
}

} // namespace tilldeck::ui

#include "moc_rich_line.cpp"
