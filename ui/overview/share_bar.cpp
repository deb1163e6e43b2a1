// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/overview/share_bar.h"

#include "desk/follow_journal.h"
#include "ui/style/paint.h"
#include "ui/widgets/badge.h"

#include <QStyle>

namespace tilldeck::ui {

using Status = ledger::SessionFilter::Status;

namespace {

BadgeKind badgeOf(Status part)
{
    return part == Status::Completed  ? BadgeKind::Completed
           : part == Status::Open     ? BadgeKind::Open
           : part == Status::Expired  ? BadgeKind::Expired
           : part == Status::Failed   ? BadgeKind::Failed
           : part == Status::NotAsked ? BadgeKind::Unrecognised
                                      : BadgeKind::OutcomeUnknown;
}

void paintPart(QPainter &painter, const QRectF &rect, Status part)
{
    const Tokens &t = tokens();
    const BadgeColors &colors = t.badge(badgeOf(part));
    if (part == Status::Open) {
        painter.setPen(QPen(colors.foreground, 1.5));
        painter.setBrush(Qt::NoBrush);
        return painter.drawRect(rect.adjusted(0.75, 0.75, -0.75, -0.75));
    }
    painter.fillRect(rect, part == Status::Completed  ? QBrush(colors.foreground)
                           : part == Status::Expired  ? QBrush(t.control)
                           : part == Status::Failed   ? QBrush(colors.foreground, Qt::BDiagPattern)
                           : part == Status::NotAsked ? QBrush(t.control, Qt::Dense4Pattern)
                                                      : QBrush(colors.background));
}

} // namespace

ShareBar::ShareBar(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

QSize ShareBar::sizeHint() const
{
    return {px(120), px(14)};
}

void ShareBar::setCounts(const ledger::SessionCounts &counts)
{
    m_counts = counts;
    update();
}

void ShareBar::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    qint64 all = 0;
    for (const Status part : shareParts)
        all += m_counts.of(part);
    if (all == 0)
        return painter.fillRect(rect(), tokens().grid);
    qreal left = 0;
    for (const Status part : shareParts) {
        const qint64 count = m_counts.of(part);
        if (count == 0)
            continue;
        const qreal wide = static_cast<qreal>(width()) * static_cast<qreal>(count) / static_cast<qreal>(all);
        const qreal at = layoutDirection() == Qt::RightToLeft ? width() - left - wide : left;
        paintPart(painter, QRectF(at, 0, std::max(1.0, wide - 1), height()), part);
        left += wide;
    }
}

ShareLegend::ShareLegend(Status part, QWidget *parent)
    : QAbstractButton(parent)
    , m_part(part)
{
    setText(part == Status::NotAsked ? desk::notAskedText() : badgeText(badgeOf(part)));
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    setAttribute(Qt::WA_Hover);
    setCount(0);
}

void ShareLegend::setCount(qint64 count)
{
    m_count = count;
    setAccessibleName(tr("%1: %2, show the list", "status, number of sessions").arg(text(), number()));
    updateGeometry();
    update();
}

QString ShareLegend::number() const
{
    return locale().toString(m_count);
}

QSize ShareLegend::sizeHint() const
{
    const int word = QFontMetrics(ui::font(TextStyle::Secondary)).horizontalAdvance(text());
    const int figure = QFontMetrics(ui::font(TextStyle::Total)).horizontalAdvance(number());
    return {px(4) + px(10) + px(6) + word + px(6) + figure + px(6), px(26)};
}

void ShareLegend::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    const Tokens &t = tokens();
    if (underMouse() || hasFocus())
        paintBox(painter, rect(), t.hover, hasFocus() ? t.link : QColor(), controlRadius);
    const auto at = [this](int left, int wide) {
        return QStyle::visualRect(layoutDirection(), rect(), QRect(left, 0, wide, height()));
    };
    QRect swatch = at(px(4), px(10));
    swatch.setTop((height() - px(10)) / 2);
    swatch.setHeight(px(10));
    paintPart(painter, swatch, m_part);
    const int side =
        int(QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft) | Qt::AlignAbsolute | Qt::AlignVCenter);
    const QFont secondary = ui::font(TextStyle::Secondary);
    const int word = QFontMetrics(secondary).horizontalAdvance(text());
    painter.setFont(secondary);
    painter.setPen(t.text2);
    painter.drawText(at(px(20), word + 2), side, text());
    painter.setFont(ui::font(TextStyle::Total));
    painter.setPen(t.text);
    painter.drawText(at(px(26) + word, width() - px(26) - word), side, number());
}

} // namespace tilldeck::ui

#include "moc_share_bar.cpp"
