// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/catalog/catalog_model.h"

#include "money/format.h"

namespace tilldeck::ui {

using namespace Qt::StringLiterals;

CatalogModel::CatalogModel(CatalogKind kind, QObject *parent)
    : ItemModel(parent)
    , m_kind(kind)
{
    setColumns(describe(kind));
}

std::vector<Column<CatalogItem>> CatalogModel::describe(CatalogKind kind)
{
    using Item = CatalogItem;
    std::vector<Column<Item>> columns{
        {{.name = u"name"_s,
          .title =
              [kind] {
                  return kind == CatalogKind::Prices      ? tr("Product or price")
                         : kind == CatalogKind::Customers ? tr("Customer")
                                                          : tr("Route");
              },
          .kind = ColumnKind::Name,
          .minimum = px(160),
          .share = 2},
         &Item::name},
        {{.name = u"detail"_s,
          .title =
              [kind] {
                  return kind == CatalogKind::Prices      ? tr("Billed")
                         : kind == CatalogKind::Customers ? tr("E-mail")
                                                          : tr("Processors, in their order");
              },
          .minimum = px(140),
          .share = kind == CatalogKind::Routes ? 3 : 1},
         &Item::detail},
        {{.name = u"id"_s,
          .title = [] { return tr("ID"); },
          .kind = ColumnKind::Mono,
          .minimum = px(140),
          .share = 1,
          .hideOrder = 1},
         &Item::id},
    };
    for (Column<Item> &column : columns)
        column.tooltip = column.text;
    columns[Name].secondary = [](const Item &item) { return item.isActive ? QString() : tr(", not active"); };
    if (kind == CatalogKind::Prices) {
        columns.push_back({{.name = u"amount"_s,
                            .title = [] { return tr("Amount"); },
                            .kind = ColumnKind::Amount,
                            .minimum = px(134),
                            .sorting = Sorting::BySize},
                           [](const Item &) { return QString(); }});
        columns[Amount].amount = &Item::amount;
        columns[Amount].spoken = [](const Item &item) {
            return item.amount ? money::format(*item.amount, QLocale()) : tr("No amount");
        };
    }
    for (Column<Item> &column : columns)
        column.tone = [](const Item &item) { return item.isActive ? std::nullopt : std::optional(Tone::Text3); };
    return columns;
}

} // namespace tilldeck::ui

#include "moc_catalog_model.cpp"
