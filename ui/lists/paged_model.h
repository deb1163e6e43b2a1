// SPDX-License-Identifier: GPL-3.0-or-later
// A table that reads the ledger page by page and follows its changes without a reset.
#pragma once

#include "accounts/account_store.h"
#include "ledger/ledger.h"
#include "ui/figures/account_name.h"
#include "ui/lists/list_model_base.h"
#include "ui/widgets/when_done.h"

#include <QHash>
#include <QPointer>

#include <algorithm>
#include <functional>
#include <utility>
#include <vector>

namespace tilldeck::ui {

/// Lists the records that match a filter, newest first, by the ledger's page keys, as far as the list was scrolled.
/// @p Record has a member `key`, @p Filter a member `accountIds`. Only a new filter resets the model; refresh() signals
/// exactly which rows were added, removed or changed.
template <class Record, class Filter> class PagedModel : public ListModelBase
{
public:
    using Answer = checkout::Result<ledger::RecordPage<Record>>;
    using Clock = std::function<QDateTime()>; ///< UTC
    static constexpr int pageSize = 100;

    PagedModel(ledger::Ledger &ledger, accounts::AccountStore &accounts, Clock clock, int columns, QObject *parent)
        : ListModelBase(parent)
        , m_ledger(&ledger)
        , m_accounts(&accounts)
        , m_clock(std::move(clock))
        , m_columns(columns)
    {
    }

    /// Reads the first page of @p filter. The rows stay until the answer, unless they are of other accounts.
    void setFilter(const Filter &filter)
    {
        if (filter == m_filter && !isLoading())
            return;
        const bool otherAccounts = filter.accountIds != m_filter.accountIds;
        m_filter = filter;
        ++m_generation; // answers to earlier queries are dropped
        m_again = m_moreAfter = false;
        m_loaded = false;
        if (otherAccounts)
            replace({}, false);
        start(Ask::Restart);
    }
    const Filter &filter() const { return m_filter; }

    int rowCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
    }
    int columnCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : m_columns; }
    QVariant data(const QModelIndex &index, int role) const final
    {
        return checkIndex(index, CheckIndexOption::IndexIsValid) ? cell(record(index.row()), index.column(), role)
                                                                 : QVariant();
    }
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override
    {
        return orientation == Qt::Horizontal && role == Qt::DisplayRole ? QVariant(title(section)) : QVariant();
    }
    bool canFetchMore(const QModelIndex &parent) const override
    {
        return !parent.isValid() && m_more && (!m_busy || m_refreshing);
    }
    void fetchMore(const QModelIndex &parent) override
    {
        if (!canFetchMore(parent))
            return;
        if (m_busy)
            m_moreAfter = true;
        else
            start(Ask::More);
    }

    bool isRead(int /*row*/) const override { return true; }
    bool isReadWhole() const override { return !m_more; }
    const Record &record(int row) const { return m_rows[static_cast<size_t>(row)]; }
    qint64 keyOf(int row) const override { return record(row).key; }
    int rowOf(qint64 key) const override
    {
        const auto found = std::ranges::find(m_rows, key, &Record::key);
        return found == m_rows.end() ? -1 : static_cast<int>(found - m_rows.begin());
    }

    /// Reads the shown rows again.
    void refresh()
    {
        if (m_busy)
            m_again = true;
        else
            start(Ask::Refresh);
    }

