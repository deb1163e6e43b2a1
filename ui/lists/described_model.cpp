// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lists/described_model.h"

#include <utility>

namespace tilldeck::ui {

int DescribedModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_looks.size());
}

const ColumnLook *DescribedModel::look(int column) const
{
    return column >= 0 && column < columnCount() ? m_looks[static_cast<size_t>(column)] : nullptr;
}

QVariant DescribedModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    const ColumnLook *column = orientation == Qt::Horizontal ? look(section) : nullptr;
    if (!column)
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return column->title();
    case Qt::InitialSortOrderRole:
        return column->isAscendingFirst() ? Qt::AscendingOrder : Qt::DescendingOrder;
    case Qt::TextAlignmentRole:
        return column->alignment();
    case FractionDigitsRole:
        return column->isAmount() ? QVariant(m_fractionDigits) : QVariant();
    default:
        return {};
    }
}

void DescribedModel::setFractionDigits(int digits)
{
    if (std::exchange(m_fractionDigits, digits) == digits)
        return;
    for (int column = 0; column < columnCount(); ++column) {
        if (look(column)->isAmount())
            emit headerDataChanged(Qt::Horizontal, column, column);
    }
}

} // namespace tilldeck::ui
