// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/desk.h"
#include "ui/lists/column_fit.h"
#include "ui/lists/counted.h"
#include "ui/lists/detail_panel.h"
#include "ui/lists/list_frame.h"
#include "ui/lists/list_model_base.h"

#include <QDate>
#include <QHash>
#include <QModelIndex>
#include <QWidget>

#include <algorithm>
#include <functional>
#include <iterator>
#include <optional>

namespace tilldeck::ui {

class KeptRows;
class ListColumns;
class Table;

/// The base of the pages that list records of the ledger: sessions, payments, events. Keeps the current record current
/// while the list changes, counts the records of each chip, and says in the status line what the list holds.
class RecordListPage : public QWidget
{
    Q_OBJECT

public:
    /// Lists the records of @p accountIds, of which the first becomes current.
    void setAccounts(const QStringList &accountIds);
    /// Sets why an account was never listed in this run; empty where all were: an empty list would say that there is
    /// nothing.
    void setNotLoaded(const QString &why);
    /// Shows what the clock says now: the days that end today, and which times are of today.
    void lookAtClock();
    void focusSearch();
    void togglePanel();
    /// Asks for a day and makes the last record of it current.
    void goToDate();

protected:
    /// The id of the chip of all records: neither the number of a status, nor -1, which a button group uses.
    static constexpr int allChip = 100;
    /// Of more rows that are selected one by one, the records are not read.
    static constexpr int mostSingleRows = 5000;

    RecordListPage(desk::Desk &desk, QWidget *parent);

    /// Fills the page with @p frame, whose table shows @p model from showColumns() on.
    void setList(ListModelBase *model, ListFrame *frame);
    /// Shows the model as it describes its columns. @p list: see ListColumns.
    void showColumns(const QString &accessibleName, const QString &list);
    Table *table() const;

    /// Reads the records that match the filters of the frame and of the page.
    virtual void applyFilter() = 0;
    /// Called when m_accountIds changed, before the filter is applied.
    virtual void accountsChanged() {}
    /// Shows the record in @p row, of which the list knows what stands in its columns, in the panel: see whenWhole().
    virtual void showRecord(int row) = 0;
    /// Called when no record is current any more.
    virtual void forgetRecord() {}
    virtual void updateTexts() = 0;
    /// Called before rows go, with the one that is chosen: it may be among them. With -1 where several are.
    virtual void rowLeaving(int row) { Q_UNUSED(row) }
    /// Called when nothing of what was chosen is in the list any more; no row is current then.
    virtual void recordLeft() {}
    /// Called when rows were read. Makes the record current that was, or the first one after a change of accounts.
    virtual void rowsArrived();
    virtual void currentChanged();
    virtual void selectionChanged() { updateTexts(); }
    /// Called when the text of a remaining time in sight is another one by now, or that time is over.
    virtual void timePassed() {}
    /// Called when the button of the empty list is pressed.
    virtual void emptyActionTriggered();

    void showCurrent(const QModelIndex &current);
    /// Makes no record current and selects none, so that nothing can be done with the one before.
    void clearCurrent();
    /// Returns the selected rows, in the order of the list; one for each row that stands alone.
    std::vector<RowRun> selectedRuns() const;
    qint64 selectedRowCount() const;
    /// Returns whether all rows are selected and some of them are not read: what is done is done with the filter then.
    bool isFilterSelected() const;
    /// Calls @p take with the records of the selected rows of @p model: at once where they are read, else when they
    /// are; first with none.
    template <class Model, class Take> void whenSelectedRead(Model &model, Take take) const
    {
        using Record = std::decay_t<decltype(model.record(0))>;
        model.stopCollecting();
        const std::vector<RowRun> runs = selectedRuns();
        std::vector<Record> records;
        bool isRead = !isFilterSelected();
        for (const RowRun &run : runs) {
            for (int row = run.first; isRead && row < run.end(); ++row) {
                isRead = model.isRead(row);
                if (isRead)
                    records.push_back(model.record(row));
            }
        }
        if (!isRead)
            records.clear();
        take(std::move(records));
        if (!isRead && !isFilterSelected() && selectedRowCount() <= mostSingleRows)
            model.collect(runs, take);
    }
    /// Calls @p show with the whole record of the current row once it is read, unless another one is current by then.
    /// The panel shows nothing meanwhile, if it shows another record, not @p isShown.
    template <class Record, class Show>
    void whenWhole(const QFuture<checkout::Result<std::vector<Record>>> &reading, bool isShown, Show show)
    {
        m_frame->panel()->setWaiting(!isShown);
        whenRead(reading, m_currentReads, [this, show](const std::vector<Record> &whole) {
            if (whole.empty())
                return; // it is gone, and the list follows
            show(whole.front());
            m_frame->panel()->setWaiting(false);
        });
    }
    /// Calls @p take with the whole records of the selected rows, unless others are read meanwhile.
    template <class Record, class Take>
    void whenSelectedWhole(const QFuture<checkout::Result<std::vector<Record>>> &reading, Take take)
    {
        whenRead(reading, m_selectedReads, std::move(take));
    }
    void stopReadingCurrent() { ++m_currentReads; }
    void stopReadingSelected() { ++m_selectedReads; }
    template <class Row> static std::vector<qint64> keysOf(const std::vector<Row> &rows)
    {
        std::vector<qint64> keys;
        std::ranges::transform(rows, std::back_inserter(keys), &Row::key);
        return keys;
    }
    /// Says in the status line @p count and how many of the records are selected; at its end @p message, or without one
    /// @p newestFirst, or how the list is sorted else, unless columns are hidden.
    void setStatusTexts(const QString &count, const QString &newestFirst, const QString &message = {});
    /// Says in the empty list why it is empty, unless it could not be read.
    void setEmptyState(const QString &title, const QString &text = {}, const QString &action = {});
    /// Says in the empty list that nothing is looked for, because the search cannot be read.
    void setUnreadableSearch();
    /// Says @p sentence in the empty list, and offers to clear the filters.
    void setNoMatch(const QString &sentence);

