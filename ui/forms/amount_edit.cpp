// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/amount_edit.h"

#include "ui/forms/choice_field.h"
#include "ui/forms/known_lists.h"
#include "ui/widgets/layouts.h"

#include <QLineEdit>

namespace tilldeck::ui {

ChoiceField *makeCurrencyField(const QString &name, const QString &placeholder, const QStringList &first)
{
    return new ChoiceField({name,
                            placeholder,
                            AmountEdit::tr("Search currencies or type a code"),
                            AmountEdit::tr("Use a currency code…"),
                            AmountEdit::tr("Use the currency code “%1”"),
                            {}},
                           [first] { return currencyChoices(first, QLocale()); });
}

AmountEdit::AmountEdit(const QString &accessibleName, const QStringList &firstCurrencies, QWidget *parent)
    : QWidget(parent)
    , m_text(new QLineEdit)
    , m_currency(makeCurrencyField(tr("Currency of the amount"), tr("Currency"), firstCurrencies))
{
    m_text->setAccessibleName(accessibleName);
    m_text->setAlignment(Qt::AlignRight);
    m_text->setFixedWidth(px(150));
    m_currency->setFixedWidth(px(110));
    auto *layout = makeRowLayout(this, px(8));
    addWidgets(*layout, m_text, m_currency);
    layout->addStretch();
    setFocusProxy(m_text);

    connect(m_text, &QLineEdit::textEdited, this, [this](const QString &text) {
        m_amount.text = text;
        emit edited(m_amount);
    });
    connect(m_currency, &ChoiceField::chosen, this, [this](const QString &code) {
        m_amount.currency = code.toUpper();
        m_currency->setShown(m_amount.currency, m_amount.currency);
        emit edited(m_amount);
    });
}

void AmountEdit::setAmount(const TypedAmount &amount)
{
    m_amount = amount;
    if (m_text->text() != amount.text)
        m_text->setText(amount.text);
    m_currency->setShown(amount.currency, amount.currency);
}

} // namespace tilldeck::ui

#include "moc_amount_edit.cpp"
