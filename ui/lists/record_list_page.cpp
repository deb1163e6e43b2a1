// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lists/record_list_page.h"

#include "ui/lists/chip.h"
#include "ui/lists/detail_panel.h"
#include "ui/lists/kept_rows.h"
#include "ui/lists/list_frame.h"
#include "ui/lists/paged_model.h"
#include "ui/lists/table.h"
#include "ui/widgets/close_dialogs.h"
#include "ui/widgets/layouts.h"
#include "ui/widgets/page_header.h"

#include <QHeaderView>

namespace tilldeck::ui {

RecordListPage::RecordListPage(desk::Desk &desk, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
{
}

void RecordListPage::setList(PagedModelBase *model, ListFrame *frame)
{
    m_paged = model;
    m_frame = frame;
    auto *layout = makeColumnLayout(this, 0);
    layout->addWidget(frame, 1);
    connect(table(), &Table::emptyActionTriggered, this, [this] { emptyActionTriggered(); });
    m_kept = new KeptRows(
        table(), model, [model](int row) { return QString::number(model->keyOf(row)); },
        [model](const QString &key) { return model->rowOf(key.toLongLong()); });
    connect(m_kept, &KeptRows::leaving, this, [this](int row) { rowLeaving(row); });
    connect(model, &PagedModelBase::loaded, this, [this] {
        m_frame->thawUpdates();
        table()->setLoading(false);
        m_frame->setNote({});
        m_isUnread = false;
        if (!m_kept->settle()) {
            clearCurrent(); // nobody takes a row that moved up for the one that is gone
            recordLeft();
        }
        rowsArrived();
    });
    connect(model, &PagedModelBase::failed, this, [this](const checkout::Error &error) {
        m_frame->thawUpdates();
        table()->setLoading(false);
        m_frame->setNote(error.sentence, error.details);
        m_isUnread = true;
        followRows();
    });
}

Table *RecordListPage::table() const
{
    return m_frame->table();
}

void RecordListPage::setColumns(const QString &accessibleName, int sorted, const QList<FitColumn> &columns)
{
    table()->setAccessibleName(accessibleName);
    table()->setModel(m_paged);
    table()->horizontalHeader()->setSortIndicatorShown(true);
    table()->horizontalHeader()->setSortIndicator(sorted, Qt::DescendingOrder);
    m_fit = new ColumnFit(table(), columns);
    connect(m_fit, &ColumnFit::hiddenChanged, this, [this] { updateTexts(); });
    const QItemSelectionModel *selection = table()->selectionModel();
    connect(selection, &QItemSelectionModel::currentRowChanged, this, [this] {
        if (!m_kept->isHolding())
            currentChanged();
    });
    connect(selection, &QItemSelectionModel::selectionChanged, this, [this] {
        if (!m_kept->isHolding())
            selectionChanged();
    });
    connect(m_paged, &QAbstractItemModel::modelReset, this, [this] {
        if (m_paged->isLoading()) // the rows are gone until the ledger answers
            followRows();
    });
}

void RecordListPage::setAccounts(const QStringList &accountIds)
{
    closeDialogs(this, m_accountIds, accountIds);
    m_accountIds = accountIds;
    m_everything = 0;
    clearCurrent();
    for (auto count = m_chipCounts.cbegin(); count != m_chipCounts.cend(); ++count)
        m_frame->chips()->chip(count.key())->setCount(-1);
    m_chipCounts.clear();
    m_frame->freezeUpdates();
    accountsChanged();
    applyFilter();
    m_firstRow = true;
    updateTexts();
}

void RecordListPage::emptyActionTriggered()
{
    if (m_frame->activeFilters() > 0)
        m_frame->clearFilters();
    else
        m_frame->setPeriod(ListFrame::Period::AllTime);
}

void RecordListPage::lookAtClock()
{
    applyFilter();
    table()->viewport()->update();
    if (table()->currentIndex().isValid())
        showRecord(table()->currentIndex().row());
}

void RecordListPage::focusSearch()
{
    m_frame->focusSearch();
}

void RecordListPage::togglePanel()
{
    m_frame->setPanelWanted(!m_frame->isPanelWanted());
}

void RecordListPage::rowsArrived()
{
    const bool isEmpty = m_paged->rowCount() == 0;
    const bool isFirst = std::exchange(m_firstRow, m_firstRow && isEmpty) && !isEmpty;
    const int row = m_currentKey != 0 ? m_paged->rowOf(m_currentKey) : isFirst ? 0 : -1;
    if (row >= 0 && selectedRows().size() <= 1 && table()->currentIndex().row() != row)
        m_frame->setCurrentRow(row);
    followRows();
}

void RecordListPage::followRows()
{
    currentChanged();
    selectionChanged();
}

void RecordListPage::currentChanged()
{
    showCurrent(table()->currentIndex());
}

void RecordListPage::showCurrent(const QModelIndex &current)
{
    if (current.isValid()) {
        m_currentKey = m_paged->keyOf(current.row());
        showRecord(current.row());
        m_frame->panel()->setNeighbours(current.row() > 0, current.row() + 1 < m_paged->rowCount());
    } else {
        if (!m_paged->isLoading()) // it may be among the rows that are being read
            m_currentKey = 0;
        forgetRecord();
    }
    m_frame->setHasCurrent(current.isValid());
    updateTexts();
}

void RecordListPage::clearCurrent()
{
    table()->selectionModel()->clear();
    m_currentKey = 0;
    m_firstRow = false;
    followRows();
}

QModelIndexList RecordListPage::selectedRows() const
{
    const QItemSelectionModel *selection = table()->selectionModel();
    return selection ? selection->selectedRows() : QModelIndexList();
}

void RecordListPage::setStatusTexts(const QString &count, const QString &sorted, const QString &message)
{
    const qsizetype selected = std::max<qsizetype>(selectedRows().size(), table()->currentIndex().isValid() ? 1 : 0);
    const QString hidden = m_fit->hiddenText();
    // Nobody knows how many there are.
    const QString all = (m_isUnread && m_paged->rowCount() == 0) || isNotLoaded() ? QString() : count;
    m_frame->statusLine()->setTexts(
        selected == 0 ? all
                      : tr("%1 · %2 selected", "“3 sessions”, how many of them").arg(all, QLocale().toString(selected)),
        !message.isEmpty() ? message
        : hidden.isEmpty() ? sorted
                           : hidden);
}

void RecordListPage::setEmptyState(const QString &title, const QString &text, const QString &action)
{
    if (m_isUnread)
        table()->setEmptyState(tr("This list could not be read"));
    else if (isNotLoaded())
        table()->setEmptyState(tr("This list could not be loaded"), m_whyNotLoaded);
    else
        table()->setEmptyState(title, text, action);
}

void RecordListPage::setNotLoaded(const QString &why)
{
    if (why == std::exchange(m_whyNotLoaded, why))
        return;
    showChipCounts();
    updateTexts();
}

void RecordListPage::setNoMatch(const QString &sentence)
{
    if (m_frame->activeFilters() > 0)
        setEmptyState(sentence, m_frame->filtersText(), tr("Clear filters"));
    else
        setEmptyState(sentence, tr("The period is: %1.", "“Last 7 days”").arg(ListFrame::periodText(m_frame->period())),
                      tr("Show all time"));
}

void RecordListPage::countChips(const QList<int> &ids,
                                const std::function<QFuture<checkout::Result<qint64>>(int id)> &count)
{
    for (const int id : ids)
        whenCounted(count(id), [this, id](qint64 records) { setChipCount(id, records); });
}

void RecordListPage::showChipCounts()
{
    for (auto count = m_chipCounts.cbegin(); count != m_chipCounts.cend(); ++count)
        m_frame->chips()->chip(count.key())->setCount(isNotLoaded() ? -1 : static_cast<int>(count.value()));
    m_frame->fitChips();
}

qint64 RecordListPage::chipCount() const
{
    return m_chipCounts.value(m_frame->status());
}

} // namespace tilldeck::ui

#include "moc_record_list_page.cpp"
