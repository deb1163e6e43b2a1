// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/timeline.h"

#include "ui/style/paint.h"
#include "ui/widgets/id_text.h"

#include <QStyle>
#include <QTextLayout>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace tilldeck::ui {

namespace {

constexpr int rowHeight = 24;

/// Lays out @p text in lines of @p width, IDs in their own font, and returns the height of the lines.
int layOut(QTextLayout &layout, const QString &text, int width, Qt::LayoutDirection direction)
{
    layout.setFont(ui::font(TextStyle::Body));
    layout.setText(text);
    layout.setFormats(idFormats(text));
    QTextOption option(QStyle::visualAlignment(direction, Qt::AlignLeft));
    option.setTextDirection(direction);
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setTextOption(option);
    qreal height = 0;
    layout.beginLayout();
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(width);
        line.setPosition({0, height});
        height += line.height();
    }
    layout.endLayout();
    return static_cast<int>(std::ceil(height));
}

} // namespace

Timeline::Timeline(QWidget *parent)
    : QWidget(parent)
{
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void Timeline::setEvents(QList<TimelineEvent> events)
{
    if (m_events == events)
        return;
    m_events = std::move(events);
    QStringList spoken;
    for (const auto &event : std::as_const(m_events))
        spoken += QStringList{event.time, event.text, event.who}.join(u' ').simplified();
    setAccessibleName(tr("Timeline"));
    setAccessibleDescription(spoken.join(u'\n'));
    updateGeometry();
    update();
}

QSize Timeline::sizeHint() const
{
    return {px(300), walk(px(300), nullptr)};
}

QSize Timeline::minimumSizeHint() const
{
    return {px(160), px(rowHeight)};
}

int Timeline::heightForWidth(int width) const
{
    return walk(width, nullptr);
}

int Timeline::walk(int width, QPainter *painter) const
{
    const Tokens &t = tokens();
    const QRect whole(0, 0, width, 1);
    const QFontMetrics body(ui::font(TextStyle::Body));
    int timeWidth = px(40);
    for (const auto &event : m_events)
        timeWidth = std::max(timeWidth, body.horizontalAdvance(event.time) + px(12));
    const int textLeft = px(20) + timeWidth;
    int y = 0;
    for (qsizetype i = 0; i < m_events.size(); ++i) {
        const TimelineEvent &event = m_events.at(i);
        const int whoWidth = event.who.isEmpty()
                                 ? 0
                                 : QFontMetrics(ui::font(TextStyle::Secondary)).horizontalAdvance(event.who) + px(12);
        const QRect textArea(textLeft, y + px(3), width - textLeft - whoWidth, 1000);
        QTextLayout lines;
        const int textHeight = layOut(lines, isolated(event.text), textArea.width(), layoutDirection());
        const int height = std::max(px(rowHeight), textHeight + px(6));
        if (painter) {
            const auto at = [&](QRect logical) {
                if (layoutDirection() == Qt::RightToLeft)
                    logical.moveLeft(whole.width() - logical.left() - logical.width());
                return logical;
            };
            const auto side = int(QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft));
            const int dot = px(8);
            const QRect mark(px(5), y + px(8), dot, dot);
            if (i + 1 < m_events.size())
                painter->fillRect(at(QRect(mark.center().x(), mark.bottom() + 2, 1, height - dot - 2)), t.lineStrong);
            if (event.kind == TimelineEvent::Kind::Failed)
                painter->fillRect(at(mark), t.danger);
            else if (event.kind == TimelineEvent::Kind::Current)
                paintBox(*painter, at(mark), t.dark ? t.link : t.accent, QColor(), dot / 2.0);
            else
                paintBox(*painter, at(mark), QColor(), t.control, dot / 2.0);
            painter->setFont(ui::font(TextStyle::Body));
            painter->setPen(t.text3);
            painter->drawText(at(QRect(px(20), y + px(3), timeWidth, px(18))), side, event.time);
            painter->setPen(event.kind == TimelineEvent::Kind::Failed ? t.danger : t.text);
            lines.draw(painter, at(textArea).topLeft());
            painter->setFont(ui::font(TextStyle::Secondary));
            painter->setPen(t.text3);
            painter->drawText(at(QRect(width - whoWidth + px(12), y + px(4), whoWidth - px(12), px(18))), side,
                              event.who);
        }
        y += height;
    }
    return y;
}

void Timeline::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    walk(width(), &painter);
}

} // namespace tilldeck::ui

#include "moc_timeline.cpp"
