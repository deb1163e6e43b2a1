// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "checkout/error.h"
#include "ui/lists/described_model.h"

#include <QTimer>

#include <functional>
#include <vector>

namespace tilldeck::ui {

/// Names rows of a list that stand below each other.
struct RowRun
{
    int first = 0;
    int count = 0;

    int end() const { return first + count; } ///< Returns the row behind the last.
    bool contains(int row) const { return row >= first && row < end(); }
};

/// What the pages use of every list of records of the ledger.
class ListModelBase : public DescribedModel
{
    Q_OBJECT

public:
    /// Returns the rows that are looked at: those on screen first, then those that are current or selected.
    using LookedAt = std::function<std::vector<RowRun>()>;

    explicit ListModelBase(QObject *parent);

    /// Returns true until the first answer for the current filter and order.
    bool isLoading() const { return !m_loaded; }
    virtual qint64 keyOf(int row) const = 0; ///< Returns 0 for a row that is not read.
    /// Returns -1 if the record is not among the rows that are read.
    virtual int rowOf(qint64 key) const = 0;
    virtual bool isRead(int row) const = 0;
    virtual bool isReadWhole() const = 0;
    bool canSortBy(int column) const final { return look(column) && look(column)->sortKey; }
    /// Sets what is looked at: it is what stays where it is when rows come or go, and what is kept in memory.
    void setLookedAt(LookedAt lookedAt) { m_lookedAt = std::move(lookedAt); }
    /// Has the rows read that will be looked at soon.
    void readAhead(int first, int last);
    /// Looks for a row that may not be read, and has it read. Emits found().
    virtual void seek(qint64 key) { emit found(key, rowOf(key)); }

    /// Looks for the first row, by the order of time that the list has, that is not later than @p day. Emits
    /// dayFound().
    virtual void seekDay(const QDate & /*day*/) {}

signals:
    void dayFound(int row);
    /// Emitted after each answer, even if it changed no row.
    void loaded();
    void failed(const tilldeck::checkout::Error &error);
    /// Emitted with the row that seek() looked for; -1: it is not in the list.
    void found(qint64 key, int row);

protected:
    static QVariant beingRead(); ///< Returns what a screen reader says of a row that is not read.
    /// Has @p row read, once the rows that are wanted in the same moment are known.
    void want(int row) const;
    /// Reads the rows that are wanted.
    virtual void readWanted() {}
    /// Called when an answer takes so long that the rows of the question before must not stay.
    virtual void dropOldRows() {}

    bool m_loaded = false;
    LookedAt m_lookedAt;
    mutable RowRun m_wanted;
    QTimer m_patience; ///< Runs while the rows of the question before may stay.

private:
    mutable QTimer m_soon;
};

} // namespace tilldeck::ui
