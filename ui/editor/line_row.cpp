// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/line_row.h"

#include "ui/editor/line_item_model.h"
#include "ui/forms/form_row.h"
#include "ui/forms/grip.h"
#include "ui/forms/number_field.h"
#include "ui/lists/roles.h"
#include "ui/widgets/amount.h"
#include "ui/widgets/button.h"
#include "ui/widgets/label.h"
#include "ui/widgets/layouts.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>

#include <algorithm>

namespace tilldeck::ui {

using checkout::Field;

LineRow::LineRow(LineItemModel *model, const QPersistentModelIndex &index, QWidget *parent)
    : RowWidget(index, parent)
    , m_model(model)
    , m_quantity(new NumberField(tr("Quantity")))
    , m_amount(new AmountLabel(AmountLabel::Size::Total, CurrencySlot::Hidden))
    , m_problem(makeWrappedLabel({}, TextStyle::Secondary, Tone::Danger))
    , m_remark(makeWrappedLabel({}, TextStyle::Secondary, Tone::Warning))
{
    m_problem->hide();
    m_remark->hide();
    connect(m_quantity, &NumberField::textEdited, this,
            [this](const QString &text) { write(LineItemModel::QuantityColumn, text); });
}

void LineRow::arrange(QWidget *what, QWidget *unit, int unitWidth)
{
    auto *grip = new Grip(tr("Drag to reorder"));
    auto *remove = new IconButton(Icon::Trash, tr("Remove item"));
    for (QWidget *control : {what, static_cast<QWidget *>(m_quantity), unit, static_cast<QWidget *>(remove)})
        control->setProperty("dense", true);
    m_unit = unit;
    m_unitLeast = px(unitWidth);
    remove->setFixedSize(px(itemColumns::remove), px(26));

    auto *line = makeRowLayout(0);
    line->addWidget(grip);
    line->addWidget(what, 1);
    line->addSpacing(px(8));
    line->addWidget(m_quantity);
    line->addSpacing(px(8));
    addWidgets(*line, unit, m_amount);
    line->addSpacing(px(2));
    line->addWidget(remove);
    line->addSpacing(px(itemColumns::end));
    auto *layout = makeColumnLayout(this, px(2), {0, 0, 0, px(4)});
    layout->addLayout(line);
    auto *below = new QHBoxLayout;
    below->addSpacing(px(itemColumns::grip));
    below->addWidget(m_problem, 1);
    below->addWidget(m_remark, 1);
    layout->addLayout(below);

    connect(remove, &IconButton::clicked, this, &LineRow::removeRequested);
    connect(grip, &Grip::draggedTo, this, &LineRow::draggedTo);
}

ItemWidths LineRow::neededWidths() const
{
    const int gap = px(8);
    int unit = m_unit->sizeHint().width() + gap;
    if (const auto *edit = qobject_cast<const QLineEdit *>(m_unit))
        unit = edit->fontMetrics().horizontalAdvance(edit->text()) + px(24);
    return {std::max(px(itemColumns::quantity), m_quantity->sizeHint().width()), std::max(m_unitLeast, unit),
            std::max(px(itemColumns::amount), m_amount->sizeHint().width() + gap)};
}

void LineRow::setWidths(const ItemWidths &widths)
{
    m_quantity->setFixedWidth(widths.quantity);
    m_unit->setFixedWidth(widths.unit);
    m_amount->setFixedWidth(widths.amount);
}

QVariant LineRow::cell(int column, int role) const
{
    return index().sibling(row(), column).data(role);
}

void LineRow::write(int column, const QString &text)
{
    m_model->setData(index().sibling(row(), column), text, Qt::EditRole);
}

void LineRow::refresh()
{
    m_quantity->setText(cell(LineItemModel::QuantityColumn, Qt::EditRole).toString());
    m_amount->setAmount(amountOf(cell(LineItemModel::AmountColumn, AmountRole)));
}

void LineRow::setProblems(const std::vector<checkout::Problem> &problems)
{
    for (const Field part : {Field::Price, Field::Name, Field::Quantity, Field::Amount})
        setErrorFrame(field(part), false);
    QStringList sentences;
    for (const checkout::Problem &problem : problems) {
        sentences << problem.sentence;
        setErrorFrame(field(problem.field), true);
    }
    m_problem->setText(sentences.join(u'\n'));
    m_problem->setVisible(!sentences.isEmpty());
    m_remark->setHidden(m_remark->text().isEmpty() || !sentences.isEmpty());
}

void LineRow::setRemark(const QString &text)
{
    m_remark->setText(text);
    m_remark->setHidden(text.isEmpty() || !m_problem->isHidden());
}

void LineRow::keyPressEvent(QKeyEvent *event)
{
    const int key = event->key();
    const auto modifiers = event->modifiers() & ~Qt::KeypadModifier;
    if (modifiers == Qt::AltModifier && (key == Qt::Key_Up || key == Qt::Key_Down))
        emit moveRequested(key == Qt::Key_Up ? -1 : 1);
    else if (modifiers == Qt::NoModifier && (key == Qt::Key_Return || key == Qt::Key_Enter))
        emit nextRequested();
    else
        RowWidget::keyPressEvent(event);
}

} // namespace tilldeck::ui

#include "moc_line_row.cpp"
