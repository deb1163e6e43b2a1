// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/tier_block.h"

#include "ui/editor/draft_editor.h"
#include "ui/editor/item_row.h"
#include "ui/editor/line_item_model.h"
#include "ui/editor/named_item_row.h"
#include "ui/forms/choice_field.h"
#include "ui/forms/form_row.h"
#include "ui/widgets/button.h"
#include "ui/widgets/label.h"
#include "ui/widgets/layouts.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QMenu>

#include <algorithm>

namespace tilldeck::ui {

using checkout::Field;

void moveRow(QAbstractItemModel *model, int row, int by)
{
    const int to = row + by;
    if (to >= 0 && to < model->rowCount())
        model->moveRow({}, row, {}, by > 0 ? to + 1 : to);
}

TierBlock::TierBlock(DraftEditor *draft, const checkout::Capabilities &can, const QPersistentModelIndex &index,
                     QWidget *parent)
    : RowWidget(index, parent)
    , m_draft(draft)
    , m_can(can)
    , m_model(draft->tiers()->lineItems(index.row()))
    , m_head(new QWidget)
    , m_name(new Label({}, TextStyle::Total))
    , m_when(new Label({}, TextStyle::Body, Tone::Text2))
    , m_route(new ChoiceField({tr("Processor route"),
                               tr("Account decides"),
                               tr("Search routes or type a route ID"),
                               tr("Use a route ID…"),
                               tr("Use the route ID “%1”"),
                               {}},
                              [draft] { return routeChoices(draft->catalog()); }))
    , m_more(new IconButton(Icon::More, tr("More for this tier")))
    , m_items(new RowWidgets(m_model, [this](const QPersistentModelIndex &item) { return makeItem(item); }))
    , m_add(new Button(Icon::Plus, tr("Add item"), ButtonKind::Link))
    , m_problem(makeWrappedLabel({}, TextStyle::Secondary, Tone::Danger))
{
    m_route->setProperty("dense", true);
    m_route->setFixedWidth(px(150));
    m_more->setFixedSize(px(itemColumns::remove), px(26));
    m_problem->hide();
    m_add->setFixedHeight(px(22));
    m_head->setFixedHeight(px(26));
    m_head->setProperty("focusLast", true);

    auto *head = makeRowLayout(m_head, px(8), {0, 0, px(itemColumns::end), 0});
    addWidgets(*head, m_name, m_when);
    head->addStretch();
    auto *routeLabel = new Label(tr("Processor route"), TextStyle::Secondary, Tone::Text3);
    addWidgets(*head, routeLabel, m_route);
    head->addSpacing(px(8));
    head->addWidget(m_more);
    for (QWidget *part : {static_cast<QWidget *>(routeLabel), static_cast<QWidget *>(m_route)})
        part->setHidden(!can.takes(Field::ProcessorRoute));
    QSizePolicy kept = m_more->sizePolicy();
    kept.setRetainSizeWhenHidden(true);
    m_more->setSizePolicy(kept);

    auto *layout = makeColumnLayout(this, 0, {0, px(6), 0, px(6)});
    layout->addWidget(m_head);
    layout->addSpacing(px(5));
    layout->addWidget(m_items);
    auto *add = new QHBoxLayout;
    add->setContentsMargins(px(itemColumns::grip - 8), 0, px(itemColumns::end), 0);
    add->addWidget(m_add);
    add->addWidget(m_problem, 1);
    add->addStretch();
    layout->addLayout(add);
    setFocusProxy(m_route);

    connect(m_route, &ChoiceField::chosen, this,
            [this](const QString &id) { m_draft->tiers()->setData(this->index(), id, Qt::EditRole); });
    connect(m_add, &Button::clicked, this, &TierBlock::addItem);
    connect(m_more, &IconButton::clicked, this, &TierBlock::openMenu);
    connect(m_items, &RowWidgets::arranged, this, [this] { m_add->setVisible(row() == 0 || m_items->count() == 0); });
    connect(m_items, &RowWidgets::arranged, this, &TierBlock::arranged);
}

RowWidget *TierBlock::makeItem(const QPersistentModelIndex &index)
{
    // A price that came with the draft stays one, so that its problem can be read on it.
    const bool named = m_can.takes(Field::Name) && index.data(Qt::EditRole).toString().isEmpty() &&
                       (!m_can.takes(Field::Price) || !m_model->isBlank(index.row()));
    const int unit = itemColumns::unit(m_can);
    LineRow *item = nullptr;
    if (named)
        item = new NamedItemRow(m_model, index, unit);
    else
        item = new ItemRow(
            m_model, index,
            [this, index] {
                return priceChoices(m_draft->catalog(), m_draft->tiers()->currencyBeside(row(), index.row()));
            },
            unit);
    item->setPricesAsOf(m_asOf);
    connect(item, &LineRow::moveRequested, this, [this, item](int by) { moveRow(m_model, item->row(), by); });
    connect(item, &LineRow::removeRequested, this, [this, item] { m_model->removeRow(item->row()); });
    connect(item, &LineRow::draggedTo, this, [this, item](QPoint position) { dragItem(item, position); });
    connect(item, &LineRow::refreshed, this, &TierBlock::itemsRefreshed);
    connect(item, &LineRow::nextRequested, this, &TierBlock::goToNextItem);
    return item;
}

LineRow *TierBlock::itemAt(int row) const
{
    return static_cast<LineRow *>(m_items->row(row));
}

void TierBlock::refresh()
{
    m_name->setText(index().data(Qt::DisplayRole).toString());
    m_when->setText(row() == 0 ? tr("Tried first") : tr("If tier %1 is declined").arg(locale().toString(row())));
    const QString id = index().data(Qt::EditRole).toString();
    const checkout::ProcessorRoute *route = id.isEmpty() ? nullptr : m_draft->catalog().route(id);
    m_route->setShown(id, id.isEmpty() ? tr("Account decides") : route && !route->name.isEmpty() ? route->name : id);
    m_more->setVisible(row() > 0);
    m_add->setVisible(row() == 0 || m_items->count() == 0);
}

QWidget *TierBlock::firstField()
{
    return m_items->count() > 0 ? m_items->row(0)->firstField() : m_add;
}

ItemWidths TierBlock::neededWidths() const
{
    ItemWidths widths;
    for (int row = 0; row < m_items->count(); ++row) {
        const ItemWidths needed = itemAt(row)->neededWidths();
        widths.quantity = std::max(widths.quantity, needed.quantity);
        widths.unit = std::max(widths.unit, needed.unit);
        widths.amount = std::max(widths.amount, needed.amount);
    }
    return widths;
}

void TierBlock::setWidths(const ItemWidths &widths)
{
    for (int row = 0; row < m_items->count(); ++row)
        itemAt(row)->setWidths(widths);
}

void TierBlock::setPricesAsOf(const QString &asOf)
{
    m_asOf = asOf;
    for (int row = 0; row < m_items->count(); ++row)
        itemAt(row)->setPricesAsOf(asOf);
}

void TierBlock::setProblems(const std::vector<checkout::Problem> &problems)
{
    QStringList whole;
    std::vector<std::vector<checkout::Problem>> ofItems(size_t(m_items->count()));
    bool route = false;
    for (const checkout::Problem &problem : problems) {
        if (problem.index >= 0 && problem.index < m_items->count())
            ofItems[size_t(problem.index)].push_back(problem);
        else
            whole << problem.sentence;
        route = route || problem.field == Field::ProcessorRoute;
    }
    for (int row = 0; row < m_items->count(); ++row)
        itemAt(row)->setProblems(ofItems[size_t(row)]);
    setErrorFrame(m_route, route);
    m_problem->setText(whole.join(u'\n'));
    m_problem->setVisible(!whole.isEmpty());
}

QWidget *TierBlock::field(const checkout::Problem &problem) const
{
    if (problem.index >= 0 && problem.index < m_items->count())
        return itemAt(problem.index)->field(problem.field);
    if (problem.field == Field::ProcessorRoute)
        return m_route;
    return m_items->count() > 0 ? itemAt(0)->firstField() : m_add;
}

void TierBlock::addItem()
{
    const int row = m_model->addItem();
    m_items->row(row)->firstField()->setFocus();
}

void TierBlock::goToNextItem()
{
    const int last = m_model->rowCount() - 1;
    if (m_model->isBlank(last))
        itemAt(last)->firstField()->setFocus();
    else
        addItem();
}

void TierBlock::moveTier(int by)
{
    moveRow(m_draft->tiers(), row(), by);
}

void TierBlock::dragItem(LineRow *item, QPoint globalPosition)
{
    const int y = m_items->mapFromGlobal(globalPosition).y();
    for (int row = 0; row < m_items->count(); ++row) {
        const QRect place = m_items->row(row)->geometry();
        if (row != item->row() && y >= place.top() && y <= place.bottom()) {
            m_model->moveRow({}, item->row(), {}, row > item->row() ? row + 1 : row);
            return;
        }
    }
}

void TierBlock::openMenu()
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(icon(Icon::Plus), tr("Add item"), this, &TierBlock::addItem);
    menu->addSeparator();
    menu->addAction(icon(Icon::ChevronUp), tr("Move tier up"), this, [this] { moveTier(-1); });
    QAction *down = menu->addAction(icon(Icon::ChevronDown), tr("Move tier down"), this, [this] { moveTier(1); });
    down->setEnabled(row() + 1 < m_draft->tiers()->rowCount());
    menu->addSeparator();
    menu->addAction(icon(Icon::Trash), tr("Remove tier"), this, [this] { m_draft->tiers()->removeRow(row()); });
    menu->popup(m_more->mapToGlobal(QPoint(0, m_more->height())));
}

void TierBlock::keyPressEvent(QKeyEvent *event)
{
    const int key = event->key();
    if (event->modifiers() == Qt::AltModifier && (key == Qt::Key_Up || key == Qt::Key_Down))
        moveTier(key == Qt::Key_Up ? -1 : 1);
    else
        RowWidget::keyPressEvent(event);
}

} // namespace tilldeck::ui

#include "moc_tier_block.cpp"
