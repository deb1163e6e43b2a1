// SPDX-License-Identifier: GPL-3.0-or-later
// A list of any length: it has as many rows as the filter lets through, and reads those that are looked at.
#pragma once

#include "accounts/account_store.h"
#include "ledger/ledger.h"
#include "ui/figures/account_name.h"
#include "ui/lists/described_rows.h"
#include "ui/widgets/when_done.h"

#include <QPointer>

#include <algorithm>
#include <utility>

namespace tilldeck::ui {

/// Lists the records that match a filter, in the order of a column, read by their positions. A row that is not read
/// says nothing (PendingRole) and is read when it is asked for; no more rows are kept than a few screens. A new filter
/// or order resets the model; refresh() looks where the rows that are looked at stand now, and signals what came and
/// went around them. @p Row has a member `key`, @p Filter a member `accountIds`.
template <class Row, class Filter> class ListModel : public DescribedRows<Row>
{
    using Base = DescribedRows<Row>;

public:
    using Answer = checkout::Result<ledger::RowWindow<Row>>;
    using Place = checkout::Result<std::optional<qint64>>;
    using Clock = std::function<QDateTime()>; ///< UTC
    using Base::canSortBy, Base::isLoading, Base::isRead, Base::keyOf, Base::rowOf, Base::windowSize;
    using Base::loaded, Base::failed, Base::found, Base::dayFound;

    ListModel(ledger::Ledger &ledger, accounts::AccountStore &accounts, Clock clock, QObject *parent)
        : Base(parent)
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
        if constexpr (requires { filter.text; })
            this->setSought(filter.text);
        m_loaded = false;
        if (otherAccounts)
            replace({});
        restart();
    }
    const Filter &filter() const { return m_filter; }

    /// Orders the list by @p column, if it has a sort key.
    void sort(int column, Qt::SortOrder order) final
    {
        if (!canSortBy(column) || (column == m_sortColumn && order == m_sortOrder))
            return;
        m_sortColumn = column;
        m_sortOrder = order;
        restart();
    }

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
    using Base::become, Base::countOf, Base::keep, Base::lookedAt, Base::measureAmounts, Base::replace, Base::trim;
    using Base::m_columns, Base::m_loaded, Base::m_rows, Base::m_sortColumn, Base::m_sortOrder, Base::m_total;
    using Base::m_patience, Base::m_wanted, Base::want;

    virtual QFuture<Answer> ask(const Filter &filter, ledger::RowRange range) = 0;
    virtual QFuture<Place> askPosition(qint64 key) = 0;

    /// Follows a change of the records of @p accountIds, if some of them are listed.
    void refreshAccounts(const QStringList &accountIds)
    {
        if (std::ranges::any_of(accountIds, [this](const QString &id) { return m_filter.accountIds.contains(id); }))
            refresh();
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
                this->tellChanged(first, first + static_cast<int>(answer->rows.size()) - 1);
            }
            answered(answer);
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
        stopCollecting(); // the rows stand elsewhere
        become(std::exchange(m_next, {}), m_nextTotal);
        m_question = Question::None;
        measureAmounts();
        emit loaded();
        goOn();
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

    Question m_question = Question::None;
    RowRun m_asked;              ///< Of the window that is on its way.
    bool m_again = false;        ///< Something changed since the question that is on its way.
    bool m_isUnreadable = false; ///< The last question failed: asking for each row again would not end.
    quint64 m_generation = 0;
    quint64 m_collected = 0;
    std::function<void()> m_cancel;
    std::vector<RowRun> m_runs; ///< Those that are to be found still, the last first.
    ReadRows<Row> m_next;       ///< What was found of them.
    int m_nextTotal = 0;
};

} // namespace tilldeck::ui
