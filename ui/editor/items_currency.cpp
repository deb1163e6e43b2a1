// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/items_currency.h"

#include "ui/editor/draft_editor.h"
#include "ui/forms/amount_edit.h"
#include "ui/forms/choice_field.h"
#include "ui/forms/form_rows.h"
#include "ui/forms/known_lists.h"

namespace tilldeck::ui {

ItemsCurrency::ItemsCurrency(DraftEditor *draft, const checkout::Capabilities &can, FormRows &rows, QObject *parent)
    : QObject(parent)
    , m_draft(draft)
    , m_can(can)
    , m_field(makeCurrencyField(tr("Currency of the items"), tr("Currency"), can.chargeCurrencies))
{
    m_field->setFixedWidth(px(268));
    m_row = rows.add(tr("Currency"), tr("Of all items"), atStart({m_field}), {});
    m_row->setField(m_field);
    connect(m_field, &ChoiceField::chosen, this, &ItemsCurrency::choose);
    connect(draft, &DraftEditor::changed, this, &ItemsCurrency::show);
}

void ItemsCurrency::reload()
{
    m_chosen = false;
    m_row->setProblem({});
    readCatalog();
}

void ItemsCurrency::readCatalog()
{
    if (!m_chosen)
        m_draft->tiers()->suggestItemCurrency(usualCurrency(m_draft->catalog(), m_can.chargeCurrencies));
    show();
}

void ItemsCurrency::choose(const QString &code)
{
    // What is no currency is not taken: the amounts keep theirs.
    const QString problem = currencyProblem(code);
    m_row->setProblem(problem);
    m_chosen = m_chosen || problem.isEmpty();
    if (problem.isEmpty())
        m_draft->tiers()->setItemCurrency(code.toUpper());
    show();
}

void ItemsCurrency::show()
{
    const QString code = m_draft->tiers()->itemCurrency();
    const auto currency = money::Currency::fromCode(code);
    m_field->setShown(code, code, currency ? currency->name(QLocale().name()) : QString());
}

} // namespace tilldeck::ui

#include "moc_items_currency.cpp"
