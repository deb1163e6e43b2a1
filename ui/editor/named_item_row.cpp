// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/named_item_row.h"

#include "money/format.h"
#include "ui/editor/line_item_model.h"
#include "ui/forms/number_field.h"

#include <QLineEdit>

namespace tilldeck::ui {

using checkout::Field;

namespace {

void showText(QLineEdit *edit, const QString &text)
{
    // Setting it anew would move the caret.
    if (edit->text() != text)
        edit->setText(text);
}

} // namespace

NamedItemRow::NamedItemRow(LineItemModel *model, const QPersistentModelIndex &index, int unitWidth, QWidget *parent)
    : LineRow(model, index, parent)
    , m_name(new QLineEdit)
    , m_unit(new QLineEdit)
{
    m_name->setAccessibleName(tr("Item"));
    m_name->setPlaceholderText(tr("Name, as the customer reads it"));
    m_unit->setAccessibleName(tr("Unit price"));
    m_unit->setAlignment(Qt::AlignRight);
    arrange(m_name, m_unit, unitWidth);
    connect(m_name, &QLineEdit::textEdited, this,
            [this](const QString &text) { write(LineItemModel::NameColumn, text); });
    connect(m_unit, &QLineEdit::textEdited, this,
            [this](const QString &text) { write(LineItemModel::UnitPriceColumn, text); });
}

void NamedItemRow::refresh()
{
    LineRow::refresh();
    showText(m_name, cell(LineItemModel::NameColumn, Qt::EditRole).toString());
    showText(m_unit, cell(LineItemModel::UnitPriceColumn, Qt::EditRole).toString());
    const QString code = model()->typedCurrency(row());
    const auto currency = money::Currency::fromCode(code);
    m_unit->setPlaceholderText(currency ? money::formatAmount(money::Money(0, *currency), locale()) : QString());
    m_unit->setAccessibleDescription(code);
    setRemark(model()->amountRemark(row()));
    emit refreshed();
}

QWidget *NamedItemRow::firstField()
{
    return m_name;
}

QWidget *NamedItemRow::field(Field field) const
{
    return field == Field::Quantity                          ? static_cast<QWidget *>(quantity())
           : field == Field::Amount || field == Field::Price ? m_unit
                                                             : m_name;
}

} // namespace tilldeck::ui

#include "moc_named_item_row.cpp"
