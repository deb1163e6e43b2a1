// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QItemSelection>
#include <QObject>
#include <QStringList>

#include <functional>
#include <optional>

class QTableView;
class QAbstractItemModel;

namespace tilldeck::ui {

/// Returns how many rows a selection of whole rows has, without looking at each.
qint64 selectedCount(const QItemSelection &selection);

/// Keeps what is current and selected in a table while its model takes rows out and puts some of them in again: the
/// view itself would go on to a neighbour of each, which nobody has chosen. A page looks at its table only while
/// isHolding() is false, and calls settle() when the rows have arrived.
class KeptRows : public QObject
{
    Q_OBJECT

public:
    using KeyOf = std::function<QString(int row)>;        ///< Returns nothing for a row that is not read.
    using RowOf = std::function<int(const QString &key)>; ///< Returns -1 for a row that is not there.

    /// Made before the table has the model, so that it sees a change before the table does.
    KeptRows(QTableView *table, QAbstractItemModel *model, KeyOf keyOf, RowOf rowOf);

    bool isHolding() const { return m_held.has_value(); }
    /// Makes the same rows current and selected that were so before rows were taken out. Returns false, with no row
    /// current, where none of them is there any more.
    bool settle();

signals:
    /// Emitted before rows go, with the one row that is chosen, which may be among them; with -1 where several are.
    void leaving(int current);

private:
    struct Held
    {
        bool isAll = false; ///< All rows are selected, and stay so.
        QString current;
        QStringList selected;
    };

    void hold();

    QTableView *m_table;
    KeyOf m_keyOf;
    RowOf m_rowOf;
    std::optional<Held> m_held;
};

} // namespace tilldeck::ui
