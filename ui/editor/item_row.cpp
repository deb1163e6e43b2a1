// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/item_row.h"

#include "ui/editor/line_item_model.h"
#include "ui/forms/choice_field.h"
#include "ui/forms/number_field.h"
#include "ui/lists/roles.h"
#include "ui/widgets/amount.h"

namespace tilldeck::ui {

using checkout::Field;

ItemRow::ItemRow(LineItemModel *model, const QPersistentModelIndex &index, std::function<std::vector<Choice>()> prices,
                 int unitWidth, QWidget *parent)
    : LineRow(model, index, parent)
    , m_price(new ChoiceField({tr("Price"),
                               tr("Choose a price"),
                               tr("Search prices or type a price ID"),
                               tr("Use a price ID…"),
                               tr("Use the price ID “%1”"),
                               {}},
                              std::move(prices)))
    , m_unit(new AmountLabel(AmountLabel::Size::Body, CurrencySlot::Hidden))
{
    m_unit->setTone(Tone::Text2);
    arrange(m_price, m_unit, unitWidth);
    connect(m_price, &ChoiceField::chosen, this, [this](const QString &id) { write(LineItemModel::PriceColumn, id); });
}

void ItemRow::refresh()
{
    LineRow::refresh();
    m_price->setShown(cell(LineItemModel::PriceColumn, Qt::EditRole).toString(),
                      cell(LineItemModel::PriceColumn, Qt::DisplayRole).toString(), {},
                      cell(LineItemModel::PriceColumn, SecondaryTextRole).toString());
    m_unit->setAmount(amountOf(cell(LineItemModel::UnitPriceColumn, AmountRole)));
    emit refreshed();
}

QWidget *ItemRow::firstField()
{
    return m_price;
}

void ItemRow::setPricesAsOf(const QString &asOf)
{
    m_price->setAsOf(asOf);
}

QWidget *ItemRow::field(Field field) const
{
    return field == Field::Quantity ? static_cast<QWidget *>(quantity()) : m_price;
}

} // namespace tilldeck::ui

#include "moc_item_row.cpp"
