// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

#include <functional>

class QLineEdit;

namespace tilldeck::ui {

class FormRow;

/// Asks for a name. Open it with open(); it goes when it is closed.
class NameDialog : public QDialog
{
    Q_OBJECT

public:
    NameDialog(const QString &title, const QString &label, const QString &name, int longest, QWidget *parent);

    /// Why a name cannot be taken, in a sentence; empty: it can.
    void setCheck(std::function<QString(const QString &)> check) { m_check = std::move(check); }

signals:
    void named(const QString &name);

private:
    void take();

    QLineEdit *m_name;
    FormRow *m_row;
    std::function<QString(const QString &)> m_check;
};

} // namespace tilldeck::ui
