// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/form_dialog.h"

#include "checkout/error.h"
#include "checkout/validate_keys.h"
#include "desk/desk.h"
#include "desk/refuse_keys.h"
#include "ui/figures/account_name.h"
#include "ui/forms/form_row.h"
#include "ui/widgets/button.h"
#include "ui/widgets/label.h"
#include "ui/widgets/layouts.h"

#include <QAbstractSpinBox>
#include <QKeyEvent>
#include <QLineEdit>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace tilldeck::ui {

using namespace Qt::StringLiterals;

FormDialog::FormDialog(const QString &title, int width, QWidget *parent)
    : FittingDialog(parent)
    , m_heading(new Label(title, TextStyle::Title))
    , m_form(new QWidget)
    , m_column(makeColumnLayout(m_form, px(12)))
    , m_message(new InlineMessage(Severity::Error))
{
    setWindowModality(Qt::WindowModal);
    setWindowTitle(title);
    setMinimumWidth(px(width));
    auto *column = makeColumnLayout(this, px(12), {px(16), px(16), px(16), px(16)});
    addWidgets(*column, m_heading, m_form, m_message);
    m_message->setObjectName(u"formMessage"_s);
    m_message->hide();
}

FormDialog::FormDialog(desk::Desk &desk, const QString &accountId, const QString &title, int width, QWidget *parent)
    : FormDialog(title, width, parent)
{
    m_column->addWidget(makeAccountLine(desk, accountId));
    closeWithAccounts(*this, desk, {accountId});
}

void FormDialog::setTitle(const QString &title)
{
    setWindowTitle(title);
    m_heading->setText(title);
}

FormRow *FormDialog::addRow(const QString &label, QWidget *field, const QString &hint)
{
    auto *row = new FormRow(label, hint, field);
    m_column->addWidget(row);
    m_rows.append(row);
    auto *edit = qobject_cast<QLineEdit *>(field);
    if (const auto *number = qobject_cast<QAbstractSpinBox *>(field))
        edit = number->findChild<QLineEdit *>();
    if (edit)
        clearWhenTyped(row, edit);
    return row;
}

void FormDialog::clearWhenTyped(FormRow *row, const QLineEdit *edit)
{
    connect(edit, &QLineEdit::textEdited, row, [this, row] {
        row->setProblem({});
        emit edited();
    });
}

void FormDialog::refuseKeys()
{
    for (FormRow *row : std::as_const(m_rows)) {
        const auto holdsKey = [this](const QLineEdit *edit) {
            // A field that is made for a key hides what is typed.
            const bool takesKeys = edit->inputMethodHints().testFlag(Qt::ImhHiddenText);
            return !takesKeys &&
                   (m_writes ? desk::keysKnownTo(*m_writes)(edit->text()) : keys::holdsKeyForm(edit->text()));
        };
        if (row->isHidden() || !row->problem().isEmpty())
            continue;
        const QList<QLineEdit *> edits = row->findChildren<QLineEdit *>();
        const auto found = std::ranges::find_if(edits, holdsKey);
        if (found != edits.end())
            row->setProblem(checkout::keyProblem((*found)->text(), [](const QString &) { return true; }));
    }
}

bool FormDialog::focusFirstProblem()
{
    refuseKeys();
    const auto row = std::ranges::find_if(m_rows, [](const FormRow *row) { return !row->problem().isEmpty(); });
    if (row == m_rows.end())
        return false;
    (*row)->field()->setFocus(Qt::OtherFocusReason);
    return true;
}

void FormDialog::addBelow(QWidget *widget)
{
    static_cast<QVBoxLayout *>(layout())->addWidget(widget);
}

void FormDialog::addButtons(Button *cancel, std::initializer_list<Button *> actions, QWidget *leading)
{
    m_cancel = cancel;
    auto *line = makeRowLayout(px(8));
    if (leading)
        line->addWidget(leading);
    line->addStretch(1);
    line->addWidget(cancel);
    m_actions = actions;
    const bool hasDefault = buttonKind(m_actions.last()) == ButtonKind::Primary;
    m_cancel->setAutoDefault(hasDefault);
    for (Button *action : std::as_const(m_actions)) {
        line->addWidget(action);
        action->setAutoDefault(hasDefault);
    }
    m_actions.last()->setDefault(hasDefault);
    auto *column = static_cast<QVBoxLayout *>(layout());
    column->addStretch(1);
    column->addLayout(line);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
}

void FormDialog::showMessage(Severity severity, const QString &lead, const QString &text)
{
    m_message->setSeverity(severity);
    m_message->setMessage(lead, text);
    m_message->show();
}

void FormDialog::showError(const checkout::Error &error, Severity severity)
{
    const bool isQuoted = !error.details.isEmpty() && error.httpStatus > 0;
    showMessage(severity, error.sentence, isQuoted ? tr("Details: “%1”").arg(error.details) : error.details);
}

void FormDialog::setBusy(Busy busy)
{
    if (busy != Busy::No && m_form->isEnabled())
        m_focusBefore = focusWidget();
    m_busy = busy;
    // What is checked or sent is what the form shows, also when the answer comes.
    m_form->setEnabled(busy == Busy::No);
    m_cancel->setEnabled(busy != Busy::Held);
    updateActions();
    if (busy != Busy::No)
        return;
    if (m_focusBefore)
        m_focusBefore->setFocus(Qt::OtherFocusReason);
    m_focusBefore.clear();
}

void FormDialog::needWrites(desk::Desk &desk)
{
    m_writes = &desk;
    connect(&desk, &desk::Desk::storageChanged, this, &FormDialog::updateActions);
    updateActions();
}

void FormDialog::updateActions()
{
    const QString why = m_writes ? m_writes->whyNoWrites() : QString();
    for (Button *action : std::as_const(m_actions)) {
        action->setEnabled(m_busy == Busy::No && why.isEmpty());
        if (m_writes)
            action->setToolTip(why);
    }
}

void FormDialog::finishForm()
{
    m_busy = Busy::No;
    m_form->setEnabled(false);
    for (Button *action : std::as_const(m_actions)) {
        action->setEnabled(false);
        action->hide();
    }
    m_cancel->setEnabled(true);
    m_cancel->setText(tr("Close"));
    m_cancel->setFocus(Qt::OtherFocusReason);
}

bool FormDialog::endFailedCreation(const checkout::Error &error)
{
    const bool mayExist = checkout::mayHaveTakenEffect(error);
    showError(error);
    if (mayExist)
        finishForm();
    else
        setBusy(Busy::No);
    return mayExist;
}

void FormDialog::keyPressEvent(QKeyEvent *event)
{
    // The key that opened the dialog may still be held: it must not press the default button.
    const bool isReturn = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (!isReturn || !event->isAutoRepeat())
        FittingDialog::keyPressEvent(event);
}

void FormDialog::reject()
{
    // Closed while its request is under way, nobody would learn what became of it.
    if (m_busy != Busy::Held)
        FittingDialog::reject();
}

} // namespace tilldeck::ui

#include "moc_form_dialog.cpp"
