// SPDX-License-Identifier: GPL-3.0-or-later
// Where the rows of a table stand: all have one height, so that it is counted, not kept.
#include "ui/lists/roles.h"
#include "ui/lists/table.h"

#include <QAbstractItemDelegate>
#include <QHeaderView>
#include <QPaintEvent>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>

namespace tilldeck::ui {

int Table::rowHeight() const
{
    return verticalHeader()->defaultSectionSize();
}

int Table::verticalOffset() const
{
    return verticalScrollBar()->value();
}

int Table::rowViewportPosition(int row) const
{
    return row * rowHeight() - verticalOffset();
}

int Table::rowAt(int y) const
{
    const int inContent = y + verticalOffset();
    const int row = inContent < 0 ? -1 : inContent / std::max(1, rowHeight());
    return row < rowTotal() ? row : -1;
}

std::pair<int, int> Table::rowsOnScreen() const
{
    const int first = rowAt(0);
    if (first < 0)
        return {-1, -1};
    const int last = rowAt(viewport()->height() - 1);
    return {first, last < 0 ? rowTotal() - 1 : last};
}

bool Table::isIndexHidden(const QModelIndex &index) const
{
    return isColumnHidden(index.column());
}

QRect Table::visualRect(const QModelIndex &index) const
{
    if (!index.isValid() || index.model() != model() || isIndexHidden(index))
        return {};
    return {columnViewportPosition(index.column()), rowViewportPosition(index.row()), columnWidth(index.column()),
            rowHeight()};
}

QModelIndex Table::indexAt(const QPoint &at) const
{
    const int row = rowAt(at.y()), column = columnAt(at.x());
    return row < 0 || column < 0 ? QModelIndex() : model()->index(row, column);
}

void Table::scrollTo(const QModelIndex &index, ScrollHint hint)
{
    if (!index.isValid() || index.model() != model())
        return;
    executeDelayedItemsLayout(); // the bar may have the range of before
    const auto show = [hint](QScrollBar *bar, int position, int size, int room) {
        const int offset = bar->value();
        const bool isAbove = hint == EnsureVisible && position < 0;
        if (hint == PositionAtTop || isAbove)
            bar->setValue(offset + position);
        else if (hint == PositionAtBottom)
            bar->setValue(offset + position + size - room);
        else if (hint == PositionAtCenter)
            bar->setValue(offset + position - (room - size) / 2);
        else if (position + size > room)
            bar->setValue(offset + std::min(position, position + size - room));
    };
    show(verticalScrollBar(), rowViewportPosition(index.row()), rowHeight(), viewport()->height());
    if (isColumnHidden(index.column()) || horizontalScrollBar()->maximum() == 0)
        return;
    hint = EnsureVisible;
    const QRect cell = visualRect(index);
    const auto from = isRightToLeft() ? viewport()->width() - cell.right() - 1 : cell.left();
    show(horizontalScrollBar(), from, cell.width(), viewport()->width());
}

void Table::updateGeometries()
{
    if (m_isPlacing)
        return;
    m_isPlacing = true;
    QHeaderView *titles = horizontalHeader();
    const int height = titles->isHidden() ? 0
                                          : std::min(std::max(titles->minimumHeight(), titles->sizeHint().height()),
                                                     titles->maximumHeight());
    setViewportMargins(0, height, 0, 0);
    const QRect room = viewport()->geometry();
    titles->setGeometry(room.left(), room.top() - height, room.width(), height);
    if (titles->isHidden())
        QMetaObject::invokeMethod(titles, "updateGeometries");
    QScrollBar *across = horizontalScrollBar(), *down = verticalScrollBar();
    across->setPageStep(room.width());
    across->setSingleStep(std::max(2, room.width() / 8));
    across->setRange(0, std::max(0, titles->length() - room.width()));
    down->setPageStep(room.height());
    down->setSingleStep(rowHeight());
    down->setRange(0, std::max(0, rowTotal() * rowHeight() - room.height()));
    m_isPlacing = false;
    // That of QTableView asks for the place of each row.
    // NOLINTNEXTLINE(bugprone-parent-virtual-call)
    QAbstractItemView::updateGeometries();
}

void Table::keepScrolled(int rows)
{
    updateGeometries();
    verticalScrollBar()->setValue(verticalScrollBar()->value() + rows * rowHeight());
    viewport()->update(); // nothing has moved on screen
}

void Table::scrollContentsBy(int dx, int dy)
{
    if (dx != 0)
        horizontalHeader()->setOffset(horizontalScrollBar()->value());
    const int across = isRightToLeft() ? -dx : dx;
    scrollDirtyRegion(across, dy);
    viewport()->scroll(across, dy);
    emit scrolled();
}

int Table::columnBeside(int column, int step) const
{
    const QHeaderView *titles = horizontalHeader();
    int place = column < 0 ? (step > 0 ? -1 : titles->count()) : titles->visualIndex(column);
    do
        place += step;
    while (place >= 0 && place < titles->count() && titles->isSectionHidden(titles->logicalIndex(place)));
    return place >= 0 && place < titles->count() ? titles->logicalIndex(place) : column;
}

QModelIndex Table::moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers)
{
    const int last = rowTotal() - 1;
    if (last < 0)
        return {};
    const QModelIndex current = currentIndex();
    if (!current.isValid())
        return model()->index(action == MoveEnd ? last : 0, columnBeside(-1, 1));
    int row = current.row(), column = current.column();
    if (isColumnHidden(column))
        column = columnBeside(-1, 1);
    const int page = std::max(1, viewport()->height() / std::max(1, rowHeight()) - 1);
    const bool isWhole = modifiers.testFlag(Qt::ControlModifier);
    switch (action) {
    case MoveUp:
        row = isWhole ? 0 : row - 1;
        break;
    case MoveDown:
        row = isWhole ? last : row + 1;
        break;
    case MovePageUp:
        row -= page;
        break;
    case MovePageDown:
        row += page;
        break;
    case MoveHome: // rows are what is chosen here, not cells
        row = 0;
        break;
    case MoveEnd:
        row = last;
        break;
    case MoveLeft:
    case MovePrevious:
        column = columnBeside(column, action == MoveLeft && isRightToLeft() ? 1 : -1);
        break;
    case MoveRight:
    case MoveNext:
        column = columnBeside(column, action == MoveRight && isRightToLeft() ? -1 : 1);
        break;
    }
    return model()->index(std::clamp(row, 0, last), column);
}

