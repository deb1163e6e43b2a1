// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/forms/form_dialog.h"

#include <QDate>

namespace tilldeck::ui {

class DateField;

/// Asks for the day to which a list goes. Open it with open(); it deletes itself when it is closed.
class GoToDate : public FormDialog
{
    Q_OBJECT

public:
    GoToDate(const QDate &today, QWidget *parent);

signals:
    void chosen(const QDate &day);

private:
    void submit();

    DateField *m_day;
    FormRow *m_row;
};

} // namespace tilldeck::ui