protected:
    virtual QFuture<Answer> ask(ledger::PageKey after, int limit) = 0;
    virtual QVariant cell(const Record &record, int column, int role) const = 0;
    virtual QDateTime createdAt(const Record &row) const = 0;
    virtual QString title(int column) const = 0;
    /// Called after every change of the rows.
    virtual void rowsChanged() {}

    const std::vector<Record> &rows() const { return m_rows; }

    /// Reads the shown rows again if they may be of @p accountIds, whose records changed.
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
    enum class Ask { Restart, More, Refresh };

    void start(Ask what)
    {
        m_busy = true;
        m_refreshing = what == Ask::Refresh;
        ledger::PageKey after;
        if (what == Ask::More && !m_rows.empty())
            after = {createdAt(m_rows.back()), m_rows.back().key};
        const int limit = what == Ask::Refresh ? rowCount() + pageSize : pageSize;
        whenDone(ask(after, limit), this, [this, what, generation = m_generation](const Answer &answer) {
            if (generation == m_generation)
                applyAnswer(what, answer);
        });
    }

    void applyAnswer(Ask what, const Answer &answer)
    {
        m_loaded = true; // still busy: views ask for more from within the signals below
        m_refreshing = false;
        if (!answer) {
            if (what == Ask::Restart)
                replace({}, false); // the rows of the filter before would be a lie
            emit failed(answer.error());
        } else {
            if (what == Ask::Restart)
                replace(answer->rows, answer->more);
            else if (what == Ask::More)
                append(*answer);
            else
                follow(*answer);
            rowsChanged();
            emit loaded();
        }
        m_busy = false;
        if (std::exchange(m_again, false))
            start(Ask::Refresh);
        else if (std::exchange(m_moreAfter, false) && m_more)
            start(Ask::More);
    }

    void replace(std::vector<Record> rows, bool more)
    {
        beginResetModel();
        m_rows = std::move(rows);
        m_more = more;
        endResetModel();
    }

    void append(const ledger::RecordPage<Record> &page)
    {
        m_more = page.more;
        if (page.rows.empty())
            return;
        beginInsertRows({}, rowCount(), rowCount() + static_cast<int>(page.rows.size()) - 1);
        m_rows.insert(m_rows.end(), page.rows.begin(), page.rows.end());
        endInsertRows();
    }

    /// Keeps as many rows as were shown: what the answer holds below the last of them is left for fetchMore().
    void follow(const ledger::RecordPage<Record> &page)
    {
        std::vector<Record> next = page.rows;
        m_more = page.more;
        if (next.size() > m_rows.size() && !m_rows.empty()) {
            const auto last = std::ranges::find(next, m_rows.back().key, &Record::key);
            const size_t shown = last != next.end() ? static_cast<size_t>(last - next.begin()) + 1 : m_rows.size();
            const size_t kept = std::min(next.size(), std::max(shown, static_cast<size_t>(pageSize)));
            m_more = m_more || kept < next.size();
            next.erase(next.begin() + static_cast<std::ptrdiff_t>(kept), next.end());
        }
        removeMissing(next);
        insertNew(next);
        updateChanged(next);
    }

    void removeMissing(const std::vector<Record> &next)
    {
        QHash<qint64, int> places;
        for (size_t i = 0; i < next.size(); ++i)
            places.insert(next[i].key, static_cast<int>(i));
        std::vector<bool> stays;
        int lastPlace = -1;
        for (const Record &row : m_rows) {
            const int place = places.value(row.key, -1);
            stays.push_back(place > lastPlace); // a row that moved up goes and comes back at its new place
            lastPlace = std::max(lastPlace, place);
        }
        for (int end = rowCount(); end > 0;) {
            const bool gone = !stays[static_cast<size_t>(end - 1)];
            int begin = end - 1;
            while (begin > 0 && stays[static_cast<size_t>(begin - 1)] != gone)
                --begin;
            if (gone) {
                beginRemoveRows({}, begin, end - 1);
                m_rows.erase(m_rows.begin() + begin, m_rows.begin() + end);
                endRemoveRows();
            }
            end = begin;
        }
    }

    void insertNew(const std::vector<Record> &next)
    {
        for (size_t i = 0; i < next.size();) {
            if (i < m_rows.size() && m_rows[i].key == next[i].key) {
                ++i;
                continue;
            }
            const qint64 stop = i < m_rows.size() ? m_rows[i].key : 0;
            size_t end = i;
            while (end < next.size() && (i >= m_rows.size() || next[end].key != stop))
                ++end;
            beginInsertRows({}, static_cast<int>(i), static_cast<int>(end) - 1);
            m_rows.insert(m_rows.begin() + static_cast<std::ptrdiff_t>(i),
                          next.begin() + static_cast<std::ptrdiff_t>(i),
                          next.begin() + static_cast<std::ptrdiff_t>(end));
            endInsertRows();
            i = end;
        }
    }

    void updateChanged(const std::vector<Record> &next)
    {
        for (size_t i = 0; i < next.size(); ++i) {
            const size_t begin = i;
            while (i < next.size() && m_rows[i] != next[i]) {
                m_rows[i] = next[i];
                ++i;
            }
            if (i > begin)
                emit dataChanged(index(static_cast<int>(begin), 0), index(static_cast<int>(i) - 1, columnCount() - 1));
        }
    }

    int m_columns;
    std::vector<Record> m_rows;
    bool m_more = false;
    bool m_busy = false;
    bool m_refreshing = false;
    bool m_again = false;
    bool m_moreAfter = false; ///< Whether a view asked for more rows during the refresh.
    quint64 m_generation = 0;
};

} // namespace tilldeck::ui
