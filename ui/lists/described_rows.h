// SPDX-License-Identifier: GPL-3.0-or-later
// The rows of a long list as a view sees them: some are read, the others say nothing yet.
#pragma once

#include "ledger/page.h"
#include "ui/lists/list_model_base.h"
#include "ui/lists/read_rows.h"

#include <algorithm>
#include <limits>
#include <utility>

namespace tilldeck::ui {

/// Shows rows as columns describe them, and signals what becomes of them. Where they come from is up to ListModel.
template <class Row> class DescribedRows : public ListModelBase
{
public:
    static constexpr int windowSize = 100;
    static constexpr int mostRead = 1000; ///< Rows that are kept, besides those that are looked at.

    using ListModelBase::ListModelBase;

    int rowCount(const QModelIndex &parent = {}) const final { return parent.isValid() ? 0 : m_total; }
    QVariant data(const QModelIndex &index, int role) const final
    {
        if (!checkIndex(index, CheckIndexOption::IndexIsValid))
            return {};
        const Row *row = m_rows.at(index.row());
        if (role == PendingRole)
            return !row;
        if (row && (role == FoundRole || role == Qt::AccessibleDescriptionRole))
            return foundIn(*row, m_columns[static_cast<size_t>(index.column())], role);
        if (row)
            return m_columns[static_cast<size_t>(index.column())].data(*row, role);
        want(index.row());
        return role == Qt::AccessibleTextRole ? beingRead() : QVariant();
    }
    bool isRead(int row) const final { return m_rows.at(row); }
    bool isReadWhole() const final { return m_rows.size() == m_total; }
    /// Returns the record of a row that is read.
    const Row &record(int row) const { return *m_rows.at(row); }
    qint64 keyOf(int row) const final
    {
        const Row *read = m_rows.at(row);
        return read ? read->key : 0;
    }
    int rowOf(qint64 key) const final { return m_rows.positionOf(key); }
    const ReadRows<Row> &readRows() const { return m_rows; }

protected:
    using Rows = ReadRows<Row>;

    /// Sets what the list shows, and the column by which it is ordered at first.
    void setColumns(std::vector<Column<Row>> columns, int sorted, Qt::SortOrder order)
    {
        m_columns = std::move(columns);
        showColumns(m_columns, sorted, order);
    }
    /// Returns the order of the ledger.
    template <class Order> Order order() const
    {
        return {static_cast<typename Order::By>(m_columns[static_cast<size_t>(m_sortColumn)].sortKey.value_or(0)),
                m_sortOrder == Qt::AscendingOrder};
    }

    /// Sets the words whose parts are marked.
    void setSought(const QString &words) { m_sought = words; }

    void columnChanged(int column)
    {
        if (m_total > 0)
            emit dataChanged(index(0, column), index(m_total - 1, column));
    }
    static int countOf(qint64 total)
    {
        constexpr qint64 most = 40'000'000; // more pixels than a view can count
        return static_cast<int>(std::min(total, most));
    }

    void replace(const ledger::RowWindow<Row> &window)
    {
        if (m_total == 0 && window.total == 0)
            return;
        beginResetModel();
        m_rows.clear();
        m_total = countOf(window.total);
        m_fractionDigits = 0;
        keep(window);
        endResetModel();
    }
    void keep(const ledger::RowWindow<Row> &window)
    {
        int position = countOf(window.first);
        for (const Row &row : window.rows)
            m_rows.set(position++, row);
    }
    std::vector<RowRun> lookedAt() const
    {
        if (m_lookedAt)
            return m_lookedAt();
        if (m_rows.size() == 0)
            return {};
        const int first = m_rows.begin()->first; // no view: what was read last is looked at
        return {{first, std::min(std::prev(m_rows.end())->first + 1 - first, 4 * windowSize)}};
    }
    void trim(int middle)
    {
        const std::vector<RowRun> kept = lookedAt();
        m_rows.trim(middle, mostRead, [&kept](int row) {
            return std::ranges::any_of(kept, [row](const RowRun &run) { return run.contains(row); });
        });
    }

    /// Makes the rows @p next of @p total: those that stay are not touched, the others come, go or change.
    void become(Rows next, int total)
    {
        next.remove(total, std::numeric_limits<int>::max() - total); // the list became shorter meanwhile
        const std::vector<KeptPlace> kept = keptPlaces(m_rows.places(), next.places());
        // From the end, so that the rows above have the positions of before.
        RowRun before{0, m_total}, after{0, total};
        for (auto place = kept.rbegin(); place != kept.rend(); ++place) {
            followGap(next, {place->before + 1, before.end() - place->before - 1},
                      {place->after + 1, after.end() - place->after - 1});
            before.count = place->before;
            after.count = place->after;
        }
        followGap(next, before, after);
        const Rows was = std::exchange(m_rows, std::move(next));
        tellChanged(was);
    }
    void tellChanged(int first, int last) { emit dataChanged(index(first, 0), index(last, columnCount() - 1)); }
    /// The most decimals there were: the amounts on screen do not move as others are read.
    void measureAmounts()
    {
        int digits = m_fractionDigits;
        for (const auto &[position, row] : m_rows)
            digits = digitsOf(m_columns, row, digits);
        setFractionDigits(digits);
    }

    std::vector<Column<Row>> m_columns;
    Rows m_rows;
    int m_total = 0;

private:
    QVariant foundIn(const Row &row, const Column<Row> &column, int role) const
    {
        const FoundParts parts = m_sought.isEmpty() ? FoundParts() : column.found(row, m_sought);
        if (parts.empty())
            return {};
        return role == FoundRole ? QVariant::fromValue(parts) : QVariant(foundSpoken(column.text(row), parts));
    }
    /// Makes the rows between two that stay those that are there now.
    void followGap(const Rows &next, RowRun before, RowRun after)
    {
        // Where every row of now is known, those that are not among them are gone. Else they may stand between others.
        if (next.countIn(after.first, after.end()) == after.count) {
            for (int end = before.end(); end > before.first;) {
                int begin = end - 1;
                while (begin > before.first && isRead(begin - 1) == isRead(end - 1))
                    --begin;
                if (isRead(begin)) {
                    takeOut(begin, end - begin);
                    before.count -= end - begin;
                }
                end = begin;
            }
        }
        const int more = after.count - before.count;
        const bool atEnd = !next.at(after.first) && after.count > 0 && next.at(after.end() - 1);
        if (more > 0)
            putIn(next, atEnd ? before.end() : before.first, atEnd ? after.end() - more : after.first, more);
        else if (more < 0)
            takeOut(atEnd ? before.end() + more : before.first, -more);
    }
    void takeOut(int row, int count)
    {
        beginRemoveRows({}, row, row + count - 1);
        m_rows.remove(row, count);
        m_total -= count;
        endRemoveRows();
    }
    void putIn(const Rows &next, int row, int after, int count)
    {
        beginInsertRows({}, row, row + count - 1);
        m_rows.insert(row, count);
        m_total += count;
        for (int i = 0; i < count; ++i) {
            if (const Row *read = next.at(after + i))
                m_rows.set(row + i, *read);
        }
        endInsertRows();
    }
    /// Signals which rows say something else than those of @p was.
    void tellChanged(const Rows &was)
    {
        std::vector<int> changed;
        for (const auto &[row, record] : m_rows) {
            const Row *before = was.at(row);
            if (!before || *before != record)
                changed.push_back(row);
        }
        for (const auto &placed : was) {
            if (!isRead(placed.first))
                changed.push_back(placed.first);
        }
        std::ranges::sort(changed);
        for (size_t i = 0; i < changed.size();) {
            const size_t begin = i++;
            while (i < changed.size() && changed[i] == changed[i - 1] + 1)
                ++i;
            tellChanged(changed[begin], changed[i - 1]);
        }
    }

    QString m_sought; ///< The words that the filter looks for.
};

} // namespace tilldeck::ui
