// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "checkout/capabilities.h"

#include <QWidget>

class QLineEdit;

namespace tilldeck::ui {

class ChoiceField;
class DraftEditor;
class NumberField;
class SegmentedControl;

/// Edits one product and its quantity: a product of the catalog, an id, or a typed name if the flow supports it.
class ProductSection : public QWidget
{
    Q_OBJECT

public:
    ProductSection(DraftEditor *draft, const checkout::Capabilities &can, QWidget *parent = nullptr);

    void reload();
    void readCatalog();

protected:
    /// Passes the error frame on to the field that is shown.
    bool event(QEvent *event) override;

private:
    enum Kind { FromCatalog, ByName };

    void choose(int kind);
    void showKind(int kind);
    QWidget *field() const;

    DraftEditor *m_draft;
    checkout::Capabilities m_can;
    SegmentedControl *m_kind;
    ChoiceField *m_product;
    QLineEdit *m_name;
    NumberField *m_quantity;
    QString m_lastProduct, m_lastName; ///< Are shown again when their kind is chosen again.
};

} // namespace tilldeck::ui
