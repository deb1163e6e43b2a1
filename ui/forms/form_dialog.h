// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/fitting_dialog.h"
#include "ui/widgets/inline_message.h"

#include <QPointer>

#include <initializer_list>

class QLineEdit;
class QVBoxLayout;

namespace tilldeck::checkout {
struct Error;
}

namespace tilldeck::desk {
class Desk;
}

namespace tilldeck::ui {

class Button;
class FormRow;
class Label;

/// A dialog that is a form: its title, rows, a message, what becomes of the request, and buttons. A derived class adds
/// its rows, then its buttons once, because Tab follows that order. Open it with open(); it blocks the parent's window.
class FormDialog : public FittingDialog
{
    Q_OBJECT

public:
    enum class Busy {
        No,
        Stoppable, ///< Nothing can be changed; Cancel and Esc call reject(), which may stop the work.
        Held,      ///< Nothing can be pressed or changed, and the dialog stays until its request has an outcome.
    };

    /// @p width is the least width, before the scale of the system's font.
    FormDialog(const QString &title, int width, QWidget *parent);
    /// Names the account @p accountId below the heading. Every dialog that writes something at a provider begins so.
    FormDialog(desk::Desk &desk, const QString &accountId, const QString &title, int width, QWidget *parent);

    /// Restores the focus where it was when the form can be changed again.
    void setBusy(Busy busy);
    Busy busy() const { return m_busy; }

    /// Closes the dialog, unless it is held.
    void reject() override;

signals:
    /// Emitted when something was typed into a row.
    void edited();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    /// Sets the heading and the title of the window.
    void setTitle(const QString &title);

    /// Returns the column of the rows, for content that is no row.
    QVBoxLayout *form() const { return m_column; }
    const QList<FormRow *> &rows() const { return m_rows; }
    /// Appends a row. Typing in a line edit or a number clears its problem.
    FormRow *addRow(const QString &label, QWidget *field, const QString &hint = {});
    /// Lets typing in @p edit, a part of the field of @p row, clear its problem.
    void clearWhenTyped(FormRow *row, const QLineEdit *edit);
    /// Moves the focus to the first row that has a problem; returns whether there is one. A key that stands in a line
    /// edit is one, unless the field is made for keys.
    bool focusFirstProblem();

    /// Appends a widget below the message that stays enabled while the form does not: progress, a list of outcomes.
    void addBelow(QWidget *widget);

    /// Appends the buttons: @p leading at the far side, then @p cancel, then @p actions, which setBusy() disables. If
    /// the last action is a primary button, Enter presses it, otherwise Enter presses nothing.
    void addButtons(Button *cancel, std::initializer_list<Button *> actions, QWidget *leading = nullptr);
    /// Disables the actions while nothing may be changed at a provider because of the files of this computer, for the
    /// reason that their tooltip says then.
    void needWrites(desk::Desk &desk);

    /// Returns the message below the rows, which is hidden at first.
    InlineMessage *message() const { return m_message; }
    void showMessage(Severity severity, const QString &lead, const QString &text = {});
    /// Shows what went wrong, and the provider's own words if it sent some.
    void showError(const checkout::Error &error, Severity severity = Severity::Error);
    /// Leaves the form to be read: nothing can be changed or sent any more, and Cancel, now named Close, has the focus.
    void finishForm();
    /// Shows why a creation failed. What it can be pressed again for is up to the error: a creation that may have taken
    /// effect finishes the form, because sent again it might be made twice. Returns whether it may have.
    bool endFailedCreation(const checkout::Error &error);

private:
    QList<FormRow *> m_rows;
    Label *m_heading;
    QWidget *m_form;
    QVBoxLayout *m_column;
    InlineMessage *m_message;
    void updateActions();
    void refuseKeys();

    Button *m_cancel = nullptr;
    QList<Button *> m_actions;
    QPointer<desk::Desk> m_writes;   ///< Whose files decide whether the actions can be done.
    QPointer<QWidget> m_focusBefore; ///< What had the focus when the form was disabled.
    Busy m_busy = Busy::No;
};

} // namespace tilldeck::ui
