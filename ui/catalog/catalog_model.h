// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/catalog/catalog_items.h"
#include "ui/lists/item_model.h"

namespace tilldeck::ui {

/// Lists the items of one kind in a catalog.
class CatalogModel : public ItemModel<CatalogItem>
{
    Q_OBJECT

public:
    /// Amount is last because only prices have it.
    enum Columns { Name, Detail, Id, Amount, ColumnCount };

    explicit CatalogModel(CatalogKind kind, QObject *parent = nullptr);

    CatalogKind kind() const { return m_kind; }

private:
    static std::vector<Column<CatalogItem>> describe(CatalogKind kind);

    CatalogKind m_kind;
};

} // namespace tilldeck::ui
