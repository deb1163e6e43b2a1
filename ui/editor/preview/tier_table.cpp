// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/preview/tier_table.h"

#include "ui/editor/preview/preview_text.h"
#include "ui/figures/figure_source.h"
#include "ui/style/icon.h"
#include "ui/style/paint.h"
#include "ui/widgets/amount.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/label.h"
#include "ui/widgets/layouts.h"
#include "ui/widgets/scroll_area.h"

#include <QGridLayout>
#include <QPainter>
#include <QScrollArea>
#include <QStyle>

#include <algorithm>

namespace tilldeck::ui {

using checkout::Breakdown;
using checkout::Certainty;
using checkout::Figure;

namespace {

constexpr int labelWidth = 98;
constexpr int columnWidth = 76;

/// Returns glyph and word of what happens to a tier.
QWidget *makeOutcome(TierOutcome outcome)
{
    auto *cell = new QWidget;
    auto *layout = makeRowLayout(cell, px(4));
    const Icon glyph = outcome == TierOutcome::Charged    ? Icon::StatusCompleted
                       : outcome == TierOutcome::Declined ? Icon::StatusFailed
                                                          : Icon::StatusExpired;
    const Tone tone = outcome == TierOutcome::Charged    ? Tone::Good
                      : outcome == TierOutcome::Declined ? Tone::Danger
                                                         : Tone::Text2;
    auto *mark = new QLabel;
    mark->setPixmap(icon(glyph, tone).pixmap(px(12), px(12)));
    layout->addStretch();
    addWidgets(*layout, mark, new Label(outcomeText(outcome), TextStyle::Secondary, tone));
    return cell;
}

/// Lays out the cells, and paints a band behind the charged column.
class Grid : public QWidget
{
public:
    Grid(int tiers, int charged)
        : m_tiers(tiers)
        , m_charged(charged)
        , m_layout(new QGridLayout(this))
    {
        m_layout->setContentsMargins(0, 0, 0, 0);
        m_layout->setHorizontalSpacing(0);
        m_layout->setVerticalSpacing(0);
        m_layout->setColumnMinimumWidth(0, px(labelWidth));
        for (int tier = 0; tier < tiers; ++tier) {
            m_layout->setColumnMinimumWidth(tier + 1, px(columnWidth));
            m_layout->setColumnStretch(tier + 1, 1);
        }
    }

    void addRow(const QString &label, bool strong)
    {
        m_layout->setRowMinimumHeight(++m_row, px(24));
        m_layout->addWidget(
            new Label(label, strong ? TextStyle::Total : TextStyle::Secondary, strong ? Tone::Text : Tone::Text2),
            m_row, 0);
    }

    void addCell(int tier, QWidget *widget)
    {
        widget->setContentsMargins(px(2), 0, px(6), 0);
        m_layout->addWidget(widget, m_row, tier + 1, Qt::AlignRight | Qt::AlignVCenter);
    }

    void addFigure(int tier, const std::optional<money::Money> &amount, bool strong)
    {
        auto *figure =
            new AmountLabel(strong ? AmountLabel::Size::Total : AmountLabel::Size::Body, CurrencySlot::Hidden);
        figure->setAmount(amount);
        if (!strong)
            figure->setTone(Tone::Text2);
        auto *cell = new QWidget;
        auto *layout = new QHBoxLayout(cell);
        layout->addWidget(figure);
        layout->setContentsMargins(px(2), 0, px(6), 0);
        m_layout->addWidget(cell, m_row, tier + 1, Qt::AlignRight | Qt::AlignVCenter);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        if (m_charged >= m_tiers)
            return;
        QPainter painter(this);
        const QRect band = m_layout->cellRect(0, m_charged + 1).united(m_layout->cellRect(m_row, m_charged + 1));
        painter.fillRect(mirrored(*this, band), tokens().selected);
    }

private:
    int m_tiers;
    int m_charged;
    QGridLayout *m_layout;
    int m_row = -1;
};

} // namespace

TierTable::TierTable(const checkout::Preview &preview, int declined, QWidget *parent)
    : QWidget(parent)
{
    const int tiers = int(preview.tiers.size());
    auto *grid = new Grid(tiers, declined);
    const auto any = [&](auto member) {
        return std::ranges::any_of(preview.tiers,
                                   [member](const Breakdown &tier) { return (tier.*member).has_value(); });
    };
    const auto figures = [&](const QString &label, std::optional<Figure> Breakdown::*member, bool negative,
                             bool strong) {
        grid->addRow(label, strong);
        for (const Breakdown &tier : preview.tiers)
            grid->addFigure(tier.tier, negative ? negatedFigure(tier.*member) : figureAmount(tier.*member), strong);
    };

    grid->addRow({}, false);
    for (int tier = 0; tier < tiers; ++tier)
        grid->addCell(tier, new Label(tr("Tier %1").arg(locale().toString(tier + 1)), TextStyle::SecondaryStrong));
    grid->addRow(tr("Outcome"), false);
    for (int tier = 0; tier < tiers; ++tier)
        grid->addCell(tier, makeOutcome(tierOutcome(tier, declined)));
    figures(tr("Items"), &Breakdown::subtotal, false, false);
    if (any(&Breakdown::discount))
        figures(tr("Discount"), &Breakdown::discount, true, false);
    figures(tr("Customer pays"), &Breakdown::customerPays, false, true);
    if (any(&Breakdown::fees))
        figures(tr("Fees"), &Breakdown::fees, true, false);
    if (any(&Breakdown::received))
        figures(tr("You receive"), &Breakdown::received, false, true);

    const bool firstIsKnown =
        preview.tiers.front().customerPays && preview.tiers.front().customerPays->certainty != Certainty::Estimate;
    const bool estimated = std::ranges::any_of(preview.tiers, [](const Breakdown &tier) {
        return tier.customerPays && tier.customerPays->certainty == Certainty::Estimate;
    });
    auto *head = makeRowLayout(px(6));
    head->addWidget(new Label(tr("All tiers"), TextStyle::Header, Tone::Text3));
    head->addStretch();
    if (estimated && firstIsKnown)
        head->addWidget(new Label(tr("Discount on fallback tiers"), TextStyle::Code, Tone::Text3));
    head->addWidget(new FigureTag(estimated ? FigureSource::Estimate : FigureSource::Reported));

    m_scroll = makeScrollArea(grid);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    m_scroll->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFixedHeight(grid->sizeHint().height());
    auto *layout = makeColumnLayout(this, px(2));
    layout->addLayout(head);
    layout->addWidget(m_scroll);
}

void TierTable::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const bool scrolls = m_scroll->widget()->minimumSizeHint().width() > width();
    m_scroll->setFocusPolicy(scrolls ? Qt::StrongFocus : Qt::NoFocus);
    m_scroll->setFixedHeight(m_scroll->widget()->sizeHint().height() + (scrolls ? px(14) : 0));
}

} // namespace tilldeck::ui

#include "moc_tier_table.cpp"
