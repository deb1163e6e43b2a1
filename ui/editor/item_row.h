// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "checkout/problem.h"
#include "ui/editor/model_rows.h"

#include <functional>

namespace tilldeck::ui {

class AmountLabel;
class ChoiceField;
struct Choice;
class IconButton;
class Label;
class LineItemModel;
class NumberField;

/// One line item: grip, price, quantity, unit price, amount, remove. A problem stands below it.
class ItemRow : public ModelRow
{
    Q_OBJECT

public:
    ItemRow(LineItemModel *model, const QPersistentModelIndex &index, std::function<std::vector<Choice>()> prices,
            QWidget *parent = nullptr);

    void refresh() override;
    QWidget *firstField() override;
    void setPricesAsOf(const QString &asOf);
    /// Takes those of PROBLEMS that stand on this row; none clears it.
    void setProblems(const std::vector<checkout::Problem> &problems);
    QWidget *field(checkout::Field field) const;

Q_SIGNALS:
    void draggedTo(QPoint globalPosition);
    void moveRequested(int by);
    void removeRequested();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    LineItemModel *m_model;
    ChoiceField *m_price;
    NumberField *m_quantity;
    AmountLabel *m_unit;
    AmountLabel *m_amount;
    Label *m_problem;
};

/// Widths that the header above the rows shares with them.
namespace itemColumns {
inline constexpr int grip = 12;
inline constexpr int quantity = 58;
inline constexpr int unit = 78; // and 8 before it
inline constexpr int amount = 86;
inline constexpr int remove = 28;
inline constexpr int end = 8;
} // namespace itemColumns

} // namespace tilldeck::ui
