// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lists/delegates.h"

#include "ui/lists/found_text.h"
#include "ui/lists/roles.h"
#include "ui/style/paint.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/shown_timer.h"
#include "ui/widgets/time_text.h"

#include <QAbstractItemView>
#include <QHelpEvent>
#include <QStyle>
#include <QToolTip>

#include <algorithm>
#include <cmath>
#include <utility>

using namespace Qt::StringLiterals;

namespace tilldeck::ui {

namespace {

QString storedName(const QModelIndex &index)
{
    const QString word = index.data(Qt::DisplayRole).toString();
    return word.isEmpty() ? badgeText(index.data(BadgeKindRole).value<BadgeKind>()) : word;
}

int fractionDigitsOf(const QModelIndex &index)
{
    const QVariant digits = index.model()->headerData(index.column(), Qt::Horizontal, FractionDigitsRole);
    return digits.isValid() ? digits.toInt() : 2;
}

constexpr int markSize = 16;

} // namespace

void BadgeDelegate::paintContent(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    if (index.data(BadgeKindRole).isValid())
        paintBadge(painter, option.rect, index.data(BadgeKindRole).value<BadgeKind>(), storedName(index),
                   option.direction);
}

int BadgeDelegate::contentWidth(const QStyleOptionViewItem &, const QModelIndex &index) const
{
    return badgeSize(index.data(BadgeKindRole).value<BadgeKind>(), storedName(index)).width();
}

AmountDelegate::AmountDelegate(QObject *parent, CurrencySlot slot, TextStyle style, Tone tone)
    : RowDelegate(parent, style, tone)
    , m_slot(slot)
{
}

int AmountDelegate::headerInset() const
{
    return m_slot == CurrencySlot::Shown ? px(33) : 0;
}

void AmountDelegate::paintContent(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto amount = amountOf(index.data(AmountRole));
    const int digits = fractionDigitsOf(index);
    if (!amount) {
        painter.setFont(textFont());
        painter.setPen(color(Tone::Text3));
        const QString text = index.data(Qt::DisplayRole).toString();
        painter.drawText(option.rect.adjusted(0, 0, -headerInset(), 0),
                         int(Qt::AlignRight | Qt::AlignAbsolute | Qt::AlignVCenter), text.isEmpty() ? u"—"_s : text);
        return;
    }
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    QRectF rect = option.rect;
    rect.setRight(option.rect.right() + 1);
    paintAmount(painter, rect, amountParts(*amount, option.locale), textFont(), textColor(index),
                color(selected ? Tone::Text2 : Tone::Text3), digits, m_slot);
}

int AmountDelegate::contentWidth(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto amount = amountOf(index.data(AmountRole));
    if (!amount)
        return headerInset() + px(20);
    const auto layout =
        layoutAmount(amountParts(*amount, option.locale), textFont(), 0, fractionDigitsOf(index), m_slot);
    return int(std::ceil(-layout.integerLeft));
}

ItemsDelegate::ItemsDelegate(QObject *parent)
    : RowDelegate(parent, TextStyle::Body, Tone::Text2)
{
}

ItemsDelegate::Layout ItemsDelegate::layout(const QRect &rect, const QFont &font, const QString &text, int tier,
                                            Qt::LayoutDirection direction)
{
    const QFontMetrics metrics(font);
    const int mark = px(markSize);
    const int reserved = tier >= 2 ? mark + px(8) : 0;
    Layout result;
    const int room = std::max(0, rect.width() - reserved);
    result.text = metrics.elidedText(text, Qt::ElideRight, room);
    const int width = std::min(room, metrics.horizontalAdvance(result.text));
    result.textRect = QRect(rect.left(), rect.top(), width, rect.height());
    if (tier >= 2)
        result.markRect = QRect(rect.left() + width + px(8), rect.top() + (rect.height() - mark) / 2, mark, mark);
    if (direction == Qt::RightToLeft) {
        result.textRect = QStyle::visualRect(direction, rect, result.textRect);
        result.markRect = result.markRect.isNull() ? QRect() : QStyle::visualRect(direction, rect, result.markRect);
    }
    return result;
}

void ItemsDelegate::paintContent(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const int tier = index.data(TierMarkRole).toInt();
    const QString text = index.data(Qt::DisplayRole).toString();
    const Layout placed = layout(option.rect, textFont(), text.isEmpty() ? u"—"_s : text, tier, option.direction);
    painter.setFont(textFont());
    painter.setPen(textColor(index));
    drawFound(painter, placed.textRect, Qt::AlignLeft, placed.text, index.data(FoundRole).value<FoundParts>());
    if (placed.markRect.isNull())
        return;
    paintBox(painter, placed.markRect, QColor(), color(Tone::Text3), placed.markRect.height() / 2.0);
    painter.setFont(font(TextStyle::Header));
    painter.setPen(color(Tone::Text2));
    painter.drawText(placed.markRect, Qt::AlignCenter, QLocale().toString(tier));
}

int ItemsDelegate::contentWidth(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    return RowDelegate::contentWidth(option, index) + (index.data(TierMarkRole).toInt() >= 2 ? px(markSize + 8) : 0);
}

TimeLeftDelegate::TimeLeftDelegate(QAbstractItemView *view, Clock clock)
    : RowDelegate(view)
    , m_view(view)
    , m_clock(std::move(clock))
    , m_change(new ShownTimer(view))
    , m_lookedAt(m_clock())
{
    connect(m_change, &ShownTimer::timeout, this, &TimeLeftDelegate::repaintChanged);
}

void TimeLeftDelegate::repaintChanged()
{
    const QDateTime now = m_clock();
    const QDateTime before = std::exchange(m_lookedAt, now);
    const QAbstractItemModel *model = m_view->model();
    const int bottom = m_view->viewport()->rect().bottom();
    for (int row = m_view->indexAt({0, 0}).row(); row >= 0 && row < model->rowCount(); ++row) {
        if (m_view->visualRect(model->index(row, 0)).top() > bottom)
            break;
        for (int column = 0; column < model->columnCount(); ++column) {
            const QModelIndex cell = model->index(row, column);
            if (m_view->itemDelegateForIndex(cell) != this)
                continue;
            const QDateTime until = cell.data(ExpiresAtRole).toDateTime();
            if (timeLeft(before, until) != timeLeft(now, until))
                m_view->update(cell);
            if (const auto holds = timeLeftHolds(now, until))
                m_change->startWithin(*holds);
        }
    }
    emit timePassed();
}

void TimeLeftDelegate::paintContent(QPainter &painter, const QStyleOptionViewItem &option,
                                    const QModelIndex &index) const
{
    const QDateTime until = index.data(ExpiresAtRole).toDateTime();
    const QDateTime now = m_clock();
    const QString left = until.isValid() ? timeLeft(now, until) : QString();
    if (const auto holds = timeLeftHolds(now, until))
        m_change->startWithin(*holds);
    const auto side = int(QStyle::visualAlignment(option.direction, Qt::AlignLeft | Qt::AlignVCenter));
    const QString other = index.data(Qt::DisplayRole).toString();
    painter.setFont(left.isEmpty() ? textFont() : font(TextStyle::Body));
    painter.setPen(color(left.isEmpty() ? Tone::Text2 : now.secsTo(until) < 3600 ? Tone::Warning : Tone::Text));
    const QString text = !left.isEmpty() ? left : other.isEmpty() ? u"—"_s : other;
    painter.drawText(option.rect, side | Qt::TextSingleLine,
                     isolated(painter.fontMetrics().elidedText(text, Qt::ElideRight, option.rect.width())));
}

int TimeLeftDelegate::contentWidth(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QDateTime until = index.data(ExpiresAtRole).toDateTime();
    return until.isValid() ? QFontMetrics(textFont()).horizontalAdvance(timeLeft(m_clock(), until)) + 1
                           : RowDelegate::contentWidth(option, index);
}

bool TimeLeftDelegate::helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                                 const QModelIndex &index)
{
    const QDateTime until = index.data(ExpiresAtRole).toDateTime();
    if (event->type() != QEvent::ToolTip || !until.isValid())
        return RowDelegate::helpEvent(event, view, option, index);
    QToolTip::showText(event->globalPos(), absoluteTime(until, QTimeZone::systemTimeZone(), option.locale), view);
    return true;
}

} // namespace tilldeck::ui

#include "moc_delegates.cpp"
