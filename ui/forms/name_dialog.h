// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/forms/form_dialog.h"

#include <functional>

class QLineEdit;

namespace tilldeck::ui {

class Button;

/// Asks for a name. Deletes itself when it is closed.
class NameDialog : public FormDialog
{
    Q_OBJECT

public:
    NameDialog(const QString &title, const QString &label, const QString &name, int longest, QWidget *parent);

    /// @p check returns why a name cannot be used, in a sentence; empty if it can.
    void setCheck(std::function<QString(const QString &)> check) { m_check = std::move(check); }
    /// Makes the dialog wait, once named() was emitted, for refuse() or accept(): somebody else knows whether it fits.
    void setWaits() { m_waits = true; }
    /// Says on the field why what was typed does not fit; it stays there to be mended.
    void refuse(const QString &sentence);

signals:
    void named(const QString &name);

private:
    void submit();

    QLineEdit *m_name;
    FormRow *m_row;
    Button *m_save;
    bool m_waits = false;
    std::function<QString(const QString &)> m_check;
};

} // namespace tilldeck::ui
