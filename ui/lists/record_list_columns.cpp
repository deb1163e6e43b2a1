// SPDX-License-Identifier: GPL-3.0-or-later
// The columns of a list that its model describes: how they are painted, and by which the list is sorted.
#include "ui/lists/described_columns.h"
#include "ui/lists/list_frame.h"
#include "ui/lists/record_list_page.h"
#include "ui/lists/table.h"

#include <QHeaderView>

namespace tilldeck::ui {

void RecordListPage::showColumns(const QString &accessibleName)
{
    const QList<FitColumn> columns = fitColumns(*table(), *m_paged, [this] { return m_desk.now(); });
    for (const TimeLeftDelegate *timeLeft : table()->findChildren<TimeLeftDelegate *>())
        connect(timeLeft, &TimeLeftDelegate::timePassed, this, &RecordListPage::timePassed);
    setColumns(accessibleName, m_paged->sortColumn(), columns);
    m_paged->setLookedAt([this] { return lookedAt(); });
    table()->setSelectionMode(QAbstractItemView::ExtendedSelection);
    QHeaderView *header = table()->horizontalHeader();
    header->setSectionsClickable(true);
    connect(header, &QHeaderView::sortIndicatorChanged, this, &RecordListPage::sortBy);
    m_fit->allowChoice();
    connect(m_fit, &ColumnFit::chosenByHand, this, [this] { emit columnChoiceChanged(columnChoice()); });
    addListMenu();
}

void RecordListPage::sortBy(int column, Qt::SortOrder order)
{
    const ColumnLook *look = m_paged->look(column);
    if (look && look->sortKey && (column != m_paged->sortColumn() || order != m_paged->sortOrder())) {
        m_sought = m_currentKey;
        m_paged->sort(column, order);
        table()->setLoading(m_paged->isLoading());
        updateTexts();
    }
    showSorted();
}

/// Points the arrow of the header at what the list is sorted by.
void RecordListPage::showSorted()
{
    QHeaderView *header = table()->horizontalHeader();
    const QSignalBlocker silent(header);
    header->setSortIndicator(m_paged->sortColumn(), m_paged->sortOrder());
    header->viewport()->update();
}

QString RecordListPage::sortedText() const
{
    const ColumnLook *look = m_paged->look(m_paged->sortColumn());
    const bool isAscending = m_paged->sortOrder() == Qt::AscendingOrder;
    const QString title = look->title();
    switch (look->sorting) {
    case Sorting::ByTime:
        return (isAscending ? tr("Sorted by “%1”, earliest first", "column") : tr("Sorted by “%1”, latest first"))
            .arg(title);
    case Sorting::ByText:
        return (isAscending ? tr("Sorted by “%1”, A to Z", "column") : tr("Sorted by “%1”, Z to A")).arg(title);
    case Sorting::BySize:
        return (isAscending ? tr("Sorted by “%1”, smallest first", "column") : tr("Sorted by “%1”, largest first"))
            .arg(title);
    case Sorting::ByRank:
        return (isAscending ? tr("Sorted by “%1”", "column") : tr("Sorted by “%1”, the other way round")).arg(title);
    }
    Q_UNREACHABLE();
}

} // namespace tilldeck::ui
