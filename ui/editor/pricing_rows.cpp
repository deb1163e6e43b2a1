// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/pricing_rows.h"

#include "money/format.h"
#include "ui/editor/draft_editor.h"
#include "ui/editor/product_section.h"
#include "ui/figures/frequency_name.h"
#include "ui/forms/amount_edit.h"
#include "ui/forms/choice_field.h"
#include "ui/forms/form_rows.h"
#include "ui/forms/known_lists.h"
#include "ui/widgets/button.h"

#include <QComboBox>
#include <QLineEdit>
#include <QWheelEvent>

namespace tilldeck::ui {

using checkout::Field;
using checkout::SessionDraft;

namespace {

/// Ignores the wheel, so that scrolling the form does not change it.
class StillCombo : public QComboBox
{
public:
    using QComboBox::QComboBox;

protected:
    void wheelEvent(QWheelEvent *event) override { event->ignore(); }
};

} // namespace

PricingRows::PricingRows(DraftEditor *draft, const checkout::Capabilities &can, FormRows &rows, QObject *parent)
    : QObject(parent)
    , m_draft(draft)
    , m_can(can)
{
    if (can.takes(Field::Product) || can.takes(Field::ProductName))
        addProduct(rows);
    if (can.takes(Field::Pricing))
        addAmount(rows);
    if (can.takes(Field::ChargeCurrency))
        addCharge(rows);
    if (can.takes(Field::SubscriptionFrequency))
        addFrequency(rows);
    connect(draft, &DraftEditor::changed, this, &PricingRows::showAmountsInWords);
    connect(draft, &DraftEditor::changed, this, &PricingRows::showWhoReceives);
}

void PricingRows::addProduct(FormRows &rows)
{
    m_product = new ProductSection(m_draft, m_can);
    rows.add(tr("Product"), m_can.needs(Field::Product) ? QString() : tr("Optional"), m_product,
             {Field::Product, Field::Quantity});
}

void PricingRows::addAmount(FormRows &rows)
{
    m_amount = new AmountEdit(tr("You receive"), m_can.chargeCurrencies);
    m_amountRow = rows.add(tr("You receive"), tr("Before fees"), m_amount, {Field::Pricing});
    m_amountRow->setField(m_amount->field());
    connect(m_amount, &AmountEdit::edited, m_draft, &DraftEditor::setPricing);
}

void PricingRows::addCharge(FormRows &rows)
{
    const bool isNeeded = m_can.needsChargeCurrency();
    m_chargeCurrency = makeCurrencyField(
        tr("Customer pays in"), isNeeded ? tr("Choose a currency") : tr("The same currency"), m_can.chargeCurrencies);
    m_chargeCurrency->setClearable(!isNeeded);
    m_chargeCurrency->setFixedWidth(px(268));
    m_typeAmount = new Button(tr("Type the customer's amount"), ButtonKind::Link);
    rows.add(tr("Customer pays in"), {}, atStart({m_chargeCurrency, m_typeAmount}), {Field::ChargeCurrency})
        ->setField(m_chargeCurrency);
    connect(m_chargeCurrency, &ChoiceField::chosen, this,
            [this](const QString &code) { m_draft->setChargeCurrencyText(code.toUpper()); });

    m_chargeAmount = new QLineEdit;
    m_chargeAmount->setAlignment(Qt::AlignRight);
    m_chargeAmount->setFixedWidth(px(150));
    m_chargeAmountRow =
        rows.add(tr("Customer pays"), tr("Empty: converted for you"), atStart({m_chargeAmount}), {Field::ChargeAmount});
    m_chargeAmountRow->setField(m_chargeAmount);
    m_chargeAmount->setAccessibleName(tr("Customer's amount"));
    connect(m_chargeAmount, &QLineEdit::textEdited, m_draft, &DraftEditor::setChargeAmountText);
    connect(m_typeAmount, &Button::clicked, this, [this] {
        m_typeAmount->hide();
        m_chargeAmountRow->show();
        m_chargeAmount->setFocus();
    });
}

void PricingRows::addFrequency(FormRows &rows)
{
    m_frequency = new StillCombo;
    m_frequency->addItem(tr("Once"), QString());
    for (const QString &frequency : m_can.subscriptionFrequencies)
        m_frequency->addItem(frequencyName(frequency), frequency);
    m_frequency->setMinimumWidth(px(268));
    rows.add(tr("Charged"), {}, atStart({m_frequency}), {Field::SubscriptionFrequency})->setField(m_frequency);
    connect(m_frequency, &QComboBox::activated, this, [this] {
        m_draft->setText(&SessionDraft::subscriptionFrequency, m_frequency->currentData().toString(),
                         Field::SubscriptionFrequency);
    });
}

void PricingRows::reload()
{
    if (m_product)
        m_product->reload();
    if (m_amount) {
        suggestCurrency();
        m_amount->setAmount(m_draft->pricing());
    }
    if (m_chargeCurrency) {
        const bool typed = !m_draft->chargeAmountText().isEmpty();
        m_chargeAmount->setText(m_draft->chargeAmountText());
        m_chargeAmountRow->setVisible(typed && m_can.takes(Field::ChargeAmount));
        m_typeAmount->setVisible(!typed && m_can.takes(Field::ChargeAmount));
    }
    if (m_frequency) {
        const QString &frequency = m_draft->text(&SessionDraft::subscriptionFrequency);
        // A frequency that the provider does not list stays, so that its problem can be read on it.
        if (m_frequency->findData(frequency) < 0)
            m_frequency->addItem(frequency, frequency);
        m_frequency->setCurrentIndex(m_frequency->findData(frequency));
    }
    showAmountsInWords();
    showWhoReceives();
}

/// With a sub-merchant the amount is not all the merchant's.
void PricingRows::showWhoReceives()
{
    if (!m_amount)
        return;
    const bool isShared = m_can.takes(Field::SubMerchant) && !m_draft->text(&SessionDraft::subMerchantId).isEmpty();
    m_amountRow->setLabel(isShared ? tr("Amount", "shared with a sub-merchant") : tr("You receive"));
    m_amountRow->setHint(isShared ? tr("Shared with the sub-merchant") : tr("Before fees"));
}

void PricingRows::suggestCurrency()
{
    if (m_draft->isPricingCurrencyOpen())
        m_draft->suggestPricingCurrency(usualCurrency(m_draft->catalog(), m_can.chargeCurrencies));
}

void PricingRows::readCatalog()
{
    if (m_product)
        m_product->readCatalog();
    if (m_amount && m_draft->isPricingCurrencyOpen()) {
        suggestCurrency();
        m_amount->setAmount(m_draft->pricing());
    }
}

void PricingRows::showAmountsInWords()
{
    const auto show = [](FormRow *row, const TypedAmount &typed) {
        const QString remark = typed.remark(QLocale());
        const auto amount = typed.value(QLocale());
        const bool isSound = amount && amount->minorUnits() > 0;
        row->setNote(remark, remark.isEmpty() && isSound ? money::formatInWords(*amount, QLocale()) : QString(),
                     remark.isEmpty() ? Tone::Text3 : Tone::Warning);
    };
    if (m_amount)
        show(m_amountRow, m_draft->pricing());
    if (!m_chargeCurrency)
        return;
    const QString &code = m_draft->chargeCurrencyText();
    const auto currency = money::Currency::fromCode(code);
    m_chargeCurrency->setShown(code, code, currency ? currency->name(QLocale().name()) : QString());
    TypedAmount typed;
    typed.text = m_draft->chargeAmountText();
    typed.currency = m_draft->effectiveChargeCurrency();
    show(m_chargeAmountRow, typed);
}

} // namespace tilldeck::ui

#include "moc_pricing_rows.cpp"
