// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/catalog/catalog_model.h"

#include "money/format.h"
#include "ui/lists/roles.h"
#include "ui/style/theme.h"

#include <algorithm>

namespace tilldeck::ui {

CatalogModel::CatalogModel(CatalogKind kind, QObject *parent)
    : QAbstractTableModel(parent)
    , m_kind(kind)
{
}

void CatalogModel::setRows(std::vector<CatalogRow> rows)
{
    if (rows == m_rows)
        return;
    beginResetModel();
    m_rows = std::move(rows);
    m_fractionDigits = 0;
    for (const CatalogRow &row : m_rows)
        m_fractionDigits = std::max(m_fractionDigits, row.amount ? row.amount->currency().exponent() : 0);
    endResetModel();
}

int CatalogModel::rowOf(const QString &id) const
{
    const auto found = std::ranges::find(m_rows, id, &CatalogRow::id);
    return found == m_rows.end() ? -1 : static_cast<int>(found - m_rows.begin());
}

int CatalogModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int CatalogModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_kind == CatalogKind::Prices ? ColumnCount : Amount;
}

QVariant CatalogModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const CatalogRow &row = this->row(index.row());
    if (role == ToneRole && !row.isActive)
        return QVariant::fromValue(Tone::Text3);
    if (role == SecondaryTextRole && index.column() == Name && !row.isActive)
        return tr(", not active");
    if (role == AmountRole && index.column() == Amount && row.amount)
        return QVariant::fromValue(*row.amount);
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue((index.column() == Amount ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role == Qt::AccessibleTextRole && index.column() == Amount)
        return row.amount ? money::format(*row.amount, QLocale()) : tr("No amount");
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole && role != Qt::ToolTipRole)
        return {};
    switch (index.column()) {
    case Name:
        return row.name;
    case Detail:
        return row.detail;
    case Id:
        return row.id;
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
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
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
