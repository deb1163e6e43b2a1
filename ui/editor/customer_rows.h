// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "checkout/capabilities.h"

#include <QObject>

namespace tilldeck::ui {

class ChoiceField;
class DraftEditor;
class FormRows;

/// Adds the rows of a customer who is typed and not chosen: e-mail, name, country.
class CustomerRows : public QObject
{
    Q_OBJECT

public:
    CustomerRows(DraftEditor *draft, const checkout::Capabilities &can, FormRows &rows, QObject *parent);

    void reload();

private:
    DraftEditor *m_draft;
    ChoiceField *m_country = nullptr;
};

} // namespace tilldeck::ui
