// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/item_row.h"

#include "ui/editor/choice_field.h"
#include "ui/editor/grip.h"
#include "ui/editor/line_item_model.h"
#include "ui/editor/money_of.h"
#include "ui/editor/number_field.h"
#include "ui/widgets/amount.h"
#include "ui/widgets/button.h"
#include "ui/widgets/form_row.h"
#include "ui/widgets/label.h"
#include "ui/widgets/roles.h"

#include <QHBoxLayout>
#include <QKeyEvent>

namespace tilldeck::ui {

using checkout::Field;

ItemRow::ItemRow(LineItemModel *model, const QPersistentModelIndex &index, std::function<std::vector<Choice>()> prices,
                 QWidget *parent)
    : ModelRow(index, parent)
    , m_model(model)
    , m_price(new ChoiceField({tr("Price"),
                               tr("Choose a price"),
                               tr("Search prices or type a price ID"),
                               tr("Use a price ID…"),
                               tr("Use the price ID “%1”"),
                               {}},
                              std::move(prices)))
    , m_quantity(new NumberField(tr("Quantity")))
    , m_unit(new AmountLabel(AmountLabel::Size::Body, CurrencySlot::Hidden))
    , m_amount(new AmountLabel(AmountLabel::Size::Total, CurrencySlot::Hidden))
    , m_problem(new Label({}, TextStyle::Secondary, Tone::Danger))
{
    auto *grip = new Grip(tr("Drag to reorder"));
    auto *remove = new IconButton(Icon::Trash, tr("Remove item"));
    for (QWidget *control :
         {static_cast<QWidget *>(m_price), static_cast<QWidget *>(m_quantity), static_cast<QWidget *>(remove)})
        control->setProperty("dense", true);
    remove->setFixedSize(px(itemColumns::remove), px(26));
    m_quantity->setFixedWidth(px(itemColumns::quantity));
    m_unit->setFixedWidth(px(itemColumns::unit));
    m_unit->setTone(Tone::Text2);
    m_amount->setFixedWidth(px(itemColumns::amount));
    m_problem->setWordWrap(true);
    m_problem->hide();

    auto *line = new QHBoxLayout;
    line->setSpacing(0);
    line->addWidget(grip);
    line->addWidget(m_price, 1);
    line->addSpacing(px(8));
    line->addWidget(m_quantity);
    line->addSpacing(px(8));
    line->addWidget(m_unit);
    line->addWidget(m_amount);
    line->addSpacing(px(2));
    line->addWidget(remove);
    line->addSpacing(px(itemColumns::end));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, px(4));
    layout->setSpacing(px(2));
    layout->addLayout(line);
    auto *below = new QHBoxLayout;
    below->addSpacing(px(itemColumns::grip));
    below->addWidget(m_problem, 1);
    layout->addLayout(below);

    connect(m_price, &ChoiceField::chosen, this,
            [this](const QString &id) { m_model->setData(this->index(), id, Qt::EditRole); });
    connect(m_quantity, &NumberField::textEdited, this, [this](const QString &text) {
        m_model->setData(this->index().sibling(row(), LineItemModel::QuantityColumn), text, Qt::EditRole);
    });
    connect(remove, &IconButton::clicked, this, &ItemRow::removeRequested);
    connect(grip, &Grip::draggedTo, this, &ItemRow::draggedTo);
}

void ItemRow::refresh()
{
    const auto cell = [this](int column, int role) { return index().sibling(row(), column).data(role); };
    const QString id = cell(LineItemModel::PriceColumn, Qt::EditRole).toString();
    m_price->setShown(id, cell(LineItemModel::PriceColumn, Qt::DisplayRole).toString(), {},
                      cell(LineItemModel::PriceColumn, SecondaryTextRole).toString());
    m_quantity->setText(cell(LineItemModel::QuantityColumn, Qt::EditRole).toString());
    m_unit->setAmount(moneyOf(cell(LineItemModel::UnitPriceColumn, AmountRole)));
    m_amount->setAmount(moneyOf(cell(LineItemModel::AmountColumn, AmountRole)));
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
    return field == Field::Quantity ? static_cast<QWidget *>(m_quantity) : m_price;
}

void ItemRow::setProblems(const std::vector<checkout::Problem> &problems)
{
    QStringList sentences;
    bool price = false;
    bool quantity = false;
    for (const checkout::Problem &problem : problems) {
        sentences << problem.sentence;
        (problem.field == Field::Quantity ? quantity : price) = true;
    }
    setErrorFrame(m_price, price);
    setErrorFrame(m_quantity, quantity);
    m_problem->setText(sentences.join(u'\n'));
    m_problem->setVisible(!sentences.isEmpty());
}

void ItemRow::keyPressEvent(QKeyEvent *event)
{
    const int key = event->key();
    if (event->modifiers() == Qt::AltModifier && (key == Qt::Key_Up || key == Qt::Key_Down))
        Q_EMIT moveRequested(key == Qt::Key_Up ? -1 : 1);
    else
        ModelRow::keyPressEvent(event);
}

} // namespace tilldeck::ui
