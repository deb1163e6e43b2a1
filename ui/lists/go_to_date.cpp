// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lists/go_to_date.h"

#include "ui/forms/date_field.h"
#include "ui/forms/form_row.h"
#include "ui/widgets/button.h"

namespace tilldeck::ui {

using namespace Qt::StringLiterals;

GoToDate::GoToDate(const QDate &today, QWidget *parent)
    : FormDialog(tr("Go to date"), 420, parent)
    , m_day(new DateField(today))
    , m_row(addRow(tr("Day"), m_day))
{
    setAttribute(Qt::WA_DeleteOnClose);
    m_day->setObjectName(u"day"_s);
    m_day->selectAll();
    m_row->setNote({}, tr("The list goes to the last entry of this day, or to the one before it."));
    auto *go = new Button(tr("Go there"), ButtonKind::Primary);
    go->setObjectName(u"go"_s);
    addButtons(new Button(tr("Cancel")), {go});
    connect(go, &QPushButton::clicked, this, &GoToDate::submit);
    m_day->setFocus(Qt::OtherFocusReason);
}

void GoToDate::submit()
{
    m_row->setProblem(m_day->problem());
    if (focusFirstProblem())
        return;
    accept();
    emit chosen(m_day->date());
}

} // namespace tilldeck::ui

#include "moc_go_to_date.cpp"
