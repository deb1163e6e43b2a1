// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "checkout/problem.h"
#include "ui/forms/form_row.h"

#include <QMap>

#include <vector>

class QLineEdit;
class QVBoxLayout;

namespace tilldeck::checkout {
struct SessionDraft;
}

namespace tilldeck::ui {

class DraftEditor;

/// The rows of a form, each found by the fields of the draft that it stands for.
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
    /// Null where the form has no such field.
    FormRow *row(checkout::Field field) const { return m_rows.value(int(field)); }
    /// PROBLEMS of whole fields stand on their rows; all other rows lose theirs.
    void setProblems(const std::vector<checkout::Problem> &problems);

private:
    QVBoxLayout *m_layout;
    QMap<int, FormRow *> m_rows;
};

/// CONTROLS beside each other at the leading edge of a row, no wider than they want to be.
QWidget *atStart(std::initializer_list<QWidget *> controls);

/// A line of text that holds one member of the draft, without blanks around it.
QLineEdit *makeTextEdit(DraftEditor *draft, QString checkout::SessionDraft::*member, checkout::Field field);

} // namespace tilldeck::ui
