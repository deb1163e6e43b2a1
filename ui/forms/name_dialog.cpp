// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/name_dialog.h"

#include "ui/forms/form_row.h"
#include "ui/widgets/button.h"
#include "ui/widgets/label.h"

#include <QLineEdit>
#include <QVBoxLayout>

namespace tilldeck::ui {

using namespace Qt::StringLiterals;

NameDialog::NameDialog(const QString &title, const QString &label, const QString &name, int longest, QWidget *parent)
    : QDialog(parent)
    , m_name(new QLineEdit(name))
    , m_row(new FormRow(label, {}, m_name))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowModality(Qt::WindowModal);
    setWindowTitle(title);
    setMinimumWidth(px(420));
    m_name->setObjectName(u"name"_s);
    m_name->setMaxLength(longest);
    m_name->selectAll();
    auto *save = new Button(tr("Save"), ButtonKind::Primary);
    save->setObjectName(u"save"_s);
    save->setDefault(true);
    auto *cancel = new Button(tr("Cancel"));
    cancel->setAutoDefault(false);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(px(8));
    buttons->addStretch(1);
    buttons->addWidget(cancel);
    buttons->addWidget(save);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(px(16), px(16), px(16), px(16));
    column->setSpacing(px(12));
    column->addWidget(new Label(title, TextStyle::Title));
    column->addWidget(m_row);
    column->addLayout(buttons);
    connect(save, &QPushButton::clicked, this, &NameDialog::take);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_name, &QLineEdit::textEdited, this, [this] { m_row->setProblem({}); });
    m_name->setFocus(Qt::OtherFocusReason);
}

void NameDialog::take()
{
    const QString name = m_name->text().simplified();
    const QString problem = name.isEmpty() ? tr("Type a name.") : m_check ? m_check(name) : QString();
    m_row->setProblem(problem);
    if (!problem.isEmpty()) {
        m_name->setFocus(Qt::OtherFocusReason);
        return;
    }
    accept();
    emit named(name);
}

} // namespace tilldeck::ui

#include "moc_name_dialog.cpp"
