// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "checkout/capabilities.h"
#include "checkout/problem.h"
#include "ui/forms/model_rows.h"

#include <QVariant>

#include <vector>

namespace tilldeck::ui {

class AmountLabel;
class Label;
class LineItemModel;
class NumberField;

/// One line item: grip, what it is, quantity, unit price, amount, remove. A problem stands below it. Enter asks for the
/// next line.
class LineRow : public ModelRow
{
    Q_OBJECT

public:
    LineRow(LineItemModel *model, const QPersistentModelIndex &index, QWidget *parent);

    void refresh() override;
    virtual QWidget *field(checkout::Field field) const = 0;
    virtual void setPricesAsOf(const QString &) {}
    /// Takes those of PROBLEMS that stand on this row; none clears it.
    void setProblems(const std::vector<checkout::Problem> &problems);

signals:
    void draggedTo(QPoint globalPosition);
    void moveRequested(int by);
    void nextRequested();
    void removeRequested();

protected:
    /// Puts what is sold and its unit price where the columns have them.
    void arrange(QWidget *what, QWidget *unit, int unitWidth);
    LineItemModel *model() const { return m_model; }
    NumberField *quantity() const { return m_quantity; }
    QVariant cell(int column, int role) const;
    void write(int column, const QString &text);
    void keyPressEvent(QKeyEvent *event) override;

private:
    LineItemModel *m_model;
    NumberField *m_quantity;
    AmountLabel *m_amount;
    Label *m_problem;
};

/// Widths that the header above the rows shares with them.
namespace itemColumns {
inline constexpr int grip = 12;
inline constexpr int quantity = 58;
inline constexpr int amount = 86;
inline constexpr int remove = 28;
inline constexpr int end = 8;
/// 8 stand before it. Wider where it is typed.
inline int unit(const checkout::Capabilities &can)
{
    return can.inlineItems ? 112 : 78;
}
} // namespace itemColumns

} // namespace tilldeck::ui
