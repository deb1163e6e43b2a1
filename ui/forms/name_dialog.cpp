// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/name_dialog.h"

#include "checkout/outside_text.h"
#include "ui/forms/form_row.h"
#include "ui/widgets/button.h"

#include <QLineEdit>

namespace tilldeck::ui {

using namespace Qt::StringLiterals;

NameDialog::NameDialog(const QString &title, const QString &label, const QString &name, int longest, QWidget *parent)
    : FormDialog(title, 420, parent)
    , m_name(new QLineEdit(name))
    , m_row(addRow(label, m_name))
    , m_save(new Button(tr("Save"), ButtonKind::Primary))
{
    setAttribute(Qt::WA_DeleteOnClose);
    m_name->setObjectName(u"name"_s);
    m_name->setMaxLength(longest);
    m_name->selectAll();
    m_save->setObjectName(u"save"_s);
    addButtons(new Button(tr("Cancel")), {m_save});
    connect(m_save, &QPushButton::clicked, this, &NameDialog::submit);
    m_name->setFocus(Qt::OtherFocusReason);
}

void NameDialog::submit()
{
    const QString name = checkout::withoutMarksAround(m_name->text().simplified());
    m_row->setProblem(name.isEmpty() ? tr("Type a name.") : m_check ? m_check(name) : QString());
    if (focusFirstProblem())
        return;
    if (m_waits)
        m_save->setEnabled(false);
    else
        accept();
    emit named(name);
}

void NameDialog::refuse(const QString &sentence)
{
    m_save->setEnabled(true);
    m_row->setProblem(sentence);
    focusFirstProblem();
}

} // namespace tilldeck::ui

#include "moc_name_dialog.cpp"
