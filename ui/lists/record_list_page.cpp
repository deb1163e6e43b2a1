// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lists/record_list_page.h"

#include "ui/lists/chip.h"
#include "ui/lists/detail_panel.h"
#include "ui/lists/kept_rows.h"
#include "ui/lists/list_columns.h"
#include "ui/lists/list_frame.h"
#include "ui/lists/table.h"
#include "ui/widgets/close_dialogs.h"
#include "ui/widgets/layouts.h"
#include "ui/widgets/page_header.h"

#include <algorithm>

namespace tilldeck::ui {

RecordListPage::RecordListPage(desk::Desk &desk, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
{
}

void RecordListPage::setList(ListModelBase *model, ListFrame *frame)
{
    m_paged = model;
    m_frame = frame;
    auto *layout = makeColumnLayout(this, 0);
    layout->addWidget(frame, 1);
    connect(table(), &Table::emptyActionTriggered, this, [this] { emptyActionTriggered(); });
    m_kept = new KeptRows(
        table(), model,
        [model](int row) { return model->isRead(row) ? QString::number(model->keyOf(row)) : QString(); },
        [model](const QString &key) { return model->rowOf(key.toLongLong()); });
    connect(m_kept, &KeptRows::leaving, this, [this](int row) { rowLeaving(row); });
    connect(model, &ListModelBase::loaded, this, [this] {
        m_frame->thawUpdates();
        table()->setLoading(false);
        m_frame->setNote({});
        m_isUnread = false;
        if (std::exchange(m_isShifted, false))
            letUnreadGo();
        if (!m_kept->settle()) {
            clearCurrent(); // nobody takes a row that moved up for the one that is gone
            recordLeft();
        }
        rowsArrived();
    });
    connect(model, &ListModelBase::found, this, [this](qint64 key, int row) {
        if (key != std::exchange(m_sought, 0))
            return;
        if (row >= 0) {
            m_currentKey = key;
            table()->setAutoScroll(false); // the list begins with what comes first now
            table()->selectionModel()->setCurrentIndex(m_paged->index(row, 0),
                                                       QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
            table()->setAutoScroll(true);
        }
        followRows();
    });
    connect(model, &ListModelBase::dayFound, this, [this](int row) {
        m_firstRow = false;
        table()->scrollTo(m_paged->index(row, 0), QAbstractItemView::PositionAtTop);
        m_frame->setCurrentRow(row);
        table()->setFocus(Qt::OtherFocusReason);
    });
    connect(table(), &Table::scrolled, this, [this] {
        const auto [first, last] = table()->rowsOnScreen();
        const int screen = last - first + 1;
        m_paged->readAhead(first - screen, last + screen);
    });
    connect(model, &ListModelBase::failed, this, [this](const checkout::Error &error) {
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

void RecordListPage::showColumns(const QString &accessibleName, const QString &list)
{
    table()->setAccessibleName(accessibleName);
    table()->setModel(m_paged);
    table()->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_columns = new ListColumns(table(), list, [this] { return m_desk.now(); });
    m_fit = m_columns->fit();
    for (const TimeLeftDelegate *timeLeft : table()->findChildren<TimeLeftDelegate *>())
        connect(timeLeft, &TimeLeftDelegate::timePassed, this, &RecordListPage::timePassed);
    m_paged->setLookedAt([this] { return lookedAt(); });
    connect(m_fit, &ColumnFit::hiddenChanged, this, [this] { updateTexts(); });
    connect(m_columns, &ListColumns::aboutToSort, this, [this] { m_sought = m_currentKey; });
    connect(m_columns, &ListColumns::sorted, this, [this] {
        table()->setLoading(m_paged->isLoading());
        updateTexts();
    });
    m_frame->addSpareTool(m_columns->makeButton());
    connectSelection();
    addGoToDate();
}

void RecordListPage::connectSelection()
{
    const QItemSelectionModel *selection = table()->selectionModel();
    connect(selection, &QItemSelectionModel::currentRowChanged, this, [this] {
        if (!m_kept->isHolding())
            currentChanged();
    });
    connect(selection, &QItemSelectionModel::selectionChanged, this, [this] {
        if (!m_kept->isHolding())
            selectionChanged();
    });
    for (const auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(m_paged, signal, this, [this] { m_isShifted = true; });
    connect(m_paged, &QAbstractItemModel::modelReset, this, [this] {
        if (m_paged->isLoading()) // the rows are gone until the ledger answers
            followRows();
    });
}

void RecordListPage::setAccounts(const QStringList &accountIds)
{
    closeDialogs(this, m_accountIds, accountIds);
    m_accountIds = accountIds;
    m_everything.reset();
    clearCurrent();
    m_frame->freezeUpdates();
    for (qint64 &count : m_chipCounts)
        count = -1;
    for (CountedBase *counted : std::as_const(m_counted))
        counted->forget();
    showChipCounts();
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
    if (m_sought != 0)
        return m_paged->seek(m_sought);
    if (m_wantedDay.isValid() && !m_paged->isLoading())
        m_paged->seekDay(std::exchange(m_wantedDay, {}));
    const bool isEmpty = m_paged->rowCount() == 0;
    const bool isFirst = std::exchange(m_firstRow, m_firstRow && isEmpty) && !isEmpty;
    const int row = m_currentKey != 0 ? m_paged->rowOf(m_currentKey) : isFirst ? 0 : -1;
    if (row >= 0 && selectedRowCount() <= 1 && table()->currentIndex().row() != row)
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

void RecordListPage::sayUnreadable(const checkout::Error &error)
{
    m_frame->setNote(error.sentence, error.details);
}

void RecordListPage::showCurrent(const QModelIndex &current)
{
    stopReadingCurrent();
    const bool isRead = current.isValid() && m_paged->isRead(current.row());
    m_frame->panel()->setWaiting(current.isValid() && !isRead);
    if (isRead) {
        m_currentKey = m_paged->keyOf(current.row());
        showRecord(current.row());
        m_frame->panel()->setNeighbours(current.row() > 0, current.row() + 1 < m_paged->rowCount());
    } else {
        if (current.isValid())
            m_paged->readAhead(current.row(), current.row());
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

std::vector<RowRun> RecordListPage::selectedRuns() const
{
    std::vector<RowRun> runs;
    if (const QItemSelectionModel *selection = table()->selectionModel()) {
        const QItemSelection selected = selection->selection();
        for (const QItemSelectionRange &range : selected) {
            if (range.isValid())
                runs.push_back({range.top(), range.height()});
        }
    }
    std::ranges::sort(runs, {}, &RowRun::first);
    return runs;
}

qint64 RecordListPage::selectedRowCount() const
{
    const QItemSelectionModel *selection = table()->selectionModel();
    return selection ? selectedCount(selection->selection()) : 0;
}

/// Ends the selection of rows that are not read, once others came or went: nobody knows whether they are still the ones
/// that were chosen.
void RecordListPage::letUnreadGo()
{
    if (table()->isAllSelected())
        return;
    QItemSelection gone;
    const std::vector<RowRun> runs = selectedRuns();
    for (const RowRun &run : runs) {
        const auto leave = [this, &gone](int first, int last) {
            gone.select(m_paged->index(first, 0), m_paged->index(last, m_paged->columnCount() - 1));
        };
        if (run.count > mostSingleRows)
            leave(run.first, run.end() - 1);
        for (int row = run.first; run.count <= mostSingleRows && row < run.end(); ++row) {
            if (!m_paged->isRead(row))
                leave(row, row);
        }
    }
    if (!gone.isEmpty())
        table()->selectionModel()->select(gone, QItemSelectionModel::Deselect);
}

bool RecordListPage::isFilterSelected() const
{
    return table()->isAllSelected() && !m_paged->isReadWhole();
}

std::vector<RowRun> RecordListPage::lookedAt() const
{
    constexpr size_t mostRuns = 20;
    constexpr int mostOfOne = 500;
    std::vector<RowRun> runs;
    const auto [first, last] = table()->rowsOnScreen();
    if (first >= 0)
        runs.push_back({first, last - first + 1});
    const auto add = [&runs](RowRun run) {
        if (runs.empty() || !runs.front().contains(run.first) || !runs.front().contains(run.end() - 1))
            runs.push_back(run);
    };
    if (const QModelIndex current = table()->currentIndex(); current.isValid())
        add({current.row(), 1});
    if (table()->isAllSelected())
        return runs;
    const std::vector<RowRun> selected = selectedRuns();
    for (const RowRun &run : selected) {
        if (run.count <= mostOfOne && runs.size() < mostRuns)
            add(run);
    }
    return runs;
}

void RecordListPage::setStatusTexts(const QString &count, const QString &newestFirst, const QString &message)
{
    const qint64 selected = std::max<qint64>(selectedRowCount(), table()->currentIndex().isValid() ? 1 : 0);
    const QString hidden = m_fit->hiddenText();
    // Nobody knows how many there are.
    QString all = (m_isUnread && m_paged->rowCount() == 0) || isNotLoaded() ? QString() : count;
    if (m_paged->isLoading() && !m_isUnread)
        all = tr("Counting…");
    m_frame->statusLine()->setTexts(
        selected == 0 ? all
                      : tr("%1 · %2 selected", "“3 sessions”, how many of them").arg(all, QLocale().toString(selected)),
        !message.isEmpty()  ? message
        : !hidden.isEmpty() ? hidden
                            : m_columns->sortedText(newestFirst));
}

void RecordListPage::setEmptyState(const QString &title, const QString &text, const QString &action)
{
    if (m_isUnread)
        table()->setEmptyState(tr("This list could not be read"));
    else if (isNotLoaded())
        table()->setEmptyState(tr("This list could not be loaded"), m_whyNotLoaded);
    else if (!m_everything)
        table()->setEmptyState(tr("Counting…")); // nobody knows yet whether there are none at all
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

void RecordListPage::setUnreadableSearch()
{
    setEmptyState(tr("This search cannot be read"), tr("What is wrong with it stands above."), tr("Clear filters"));
}

void RecordListPage::setNoMatch(const QString &sentence)
{
    if (m_frame->activeFilters() > 0)
        setEmptyState(sentence, m_frame->filtersText(), tr("Clear filters"));
    else
        setEmptyState(sentence, tr("The period is: %1.", "“Last 7 days”").arg(ListFrame::periodText(m_frame->period())),
                      tr("Show all time"));
}

void RecordListPage::countAgain(const QStringList &accountIds)
{
    if (std::ranges::none_of(accountIds, [this](const QString &id) { return m_accountIds.contains(id); }))
        return;
    for (CountedBase *counted : std::as_const(m_counted))
        counted->countAgain();
}

void RecordListPage::restartCounts()
{
    ++m_countGeneration;
    for (const auto &cancel : std::exchange(m_cancelCounts, {}))
        cancel();
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
    return std::max<qint64>(0, m_chipCounts.value(m_frame->status()));
}

} // namespace tilldeck::ui

#include "moc_record_list_page.cpp"