void Table::setSelection(const QRect &rect, QItemSelectionModel::SelectionFlags command)
{
    const int last = rowTotal() - 1;
    const int column = columnBeside(-1, 1);
    if (!selectionModel() || last < 0 || column < 0)
        return;
    const auto rowOf = [this, last](int y) {
        return std::clamp((y + verticalOffset()) / std::max(1, rowHeight()), 0, last);
    };
    const auto [top, bottom] = std::minmax({rect.top(), rect.bottom()}); // it may be drawn upwards
    if (top + verticalOffset() >= (last + 1) * rowHeight())
        return selectionModel()->select(QItemSelection(), command); // below the last row
    selectionModel()->select(QItemSelection(model()->index(rowOf(top), column), model()->index(rowOf(bottom), column)),
                             command);
}

QRegion Table::visualRegionForSelection(const QItemSelection &selection) const
{
    QRegion region;
    for (const QItemSelectionRange &range : selection) {
        if (range.isValid())
            region += QRect(0, rowViewportPosition(range.top()), viewport()->width(), range.height() * rowHeight())
                          .intersected(viewport()->rect());
    }
    return region;
}

void Table::selectionChanged(const QItemSelection &selected, const QItemSelection &deselected)
{
    if (!deselected.isEmpty() && !m_isModelChanging)
        m_isAllSelected = false;
    // The view names the first of them to screen readers, and looks at each for that.
    const auto firstOf = [](const QItemSelection &selection) {
        const auto first = std::ranges::find_if(selection, &QItemSelectionRange::isValid);
        return first == selection.end() ? QItemSelection() : QItemSelection(first->topLeft(), first->topLeft());
    };
    QTableView::selectionChanged(firstOf(selected), firstOf(deselected));
    viewport()->update(visualRegionForSelection(selected) + visualRegionForSelection(deselected));
}

int Table::sizeHintForColumn(int column) const
{
    const auto [first, last] = rowsOnScreen();
    int width = 0;
    for (int row = std::max(0, first); row <= last; ++row)
        width = std::max(width, sizeHintForIndex(model()->index(row, column)).width());
    return width;
}

void Table::paintRows(const QRect &dirty)
{
    const int total = rowTotal(), height = std::max(1, rowHeight());
    if (total == 0)
        return;
    executeDelayedItemsLayout();
    QStyleOptionViewItem basis;
    initViewItemOption(&basis);
    const QStyle::State state = basis.state & ~(QStyle::State_HasFocus | QStyle::State_Selected);
    const QHeaderView *titles = horizontalHeader();
    QPainter painter(viewport());
    const int last = std::min(total - 1, (dirty.bottom() + verticalOffset()) / height);
    for (int row = std::max(0, (dirty.top() + verticalOffset()) / height); row <= last; ++row) {
        const bool isSelected = selectionModel() && selectionModel()->isSelected(model()->index(row, 0));
        for (int place = 0; place < titles->count(); ++place) {
            const int column = titles->logicalIndex(place);
            const QModelIndex index = model()->index(row, column);
            const QRect cell = visualRect(index);
            if (!cell.intersects(dirty))
                continue;
            QStyleOptionViewItem option = basis;
            option.rect = cell;
            option.state = isSelected ? state | QStyle::State_Selected : state;
            if (index == currentIndex() && hasFocus())
                option.state |= QStyle::State_HasFocus;
            itemDelegateForIndex(index)->paint(&painter, option, index);
        }
    }
}

} // namespace tilldeck::ui
