// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "checkout/capabilities.h"

#include <QObject>

namespace tilldeck::ui {

class ChoiceField;
class DraftEditor;
class FormRow;
class FormRows;

/// Edits the one currency of all items that have a name and an amount.
class ItemsCurrency : public QObject
{
    Q_OBJECT

public:
    ItemsCurrency(DraftEditor *draft, const checkout::Capabilities &can, FormRows &rows, QObject *parent);

    void reload();
    /// Suggests a currency by the catalog, which was replaced, until one is chosen.
    void readCatalog();

private:
    void choose(const QString &code);
    void show();

    DraftEditor *m_draft;
    checkout::Capabilities m_can;
    ChoiceField *m_field;
    FormRow *m_row;
    bool m_chosen = false;
};

} // namespace tilldeck::ui
