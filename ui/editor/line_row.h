// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "checkout/capabilities.h"
#include "checkout/problem.h"
#include "ui/forms/row_widgets.h"

#include <QVariant>

#include <vector>

namespace tilldeck::ui {

class AmountLabel;
class Label;
class LineItemModel;
class NumberField;

/// Holds the widths that the header shares with the rows, at least.
namespace itemColumns {
inline constexpr int grip = 12;
inline constexpr int quantity = 58;
inline constexpr int amount = 86;
inline constexpr int remove = 28;
inline constexpr int end = 8;
/// Returns the width of the unit price, which is wider where it is typed.
inline int unit(const checkout::Capabilities &can)
{
    return can.takes(checkout::Field::Name) ? 112 : 78;
}
} // namespace itemColumns

/// The widths of the columns of figures, in pixels of the screen. They are those of the widest row: an amount is never
/// cut, the name gives way.
struct ItemWidths
{
    int quantity = 0;
    int unit = 0;
    int amount = 0;
};

/// Edits one line item: what it is, its quantity and unit price. A problem is shown below it; Enter leads to the next
/// line.
class LineRow : public RowWidget
{
    Q_OBJECT

public:
    LineRow(LineItemModel *model, const QPersistentModelIndex &index, QWidget *parent);

    /// A derived class emits refreshed() at its end.
    void refresh() override;
    virtual QWidget *field(checkout::Field field) const = 0;
    virtual void setPricesAsOf(const QString &) {}
    /// Returns the widths that the contents need.
    ItemWidths neededWidths() const;
    void setWidths(const ItemWidths &widths);
    /// Shows @p problems on the cells of this row, and clears all others.
    void setProblems(const std::vector<checkout::Problem> &problems);

signals:
    /// Emitted when the contents may need other widths.
    void refreshed();
    void draggedTo(QPoint globalPosition);
    void moveRequested(int by);
    void nextRequested();
    void removeRequested();

protected:
    /// Shows @p text below the row while there is no problem; none hides it.
    void setRemark(const QString &text);
    /// Lays out the row with @p what is sold and its @p unit price in their columns.
    void arrange(QWidget *what, QWidget *unit, int unitWidth);
    LineItemModel *model() const { return m_model; }
    NumberField *quantity() const { return m_quantity; }
    QVariant cell(int column, int role) const;
    void write(int column, const QString &text);
    void keyPressEvent(QKeyEvent *event) override;

private:
    LineItemModel *m_model;
    NumberField *m_quantity;
    QWidget *m_unit = nullptr;
    int m_unitLeast = 0;
    AmountLabel *m_amount;
    Label *m_problem;
    Label *m_remark;
};

} // namespace tilldeck::ui
