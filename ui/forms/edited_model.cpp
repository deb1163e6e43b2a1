// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/edited_model.h"

namespace tilldeck::ui {

Qt::ItemFlags EditedModel::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    return index.isValid() ? flags | Qt::ItemIsEditable : flags;
}

} // namespace tilldeck::ui

#include "moc_edited_model.cpp"
