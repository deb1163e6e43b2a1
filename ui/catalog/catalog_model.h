// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/catalog/catalog_items.h"
#include "ui/lists/item_list_model.h"

namespace tilldeck::ui {

/// Lists the items of one kind in a catalog.
class CatalogModel : public ItemListModel<CatalogItem>
{
    Q_OBJECT

public:
    /// Amount is last because only prices have it.
    enum Columns { Name, Detail, Id, Amount, ColumnCount };

    explicit CatalogModel(CatalogKind kind, QObject *parent = nullptr);

    CatalogKind kind() const { return m_kind; }
    void setItems(std::vector<CatalogItem> items);

    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

protected:
    QVariant cell(const CatalogItem &item, int column, int role) const override;
    QString title(int column) const override;

private:
    CatalogKind m_kind;
    int m_fractionDigits = 2;
};

} // namespace tilldeck::ui
