// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "checkout/problem.h"
#include "ui/forms/row_widgets.h"

namespace tilldeck::ui {

class CellCombo;
class CellEdit;
class CustomFieldModel;
class Label;

/// Edits one custom field: name, value, type, what it is attached to. A problem is shown below it.
class FieldRow : public RowWidget
{
    Q_OBJECT

public:
    FieldRow(CustomFieldModel *model, bool subscriptions, const QPersistentModelIndex &index,
             QWidget *parent = nullptr);

    void refresh() override;
    QWidget *firstField() override;
    void setProblems(const std::vector<checkout::Problem> &problems);
    QWidget *field(checkout::Field field) const;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void write(int column, const QVariant &value);

    CustomFieldModel *m_model;
    CellEdit *m_name;
    CellEdit *m_value;
    CellCombo *m_truth;
    CellCombo *m_type;
    CellCombo *m_attach;
    Label *m_problem;
};

/// Holds the widths that the header shares with the rows.
namespace fieldColumns {
inline constexpr int start = 3;
inline constexpr int name = 180;
inline constexpr int type = 96;
inline constexpr int attach = 112;
inline constexpr int remove = 28;
} // namespace fieldColumns

} // namespace tilldeck::ui
