// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/tiers_view.h"

#include "ui/editor/draft_editor.h"
#include "ui/editor/line_row.h"
#include "ui/editor/tier_block.h"
#include "ui/widgets/button.h"
#include "ui/widgets/label.h"
#include "ui/widgets/layouts.h"
#include "ui/widgets/step_gutter.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace tilldeck::ui {

using checkout::Field;
using checkout::Problem;

namespace {

Label *makeHead(const QString &text)
{
    auto *label = new Label(text, TextStyle::Header, Tone::Text3);
    label->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    return label;
}

} // namespace

TiersView::TiersView(DraftEditor *draft, const checkout::Capabilities &can, QWidget *parent)
    : QWidget(parent)
    , m_draft(draft)
    , m_can(can)
    , m_frame(new QWidget)
    , m_header(new QWidget)
    , m_quantityHead(makeHead(tr("Quantity")))
    , m_unitHead(makeHead(tr("Unit price")))
    , m_amountHead(makeHead(tr("Amount")))
    , m_gutter(new StepGutter)
    , m_add(new Button(Icon::Plus, tr("Add fallback tier"), ButtonKind::Link))
{
    m_header->setFixedHeight(px(24));
    auto *heads = makeRowLayout(m_header, 0);
    heads->addSpacing(px(38 + itemColumns::grip + 2)); // a margin would not change sides with the layout
    heads->addWidget(new Label(tr("Item"), TextStyle::Header, Tone::Text3), 1);
    heads->addWidget(m_quantityHead);
    heads->addSpacing(px(28));
    addWidgets(*heads, m_unitHead, m_amountHead);
    heads->addSpacing(px(2 + itemColumns::remove + itemColumns::end));
    m_tiers = new RowWidgets(draft->tiers(), [this](const QPersistentModelIndex &index) {
        auto *block = new TierBlock(m_draft, m_can, index);
        block->setPricesAsOf(m_asOf);
        connect(block, &TierBlock::arranged, this, [this] {
            fitWidths();
            update();
        });
        connect(block, &TierBlock::itemsRefreshed, this, &TiersView::fitWidths);
        return block;
    });
    auto *body = makeRowLayout(0);
    body->addWidget(m_gutter);
    body->addWidget(m_tiers, 1);
    auto *frame = makeColumnLayout(m_frame, 0, {1, 1, 1, 1});
    frame->addWidget(m_header);
    frame->addLayout(body);

    auto *below = makeRowLayout(px(6), {0, px(2), 0, 0});
    below->addWidget(m_add);
    below->addWidget(
        new Label(tr("Drag to reorder, or press Alt+Up and Alt+Down."), TextStyle::Secondary, Tone::Text3));
    below->addStretch();
    m_add->setHidden(!can.takes(Field::Cascade));
    auto *layout = makeColumnLayout(this, 0);
    layout->addWidget(m_frame);
    layout->addLayout(below);

    connect(m_tiers, &RowWidgets::arranged, this, &TiersView::arrange);
    connect(m_add, &Button::clicked, this, [this] {
        const int tier = m_draft->tiers()->addTier();
        block(tier)->firstField()->setFocus();
    });
    arrange();
}

TierBlock *TiersView::block(int tier) const
{
    return static_cast<TierBlock *>(m_tiers->row(tier));
}

void TiersView::arrange()
{
    QList<QWidget *> heads;
    // Without fallback tiers and routes there is nothing to say about the only tier.
    const bool tiered = m_can.takes(Field::Cascade) || m_can.takes(Field::ProcessorRoute) || m_tiers->count() > 1;
    for (int tier = 0; tier < m_tiers->count(); ++tier) {
        block(tier)->head()->setVisible(tiered);
        if (tiered)
            heads << block(tier)->head();
    }
    m_gutter->setAnchors(heads);
    m_gutter->setCurrent(0);
    fitWidths();
    update();
}

void TiersView::fitWidths()
{
    ItemWidths widths{px(itemColumns::quantity), px(itemColumns::unit(m_can)), px(itemColumns::amount)};
    for (int tier = 0; tier < m_tiers->count(); ++tier) {
        const ItemWidths needed = block(tier)->neededWidths();
        widths.quantity = std::max(widths.quantity, needed.quantity);
        widths.unit = std::max(widths.unit, needed.unit);
        widths.amount = std::max(widths.amount, needed.amount);
    }
    for (int tier = 0; tier < m_tiers->count(); ++tier)
        block(tier)->setWidths(widths);
    // The head of the quantity ends over its digits, which stand before the arrows, and begins over the item.
    m_quantityHead->setFixedWidth(widths.quantity + px(32));
    m_unitHead->setFixedWidth(widths.unit);
    m_amountHead->setFixedWidth(widths.amount);
}

void TiersView::setPricesAsOf(const QString &asOf)
{
    m_asOf = asOf;
    for (int tier = 0; tier < m_tiers->count(); ++tier)
        block(tier)->setPricesAsOf(asOf);
}

bool TiersView::hasField(Field field)
{
    return field == Field::LineItems || field == Field::Price || field == Field::Quantity || field == Field::Name ||
           field == Field::Amount || field == Field::ProcessorRoute;
}

void TiersView::setProblems(const std::vector<Problem> &problems)
{
    for (int tier = 0; tier < m_tiers->count(); ++tier) {
        std::vector<Problem> own;
        for (const Problem &problem : problems) {
            if (hasField(problem.field) && problem.tier == tier)
                own.push_back(problem);
        }
        block(tier)->setProblems(own);
    }
}

QWidget *TiersView::field(const Problem &problem) const
{
    return problem.tier < m_tiers->count() ? block(problem.tier)->field(problem) : m_add;
}

QWidget *TiersView::firstField() const
{
    return block(0)->firstField();
}

void TiersView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF frame = QRectF(m_frame->geometry()).adjusted(0.5, 0.5, -0.5, -0.5);
    QPainterPath path;
    path.addRoundedRect(frame, px(6), px(6));
    painter.setClipPath(path);
    const int headBottom = m_header->mapTo(this, QPoint(0, m_header->height())).y();
    painter.fillRect(QRectF(0, frame.top(), width(), headBottom - frame.top()), tokens().panel);
    painter.setPen(tokens().line);
    painter.drawLine(QPointF(0, headBottom - 0.5), QPointF(width(), headBottom - 0.5));
    for (int tier = 1; tier < m_tiers->count(); ++tier) {
        const qreal y = block(tier)->mapTo(this, QPoint(0, 0)).y() + 0.5;
        painter.drawLine(QPointF(0, y), QPointF(width(), y));
    }
    painter.setClipping(false);
    painter.setPen(tokens().lineStrong);
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(path);
}

} // namespace tilldeck::ui

#include "moc_tiers_view.cpp"
