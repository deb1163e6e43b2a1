// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/editor/line_row.h"

class QLineEdit;

namespace tilldeck::ui {

/// Edits a line item by its name and the amount of one piece, in the currency of all items.
class NamedItemRow : public LineRow
{
    Q_OBJECT

public:
    NamedItemRow(LineItemModel *model, const QPersistentModelIndex &index, int unitWidth, QWidget *parent = nullptr);

    void refresh() override;
    QWidget *firstField() override;
    QWidget *field(checkout::Field field) const override;

private:
    QLineEdit *m_name;
    QLineEdit *m_unit;
};

} // namespace tilldeck::ui
