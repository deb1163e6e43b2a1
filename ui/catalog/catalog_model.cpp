// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/catalog/catalog_model.h"

#include "money/format.h"
#include "ui/lists/roles.h"
#include "ui/style/theme.h"

#include <algorithm>

namespace tilldeck::ui {

CatalogModel::CatalogModel(CatalogKind kind, QObject *parent)
    : ItemListModel(kind == CatalogKind::Prices ? ColumnCount : Amount, parent)
    , m_kind(kind)
{
}

void CatalogModel::setItems(std::vector<CatalogItem> items)
{
    if (items == m_items)
        return;
    beginResetModel();
    m_items = std::move(items);
    m_fractionDigits = 0;
    for (const CatalogItem &item : m_items)
        m_fractionDigits = std::max(m_fractionDigits, item.amount ? item.amount->currency().exponent() : 0);
    endResetModel();
}

QVariant CatalogModel::cell(const CatalogItem &item, int column, int role) const
{
    if (role == ToneRole && !item.isActive)
        return QVariant::fromValue(Tone::Text3);
    if (role == SecondaryTextRole && column == Name && !item.isActive)
        return tr(", not active");
    if (role == AmountRole && column == Amount && item.amount)
        return QVariant::fromValue(*item.amount);
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue((column == Amount ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role == Qt::AccessibleTextRole && column == Amount)
        return item.amount ? money::format(*item.amount, QLocale()) : tr("No amount");
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole && role != Qt::ToolTipRole)
        return {};
    switch (column) {
    case Name:
        return item.name;
    case Detail:
        return item.detail;
    case Id:
        return item.id;
    default:
        return {};
    }
}

QVariant CatalogModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == FractionDigitsRole && section == Amount)
        return m_fractionDigits;
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue((section == Amount ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    return ItemListModel::headerData(section, orientation, role);
}

QString CatalogModel::title(int column) const
{
    switch (column) {
    case Name:
        return m_kind == CatalogKind::Prices      ? tr("Product or price")
               : m_kind == CatalogKind::Customers ? tr("Customer")
                                                  : tr("Route");
    case Detail:
        return m_kind == CatalogKind::Prices      ? tr("Billed")
               : m_kind == CatalogKind::Customers ? tr("E-mail")
                                                  : tr("Processors, in their order");
    case Id:
        return tr("ID");
    case Amount:
        return tr("Amount");
    default:
        return {};
    }
}

} // namespace tilldeck::ui

#include "moc_catalog_model.cpp"
