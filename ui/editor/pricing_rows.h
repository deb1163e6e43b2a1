// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "checkout/capabilities.h"

#include <QObject>

class QComboBox;
class QLineEdit;

namespace tilldeck::ui {

class AmountEdit;
class Button;
class ChoiceField;
class DraftEditor;
class FormRow;
class FormRows;
class ProductSection;

/// Adds the rows that say what is sold and for how much where no line items do: product, amount, what the customer pays
/// in, how often.
class PricingRows : public QObject
{
    Q_OBJECT

public:
    PricingRows(DraftEditor *draft, const checkout::Capabilities &can, FormRows &rows, QObject *parent);

    void reload();
    void readCatalog();

private:
    void addProduct(FormRows &rows);
    void addAmount(FormRows &rows);
    void addCharge(FormRows &rows);
    void addFrequency(FormRows &rows);
    void suggestCurrency();
    void showAmountsInWords();
    void showWhoReceives();

    DraftEditor *m_draft;
    checkout::Capabilities m_can;
    ProductSection *m_product = nullptr;
    AmountEdit *m_amount = nullptr;
    FormRow *m_amountRow = nullptr;
    ChoiceField *m_chargeCurrency = nullptr;
    Button *m_typeAmount = nullptr;
    QLineEdit *m_chargeAmount = nullptr;
    FormRow *m_chargeAmountRow = nullptr;
    QComboBox *m_frequency = nullptr;
};

} // namespace tilldeck::ui