    /// Makes a figure that is shown beside the list. It is forgotten when the accounts change, and counted again by
    /// countAgain().
    template <class Filter, class Figure>
    Counted<Filter, Figure> *makeCounted(typename Counted<Filter, Figure>::Ask ask,
                                         typename Counted<Filter, Figure>::Show show)
    {
        auto *counted = new Counted<Filter, Figure>(
            std::move(ask),
            [this, show = std::move(show)](const std::optional<Figure> &figure) {
                show(figure);
                showChipCounts();
                updateTexts();
            },
            this);
        m_counted.append(counted);
        return counted;
    }
    /// Counts again what is shown, if some of @p accountIds are listed.
    void countAgain(const QStringList &accountIds);

    /// Drops the counts that were requested earlier.
    void restartCounts();
    /// Calls @p show with a figure of the ledger, unless the counts were restarted meanwhile.
    template <class Figure, class Show> void whenCounted(const QFuture<checkout::Result<Figure>> &figure, Show show)
    {
        m_cancelCounts.append([asked = figure]() mutable { asked.cancel(); });
        whenDone(figure, this, [this, generation = m_countGeneration, show](const checkout::Result<Figure> &answer) {
            if (generation != m_countGeneration || !answer)
                return;
            show(*answer);
            showChipCounts();
            updateTexts();
        });
    }
    /// Shows the counts that @p count asks for on the chips @p ids.
    void countChips(const QList<int> &ids, const std::function<QFuture<checkout::Result<qint64>>(int id)> &count);
    /// Sets the count of a chip; nothing where it is not known.
    void setChipCount(int id, std::optional<qint64> count) { m_chipCounts.insert(id, count.value_or(-1)); }
    /// Returns the count of the chosen chip.
    qint64 chipCount() const;

    desk::Desk &m_desk;
    ListFrame *m_frame = nullptr;
    ColumnFit *m_fit = nullptr;
    QStringList m_accountIds;
    std::optional<qint64> m_everything; ///< Records of the accounts, whatever the filters; none: not counted yet.
    qint64 m_currentKey = 0;
    bool m_firstRow = false; ///< The first row becomes current, after a change of accounts.

private:
    /// Shows what is current and selected after a change of the rows that the selection does not report.
    void followRows();
    void showChipCounts();
    void sayUnreadable(const checkout::Error &error);
    /// Calls @p take with the answer, unless @p reads has changed meanwhile.
    template <class Record, class Take>
    void whenRead(const QFuture<checkout::Result<std::vector<Record>>> &reading, quint64 &reads, Take take)
    {
        const auto taken = [this, &reads, generation = ++reads,
                            take](const checkout::Result<std::vector<Record>> &whole) {
            if (generation != reads)
                return;
            if (whole)
                take(*whole);
            else
                sayUnreadable(whole.error());
        };
        if (isFinishedSoon(reading) && reading.resultCount() > 0)
            taken(reading.result());
        else
            whenDone(reading, this, taken);
    }
    /// Returns whether the list is empty because it could not be loaded: nobody knows how many records there are.
    bool isNotLoaded() const { return m_everything.value_or(0) == 0 && !m_whyNotLoaded.isEmpty(); }
    void connectSelection();
    void addGoToDate();
    void goTo(const QDate &day);
    std::vector<RowRun> lookedAt() const;
    void letUnreadGo();

    ListModelBase *m_paged = nullptr;
    KeptRows *m_kept = nullptr;
    ListColumns *m_columns = nullptr;
    bool m_isUnread = false;         ///< The last read failed.
    QString m_whyNotLoaded;          ///< Why an account was never listed in this run.
    QHash<int, qint64> m_chipCounts; ///< By the id of the chip; -1: not known.
    QList<CountedBase *> m_counted;
    QList<std::function<void()>> m_cancelCounts;
    quint64 m_countGeneration = 0;
    quint64 m_currentReads = 0, m_selectedReads = 0; ///< How often whole records were asked for.
    QDate m_wantedDay;                               ///< Where the list goes when it is read.
    qint64 m_sought = 0;                             ///< What was current before the list was sorted by another column.
    bool m_isShifted = false;                        ///< Rows came or went since the last answer.
};

} // namespace tilldeck::ui
