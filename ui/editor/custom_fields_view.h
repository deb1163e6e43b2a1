// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "checkout/problem.h"

#include <QWidget>

#include <vector>

namespace tilldeck::ui {

class Button;
class CustomFieldModel;
class FieldRow;
class ModelRows;

/// The table of custom fields or metadata: each cell is edited where it stands.
class CustomFieldsView : public QWidget
{
    Q_OBJECT

public:
    /// SUBSCRIPTIONS: a field can be attached to the subscription.
    CustomFieldsView(CustomFieldModel *model, bool subscriptions, QWidget *parent = nullptr);

    void setProblems(const std::vector<checkout::Problem> &problems);
    QWidget *field(const checkout::Problem &problem) const;
    bool takes(checkout::Field field) const;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    FieldRow *fieldRow(int row) const;

    CustomFieldModel *m_model;
    QWidget *m_header;
    ModelRows *m_rows;
    Button *m_add;
};

} // namespace tilldeck::ui
