// SPDX-License-Identifier: GPL-3.0-or-later
// A list of any length: it has as many rows as the filter lets through, and reads those that are looked at.
#pragma once

#include "accounts/account_store.h"
#include "ledger/ledger.h"
#include "ui/figures/account_name.h"
#include "ui/lists/list_model_base.h"
#include "ui/lists/read_rows.h"
#include "ui/widgets/when_done.h"

#include <QPointer>

#include <algorithm>
#include <limits>
#include <utility>

namespace tilldeck::ui {

/// Lists the records that match a filter, in the order of a column, read by their positions. A row that is not read
/// says nothing (PendingRole) and is read when it is asked for; no more rows are kept than a few screens. A new filter
/// or order resets the model; refresh() looks where the rows that are looked at stand now, and signals what came and
/// went around them. @p Row has a member `key`, @p Filter a member `accountIds`.
template <class Row, class Filter> class ListModel : public ListModelBase
{
public:
    using Answer = checkout::Result<ledger::RowWindow<Row>>;
    using Place = checkout::Result<std::optional<qint64>>;
    using Clock = std::function<QDateTime()>; ///< UTC
    static constexpr int windowSize = 100;
    static constexpr int mostRead = 1000; ///< Rows that are kept, besides those that are looked at.

    ListModel(ledger::Ledger &ledger, accounts::AccountStore &accounts, Clock clock, QObject *parent)
        : ListModelBase(parent)
        , m_ledger(&ledger)
        , m_accounts(&accounts)
        , m_clock(std::move(clock))
    {
    }

    /// Reads the first rows of @p filter. Those of the filter before stay until the answer, for a moment at most, and
    /// not at all if they are of other accounts.
    void setFilter(const Filter &filter)
    {
        if (filter == m_filter && !isLoading())
            return;
        const bool otherAccounts = filter.accountIds != m_filter.accountIds;
        m_filter = filter;
        m_loaded = false;
        if (otherAccounts)
            replace({});
        restart();
    }
    const Filter &filter() const { return m_filter; }

    int rowCount(const QModelIndex &parent = {}) const final { return parent.isValid() ? 0 : m_total; }
    int columnCount(const QModelIndex &parent = {}) const final
    {
        return parent.isValid() ? 0 : static_cast<int>(m_columns.size());
    }
    QVariant data(const QModelIndex &index, int role) const final
    {
        if (!checkIndex(index, CheckIndexOption::IndexIsValid))
            return {};
        const Row *row = m_rows.at(index.row());
        if (role == PendingRole)
            return !row;
        if (row)
            return m_columns[static_cast<size_t>(index.column())].data(*row, role);
        want(index.row());
        return role == Qt::AccessibleTextRole ? beingRead() : QVariant();
    }
    QVariant headerData(int section, Qt::Orientation orientation, int role) const final
    {
        const ColumnLook *column = orientation == Qt::Horizontal ? look(section) : nullptr;
        if (!column)
            return {};
        if (role == Qt::DisplayRole)
            return column->title();
        if (role == Qt::InitialSortOrderRole)
            return column->isAscendingFirst() ? Qt::AscendingOrder : Qt::DescendingOrder;
        if (role == Qt::TextAlignmentRole)
            return m_columns[static_cast<size_t>(section)].alignment();
        return role == FractionDigitsRole && column->isAmount() ? QVariant(m_fractionDigits) : QVariant();
    }
    const ColumnLook *look(int column) const final
    {
        return column >= 0 && column < columnCount() ? &m_columns[static_cast<size_t>(column)] : nullptr;
    }
    /// Orders the list by @p column, if it has a sort key.
    void sort(int column, Qt::SortOrder order) final
    {
        const ColumnLook *by = look(column);
        if (!by || !by->sortKey || (column == m_sortColumn && order == m_sortOrder))
            return;
        m_sortColumn = column;
        m_sortOrder = order;
        restart();
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

    /// Looks where the rows that are looked at stand now, and reads them again.
    void refresh()
    {
        if (m_question == Question::Window) {
            drop();
            m_wanted = m_asked; // after the others
        }
        if (m_question == Question::None)
            follow();
        else
            m_again = true;
    }

    void seek(qint64 key) final
    {
        if (rowOf(key) >= 0)
            return emit found(key, rowOf(key));
        whenDone(askPosition(key), this, [this, key, generation = m_generation](const Place &place) {
            if (generation != m_generation)
                return seek(key); // in the list of now
            const bool isThere = place && *place && **place < m_total;
            if (isThere)
                want(static_cast<int>(**place));
            emit found(key, isThere ? static_cast<int>(**place) : -1);
        });
    }

    void seekDay(const QDate &day) final
    {
        // As many rows stand before it as are later; in the other order, all but those that are not earlier.
        const bool isAscending = m_sortOrder == Qt::AscendingOrder;
        Filter later = m_filter;
        const QDateTime since = (isAscending ? day : day.addDays(1)).startOfDay().toUTC();
        later.createdSince = later.createdSince.isValid() ? std::max(later.createdSince, since) : since;
        whenDone(ask(later, {0, 1}), this, [this, isAscending, generation = m_generation](const Answer &answer) {
            if (!answer || generation != m_generation || m_total == 0)
                return;
            const int count = countOf(answer->total);
            emit dayFound(std::clamp(isAscending ? m_total - count : count, 0, m_total - 1));
        });
    }

    /// Reads the rows of @p runs, in this order, and calls @p then with them, unless the list changed meanwhile or
    /// others were asked for.
    void collect(std::vector<RowRun> runs, std::function<void(std::vector<Row>)> then)
    {
        ++m_collected;
        collectNext(m_collected, std::move(runs), {}, std::move(then));
    }

    /// Has collect() call nobody.
    void stopCollecting() { ++m_collected; }

protected:
    virtual QFuture<Answer> ask(const Filter &filter, ledger::RowRange range) = 0;
    virtual QFuture<Place> askPosition(qint64 key) = 0;

    /// Sets what the list shows, and the column by which it is ordered at first.
    void setColumns(std::vector<Column<Row>> columns, int sorted, Qt::SortOrder order)
    {
        m_columns = std::move(columns);
        m_sortColumn = sorted;
        m_sortOrder = order;
    }
    /// Returns the order of the ledger.
    template <class Order> Order order() const
    {
        return {static_cast<typename Order::By>(m_columns[static_cast<size_t>(m_sortColumn)].sortKey.value_or(0)),
                m_sortOrder == Qt::AscendingOrder};
    }

    /// Follows a change of the records of @p accountIds, if some of them are listed.
    void refreshAccounts(const QStringList &accountIds)
    {
        if (std::ranges::any_of(accountIds, [this](const QString &id) { return m_filter.accountIds.contains(id); }))
            refresh();
    }
    void columnChanged(int column)
    {
        if (m_total > 0)
            emit dataChanged(index(0, column), index(m_total - 1, column));
    }
    /// Returns whether the rows are of several accounts, which a column then names.
    bool hasSeveralAccounts() const { return m_filter.accountIds.size() > 1; }
    QString accountText(const QString &accountId) const
    {
        return accountName(m_accounts, m_filter.accountIds, accountId);
    }

    QPointer<ledger::Ledger> m_ledger;
    QPointer<accounts::AccountStore> m_accounts;
    Clock m_clock;
    Filter m_filter;

private:
    enum class Question { None, Restart, Window, Follow };
    using Rows = ReadRows<Row>;

    static int countOf(qint64 total)
    {
        constexpr qint64 most = 40'000'000; // more pixels than a view can count
        return static_cast<int>(std::min(total, most));
    }

    /// Calls @p then with the answer, unless drop() was called meanwhile.
    template <class T, class Then> void whenAnswered(QFuture<T> future, Then then)
    {
        m_cancel = [future]() mutable { future.cancel(); };
        whenDone(future, this, [this, generation = m_generation, then = std::move(then)](const T &answer) {
            if (generation == m_generation)
                then(answer);
        });
    }
    void drop()
    {
        ++m_generation;
        ++m_collected;
        m_question = Question::None;
        if (m_cancel)
            std::exchange(m_cancel, {})();
    }

    void restart()
    {
        drop();
        m_again = false;
        m_loaded = false;
        m_wanted = {};
        m_question = Question::Restart;
        m_patience.start();
        whenAnswered(ask(m_filter, {0, windowSize}), [this](const Answer &answer) {
            m_question = Question::None;
            m_loaded = true;
            m_patience.stop();
            m_isUnreadable = !answer;
            replace(answer ? *answer : ledger::RowWindow<Row>()); // the rows of the filter before would be a lie
            answered(answer);
        });
    }
    void dropOldRows() final
    {
        if (isLoading())
            replace({});
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
    void answered(const Answer &answer)
    {
        if (answer) {
            measureAmounts();
            emit loaded();
        } else {
            emit failed(answer.error());
        }
        goOn();
    }
    void goOn()
    {
        if (m_question != Question::None)
            return; // a signal has asked already
        if (std::exchange(m_again, false))
            follow();
        else
            readWanted();
    }

    void readWanted() final
    {
        if (m_wanted.count == 0 || m_question == Question::Restart || m_question == Question::Follow || m_isUnreadable)
            return;
        const int first = m_wanted.first / windowSize * windowSize;
        const int end = std::min(m_total, (m_wanted.end() - 1) / windowSize * windowSize + windowSize);
        if (first >= end || m_rows.countIn(m_wanted.first, std::min(end, m_wanted.end())) == m_wanted.count) {
            m_wanted = {};
            return;
        }
        if (m_question == Question::Window) {
            if (m_asked.first <= first && m_asked.end() >= end)
                return;
            drop(); // nobody looks at those rows any more
        }
        m_question = Question::Window;
        m_asked = {first, end - first};
        m_wanted = {};
        whenAnswered(ask(m_filter, {first, end - first}), [this](const Answer &answer) {
            m_question = Question::None;
            m_isUnreadable = !answer;
            if (answer && countOf(answer->total) != m_total)
                return refresh(); // others came or went meanwhile
            if (answer && !answer->rows.empty()) {
                const int first = countOf(answer->first);
                keep(*answer);
                trim(first);
                emit dataChanged(index(first, 0),
                                 index(first + static_cast<int>(answer->rows.size()) - 1, columnCount() - 1));
            }
            answered(answer);
        });
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

    /// Finds out where the rows that are looked at stand now, run by run, and reads them there.
    void follow()
    {
        m_question = Question::Follow;
        m_next = {};
        m_nextTotal = m_total;
        m_runs = lookedAt();
        if (m_runs.empty())
            m_runs = {{0, 1}};
        std::ranges::reverse(m_runs);
        followNext();
    }
    void followNext()
    {
        if (m_runs.empty())
            return arrive();
        const RowRun run = m_runs.back();
        m_runs.pop_back();
        if (run.first == 0) // at the beginning, what comes is to be seen
            readRun(0, {0, std::max(run.count, windowSize)});
        else
            locate(run, run.first, 0);
    }
    void locate(RowRun run, int from, int tries)
    {
        constexpr int mostTries = 5;
        while (from < run.end() && !isRead(from))
            ++from;
        if (from >= run.end() || tries == mostTries)
            return readRun(run.first, run);
        whenAnswered(askPosition(keyOf(from)), [this, run, from, tries](const Place &place) {
            if (!place)
                return stopFollowing(place.error());
            if (!*place)
                return locate(run, from + 1, tries + 1); // that one has left the list
            readRun(std::max(0, countOf(**place) - (from - run.first)), run);
        });
    }
    void readRun(int first, RowRun run)
    {
        const int margin = run.count > 1 ? windowSize / 2 : 0;
        const int begin = std::max(0, first - margin);
        whenAnswered(ask(m_filter, {begin, first - begin + run.count + margin}), [this](const Answer &answer) {
            if (!answer)
                return stopFollowing(answer.error());
            m_nextTotal = countOf(answer->total);
            int position = countOf(answer->first);
            for (const Row &row : answer->rows)
                m_next.set(position++, row);
            followNext();
        });
    }
    void stopFollowing(const checkout::Error &error)
    {
        m_question = Question::None;
        m_loaded = true;
        emit failed(error);
        goOn();
    }
    void arrive()
    {
        m_isUnreadable = false;
        m_loaded = true;
        stopCollecting();                                                          // the rows stand elsewhere
        m_next.remove(m_nextTotal, std::numeric_limits<int>::max() - m_nextTotal); // the list became shorter meanwhile
        const std::vector<KeptPlace> kept = keptPlaces(m_rows.places(), m_next.places());
        // From the end, so that the rows above have the positions of before.
        RowRun before{0, m_total}, after{0, m_nextTotal};
        for (auto place = kept.rbegin(); place != kept.rend(); ++place) {
            followGap({place->before + 1, before.end() - place->before - 1},
                      {place->after + 1, after.end() - place->after - 1});
            before.count = place->before;
            after.count = place->after;
        }
        followGap(before, after);
        Rows was = std::exchange(m_rows, std::exchange(m_next, {}));
        tellChanged(was);
        m_question = Question::None;
        measureAmounts();
        emit loaded();
        goOn();
    }
    /// Makes the rows between two that stay those that are there now.
    void followGap(RowRun before, RowRun after)
    {
        // Where every row of now is known, those that are not among them are gone. Else they may stand between others.
        if (m_next.countIn(after.first, after.end()) == after.count) {
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
        const bool atEnd = !m_next.at(after.first) && after.count > 0 && m_next.at(after.end() - 1);
        if (more > 0)
            putIn(atEnd ? before.end() : before.first, atEnd ? after.end() - more : after.first, more);
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
    void putIn(int row, int after, int count)
    {
        beginInsertRows({}, row, row + count - 1);
        m_rows.insert(row, count);
        m_total += count;
        for (int i = 0; i < count; ++i) {
            if (const Row *read = m_next.at(after + i))
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
            emit dataChanged(index(changed[begin], 0), index(changed[i - 1], columnCount() - 1));
        }
    }

    /// The most decimals there were: the amounts on screen do not move as others are read.
    void measureAmounts()
    {
        int digits = m_fractionDigits;
        for (const Column<Row> &column : m_columns) {
            if (column.kind != ColumnKind::Amount)
                continue;
            for (const auto &[position, row] : m_rows) {
                const auto amount = column.amount(row);
                digits = std::max(digits, amount ? amount->currency().exponent() : 0);
            }
        }
        if (std::exchange(m_fractionDigits, digits) == digits)
            return;
        for (int column = 0; column < columnCount(); ++column) {
            if (look(column)->isAmount())
                emit headerDataChanged(Qt::Horizontal, column, column);
        }
    }

    void collectNext(quint64 generation, std::vector<RowRun> runs, std::vector<Row> rows,
                     std::function<void(std::vector<Row>)> then)
    {
        if (runs.empty())
            return then(std::move(rows));
        RowRun &run = runs.front();
        const int count = std::min(run.count, 5 * windowSize);
        const RowRun part{run.first, count};
        run = {run.first + count, run.count - count};
        if (run.count == 0)
            runs.erase(runs.begin());
        whenDone(ask(m_filter, {part.first, part.count}), this,
                 [this, generation, runs = std::move(runs), rows = std::move(rows), then = std::move(then),
                  part](const Answer &answer) mutable {
                     if (generation != m_collected || !answer || countOf(answer->total) != m_total ||
                         static_cast<int>(answer->rows.size()) != part.count)
                         return;
                     rows.insert(rows.end(), answer->rows.begin(), answer->rows.end());
                     collectNext(generation, std::move(runs), std::move(rows), std::move(then));
                 });
    }

    std::vector<Column<Row>> m_columns;
    Rows m_rows;
    int m_total = 0;
    int m_fractionDigits = 0;
    Question m_question = Question::None;
    RowRun m_asked;              ///< Of the window that is on its way.
    bool m_again = false;        ///< Something changed since the question that is on its way.
    bool m_isUnreadable = false; ///< The last question failed: asking for each row again would not end.
    quint64 m_generation = 0;
    quint64 m_collected = 0;
    std::function<void()> m_cancel;
    std::vector<RowRun> m_runs; ///< Those that are to be found still, the last first.
    Rows m_next;                ///< What was found of them.
    int m_nextTotal = 0;
};

} // namespace tilldeck::ui
