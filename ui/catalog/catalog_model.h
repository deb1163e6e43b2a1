// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/catalog/catalog_rows.h"

#include <QAbstractTableModel>

namespace tilldeck::ui {

/// One of the lists of a catalog.
class CatalogModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    /// Amount is the last one: only prices have it.
    enum Columns { Name, Detail, Id, Amount, ColumnCount };

    explicit CatalogModel(CatalogKind kind, QObject *parent = nullptr);

    void setRows(std::vector<CatalogRow> rows);
    const CatalogRow &row(int row) const { return m_rows[static_cast<size_t>(row)]; }
    int rowOf(const QString &id) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    CatalogKind m_kind;
    std::vector<CatalogRow> m_rows;
    int m_fractionDigits = 2;
};

} // namespace tilldeck::ui
