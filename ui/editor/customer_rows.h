// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "checkout/capabilities.h"

#include <QObject>

class QLineEdit;

namespace tilldeck::ui {

class ChoiceField;
class DraftEditor;
class FormRows;

/// A customer who is typed and not chosen: e-mail, name, country.
class CustomerRows : public QObject
{
    Q_OBJECT

public:
    CustomerRows(DraftEditor *draft, const checkout::Capabilities &can, FormRows &rows, QObject *parent);

    void reload();

private:
    DraftEditor *m_draft;
    QLineEdit *m_email = nullptr;
    QLineEdit *m_first = nullptr;
    QLineEdit *m_last = nullptr;
    ChoiceField *m_country = nullptr;
};

} // namespace tilldeck::ui
