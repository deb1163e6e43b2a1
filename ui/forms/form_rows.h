// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "checkout/problem.h"
#include "ui/forms/form_row.h"

#include <QMap>

#include <vector>

class QVBoxLayout;

namespace tilldeck::ui {

/// Holds the rows of a form. Each is found by the fields whose problems it shows.
class FormRows
{
public:
    explicit FormRows(QVBoxLayout *layout)
        : m_layout(layout)
    {
    }

    QVBoxLayout *layout() const { return m_layout; }
    FormRow *add(const QString &label, const QString &hint, QWidget *content,
                 std::initializer_list<checkout::Field> fields);
    /// Returns the row of @p field; null if the form has none.
    FormRow *row(checkout::Field field) const { return m_rows.value(int(field)); }
    /// Shows the problems of whole fields on their rows, and clears all other rows.
    void setProblems(const std::vector<checkout::Problem> &problems);

private:
    QVBoxLayout *m_layout;
    QMap<int, FormRow *> m_rows;
};

/// Returns a widget with @p controls beside each other at the leading edge, no wider than they want to be.
QWidget *atStart(std::initializer_list<QWidget *> controls);

} // namespace tilldeck::ui
