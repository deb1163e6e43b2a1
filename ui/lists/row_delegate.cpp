// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lists/row_delegate.h"

#include "ui/lists/found_text.h"
#include "ui/lists/roles.h"
#include "ui/lists/table.h"
#include "ui/style/paint.h"

#include <QHeaderView>
#include <QStyle>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tilldeck::ui {

namespace {

constexpr int leastSecondary = 60;

bool isFirstColumn(const QTableView *view, const QModelIndex &index)
{
    return view && view->horizontalHeader()->visualIndex(index.column()) == 0;
}

} // namespace

RowDelegate::RowDelegate(QObject *parent, TextStyle style, Tone tone)
    : QStyledItemDelegate(parent)
    , m_style(style)
    , m_tone(tone)
{
}

QColor RowDelegate::textColor(const QModelIndex &index) const
{
    const QVariant own = index.data(ToneRole);
    return color(own.isValid() ? own.value<Tone>() : m_tone);
}

void RowDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const PainterGuard guard(*painter);
    const Tokens &t = tokens();
    const auto *table = qobject_cast<const Table *>(option.widget);
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const bool focused = !table || table->hasFocus();
    const bool hovered = table && table->hoveredRow() == index.row();
    if (selected || hovered)
        painter->fillRect(option.rect, selected ? (focused ? t.selected : t.selectedOff) : t.hover);
    paintLine(*painter, option.rect, Qt::BottomEdge, t.line);

    const bool first = isFirstColumn(table, index);
    const bool mirrored = option.direction == Qt::RightToLeft;
    if (first && table->currentIndex().row() == index.row() && (selected || focused)) {
        QRect bar = option.rect;
        bar.setWidth(3);
        if (mirrored)
            bar.moveRight(option.rect.right());
        if (focused)
            painter->fillRect(bar, t.dark ? t.link : t.accent);
    }

    QStyleOptionViewItem content = option;
    const int leading = px(first ? 16 : 8);
    content.rect =
        mirrored ? option.rect.adjusted(px(8), 0, -leading, -1) : option.rect.adjusted(leading, 0, -px(8), -1);
    painter->setLayoutDirection(option.direction);
    painter->setClipRect(option.rect, Qt::IntersectClip);
    if (index.data(PendingRole).toBool()) { // a grey line, as in a list that loads
        const QSize line(std::min(content.rect.width() / 2, px(90)), px(10));
        const QRect place =
            QStyle::alignedRect(option.direction, Qt::AlignLeading | Qt::AlignVCenter, line, content.rect);
        return paintBox(*painter, place, t.selectedOff, QColor(), 2);
    }
    paintContent(*painter, content, index);
}

QSize RowDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto *table = qobject_cast<const QTableView *>(option.widget);
    return {contentWidth(option, index) + px(isFirstColumn(table, index) ? 24 : 16), px(32)};
}

void RowDelegate::paintContent(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const bool mirrored = option.direction == Qt::RightToLeft;
    QRect rect = option.rect;
    const QString text = index.data(Qt::DisplayRole).toString();
    const QString secondary = index.data(SecondaryTextRole).toString();
    painter.setFont(textFont());
    painter.setPen(text.isEmpty() ? color(Tone::Text3) : textColor(index));
    const QVariant wanted = index.data(Qt::TextAlignmentRole);
    const auto alignment = wanted.isValid() ? Qt::Alignment(wanted.toInt()) : Qt::AlignLeft;
    const auto side =
        QStyle::visualAlignment(option.direction, (alignment & Qt::AlignHorizontal_Mask) | Qt::AlignVCenter);
    const QString shown =
        painter.fontMetrics().elidedText(text.isEmpty() ? u"—"_s : text, option.textElideMode, rect.width());
    drawFound(painter, rect, side, shown, index.data(FoundRole).value<FoundParts>());
    if (secondary.isEmpty())
        return;
    const int used = painter.fontMetrics().horizontalAdvance(shown);
    rect = mirrored ? rect.adjusted(0, 0, -used, 0) : rect.adjusted(used, 0, 0, 0);
    // The first letters alone say nothing.
    if (rect.width() < std::min(painter.fontMetrics().horizontalAdvance(secondary), px(leastSecondary)))
        return;
    painter.setPen(color(Tone::Text3));
    // It goes on in the direction of the row, so that its comma stays beside the text before it.
    const QChar begin(mirrored ? 0x2067 : 0x2066);
    painter.drawText(rect, int(side) | Qt::TextSingleLine,
                     begin + painter.fontMetrics().elidedText(secondary, Qt::ElideRight, rect.width()) + QChar(0x2069));
}

int RowDelegate::contentWidth(const QStyleOptionViewItem &, const QModelIndex &index) const
{
    const QFontMetrics metrics(textFont());
    return metrics.horizontalAdvance(index.data(Qt::DisplayRole).toString() +
                                     index.data(SecondaryTextRole).toString()) +
           1;
}

} // namespace tilldeck::ui

#include "moc_row_delegate.cpp"
