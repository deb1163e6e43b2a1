// SPDX-License-Identifier: GPL-3.0-or-later
// The menu of a list: its order and its columns.
#include "ui/lists/described_model.h"
#include "ui/lists/list_columns.h"
#include "ui/lists/table.h"
#include "ui/widgets/button.h"

#include <QAction>
#include <QHeaderView>
#include <QMenu>

namespace tilldeck::ui {

using namespace Qt::StringLiterals;

QToolButton *ListColumns::makeButton()
{
    auto *button = new IconButton(Icon::UpDown, tr("Order and columns"), ButtonKind::Normal);
    button->setObjectName(u"listMenu"_s);
    button->setPopupMode(QToolButton::InstantPopup);
    button->setMenu(new QMenu(button));
    connect(button->menu(), &QMenu::aboutToShow, this, [this, menu = button->menu()] { fillMenu(menu); });
    return button;
}

void ListColumns::showMenu(const QPoint &at)
{
    auto *menu = new QMenu(m_table);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    fillMenu(menu);
    menu->popup(at);
}

void ListColumns::fillMenu(QMenu *menu)
{
    menu->clear();
    qDeleteAll(menu->findChildren<QMenu *>(Qt::FindDirectChildrenOnly));
    fillOrderMenu(menu->addMenu(tr("Sort by")));
    QMenu *columns = menu->addMenu(tr("Columns"));
    const QHeaderView *header = m_table->horizontalHeader();
    for (int place = 0; place < header->count(); ++place) {
        const int column = header->logicalIndex(place);
        if (m_fit->columnAt(column).present)
            fillColumnMenu(columns->addMenu(m_model->look(column)->title()), column);
    }
    columns->addSeparator();
    QAction *usual = columns->addAction(tr("The usual columns"), this, [this] {
        setChoice({});
        changed();
    });
    usual->setObjectName(u"usualColumns"_s);
    usual->setEnabled(!choice().isEmpty());
    emit menuFilled(menu);
}

void ListColumns::fillOrderMenu(QMenu *menu)
{
    const QHeaderView *header = m_table->horizontalHeader();
    const bool isAscending = m_model->sortOrder() == Qt::AscendingOrder;
    const Qt::SortOrder turned = isAscending ? Qt::DescendingOrder : Qt::AscendingOrder;
    for (int place = 0; place < header->count(); ++place) {
        const int column = header->logicalIndex(place);
        const ColumnLook *look = m_model->look(column);
        if (!m_fit->columnAt(column).present || !m_model->canSortBy(column))
            continue;
        const bool isSorted = column == m_model->sortColumn();
        const Qt::SortOrder first = look->isAscendingFirst() ? Qt::AscendingOrder : Qt::DescendingOrder;
        const Qt::SortOrder next = isSorted ? turned : first;
        QAction *action = menu->addAction(look->title(), this, [this, column, next] { sortBy(column, next); });
        action->setCheckable(true);
        action->setChecked(isSorted);
    }
    menu->addSeparator();
    menu->addAction(tr("The other way round"), this, [this, turned] { sortBy(m_model->sortColumn(), turned); })
        ->setEnabled(m_model->sortColumn() >= 0);
    menu->addAction(tr("The usual order"), this, &ListColumns::sortAsUsual)->setEnabled(!m_model->isUsuallySorted());
}

void ListColumns::fillColumnMenu(QMenu *menu, int column)
{
    const FitColumn now = m_fit->columnAt(column);
    int shown = 0;
    for (int other = 0; other < m_model->columnCount(); ++other)
        shown += m_fit->columnAt(other).present && !m_fit->columnAt(other).isPutAway ? 1 : 0;
    QAction *show =
        menu->addAction(tr("Shown", "a column"), this, [this, column](bool isShown) { setPutAway(column, !isShown); });
    show->setCheckable(true);
    show->setChecked(!now.isPutAway);
    show->setEnabled(now.isPutAway || shown > 1);
    menu->addSeparator();
    const auto widen = [this, column](int by) { setWidth(column, m_table->columnWidth(column) + by); };
    menu->addAction(tr("Wider"), this, [widen] { widen(px(24)); });
    menu->addAction(tr("Narrower"), this, [widen] { widen(-px(24)); });
    menu->addAction(tr("As wide as fits"), this, [this, column] { setWidth(column, 0); })->setEnabled(now.chosen > 0);
    menu->addSeparator();
    const int place = m_table->horizontalHeader()->visualIndex(column);
    menu->addAction(tr("Towards the beginning"), this, [this, column] { moveColumn(column, -1); })
        ->setEnabled(place > 0);
    menu->addAction(tr("Towards the end"), this, [this, column] { moveColumn(column, 1); })
        ->setEnabled(place + 1 < m_model->columnCount());
}

void ListColumns::setPutAway(int column, bool isPutAway)
{
    m_fit->setPutAway(column, isPutAway);
    changed();
}

void ListColumns::setWidth(int column, int width)
{
    m_fit->setChosen(column, width);
    changed();
}

/// Moves a column past the next one that is shown.
void ListColumns::moveColumn(int column, int by)
{
    QHeaderView *header = m_table->horizontalHeader();
    int place = header->visualIndex(column) + by;
    while (place > 0 && place + 1 < header->count() && header->isSectionHidden(header->logicalIndex(place)))
        place += by;
    if (place >= 0 && place < header->count())
        header->moveSection(header->visualIndex(column), place);
}

} // namespace tilldeck::ui
