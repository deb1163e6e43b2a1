// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "checkout/problem.h"

#include <QWidget>

#include <vector>

namespace tilldeck::ui {

class Button;
class CustomFieldModel;
class FieldRow;
class RowWidgets;

/// Shows the custom fields or the metadata as a table whose cells are edited in place.
class CustomFieldsView : public QWidget
{
    Q_OBJECT

public:
    /// Offers to attach fields to the subscription if @p subscriptions is set.
    CustomFieldsView(CustomFieldModel *model, bool subscriptions, QWidget *parent = nullptr);

    void setProblems(const std::vector<checkout::Problem> &problems);
    QWidget *field(const checkout::Problem &problem) const;
    bool hasField(checkout::Field field) const;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    FieldRow *fieldRow(int row) const;

    CustomFieldModel *m_model;
    QWidget *m_header;
    RowWidgets *m_rows;
    Button *m_add;
};

} // namespace tilldeck::ui
