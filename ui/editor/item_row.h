// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/editor/line_row.h"

#include <functional>

namespace tilldeck::ui {

class ChoiceField;
struct Choice;

/// Edits a line item that is a price of the catalog.
class ItemRow : public LineRow
{
    Q_OBJECT

public:
    ItemRow(LineItemModel *model, const QPersistentModelIndex &index, std::function<std::vector<Choice>()> prices,
            int unitWidth, QWidget *parent = nullptr);

    void refresh() override;
    QWidget *firstField() override;
    QWidget *field(checkout::Field field) const override;
    void setPricesAsOf(const QString &asOf) override;

private:
    ChoiceField *m_price;
    AmountLabel *m_unit;
};

} // namespace tilldeck::ui
