// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/preview/breakdown_view.h"

#include "checkout/charged_again.h"
#include "ui/editor/preview/headline.h"
#include "ui/figures/figure_source.h"
#include "ui/widgets/amount.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/folding_row.h"
#include "ui/widgets/label.h"
#include "ui/widgets/layouts.h"

#include <QCoreApplication>
#include <QHBoxLayout>

#include <algorithm>
#include <utility>
#include <vector>

namespace tilldeck::ui {

using namespace Qt::StringLiterals;

using checkout::Breakdown;

namespace {

struct BreakdownViewText
{
    Q_DECLARE_TR_FUNCTIONS(tilldeck::ui::BreakdownView)
};

/// Adds lines of label, tag and amount to a layout, with the amounts under each other.
class BreakdownLines
{
public:
    explicit BreakdownLines(QVBoxLayout *layout, int fractionDigits)
        : m_layout(layout)
        , m_fractionDigits(fractionDigits)
    {
    }

    /// Adds an item: where its name is elided, its quantity is not.
    void addItem(const QString &name, const QString &quantity, const std::optional<money::Money> &amount)
    {
        add(name, amount, FigureSource::Reported);
        auto *line = static_cast<QHBoxLayout *>(m_layout->itemAt(m_layout->count() - 1)->layout());
        line->insertWidget(1, new Label(quantity, TextStyle::Body, Tone::Text2));
    }

    void add(const QString &label, const std::optional<money::Money> &amount, FigureSource from, bool total = false)
    {
        auto *figure =
            new AmountLabel(total ? AmountLabel::Size::Total : AmountLabel::Size::Body, CurrencySlot::Hidden);
        figure->setAmount(amount);
        figure->setFractionDigits(m_fractionDigits);
        row(label, from, total)->addWidget(figure);
    }

    /// Adds a line for a figure that is not known, and says why.
    void addUnknown(const QString &label, const QString &why)
    {
        row(label, FigureSource::Reported, false)->addWidget(new Label(why, TextStyle::Secondary, Tone::Text3));
    }

private:
    QHBoxLayout *row(const QString &label, FigureSource from, bool total)
    {
        auto *line = makeRowLayout(px(6));
        auto *text =
            new ElidedLabel(label, total ? TextStyle::Total : TextStyle::Body, total ? Tone::Text : Tone::Text2);
        addWidgets(*line, text, new FigureTag(from));
        line->addStretch(1);
        m_layout->addLayout(line);
        return line;
    }

    QVBoxLayout *m_layout;
    int m_fractionDigits;
};

} // namespace

QWidget *makeSummary(const Breakdown &first, const Breakdown *charged, const QString &sentence)
{
    auto *summary = new QWidget;
    auto *layout = makeColumnLayout(summary, px(6), {0, 0, 0, px(4)});
    auto *figures = new FoldingRow(px(8));
    std::optional<money::Money> pays;
    if (charged)
        pays = figureAmount(charged->customerPays);
    else if (first.subtotal)
        pays = money::Money(0, first.subtotal->amount.currency());
    const QString label = BreakdownViewText::tr("Customer pays");
    figures->addPart(makeHeadline(label, pays, charged ? sourceOf(charged->customerPays) : FigureSource::Reported));
    if (charged && charged->received)
        figures->addPart(makeHeadline(BreakdownViewText::tr("You receive"), figureAmount(charged->received),
                                      sourceOf(charged->received)));
    layout->addWidget(figures);
    layout->addWidget(makeWrappedLabel(sentence, TextStyle::Secondary, Tone::Text2));
    return summary;
}

QWidget *makeBreakdown(const Breakdown &breakdown, int tiers, const checkout::Capabilities &can, const QLocale &locale)
{
    auto *view = new QWidget;
    auto *layout = makeColumnLayout(view, px(3), {0, 0, 0, px(4)});
    auto *head = new QHBoxLayout;
    head->addWidget(new Label(tiers > 1
                                  ? BreakdownViewText::tr("Breakdown, tier %1").arg(locale.toString(breakdown.tier + 1))
                                  : BreakdownViewText::tr("Breakdown"),
                              TextStyle::Header, Tone::Text3));
    head->addStretch();
    std::optional<money::Currency> currency;
    for (const auto &line : breakdown.lines) {
        if (line.unitAmount && !currency)
            currency = line.unitAmount->currency();
    }
    head->addWidget(new Label(currency ? currency->code() : QString(), TextStyle::Code, Tone::Text3));
    layout->addLayout(head);

    BreakdownLines lines(layout, currency ? currency->exponent() : 0);
    const QString nameless = can.takes(checkout::Field::Name) ? BreakdownViewText::tr("No name yet")
                                                              : BreakdownViewText::tr("No price chosen");
    for (const auto &line : breakdown.lines) {
        const QString name = line.label.isEmpty() ? nameless : line.label;
        lines.addItem(name, BreakdownViewText::tr("× %1", "quantity").arg(locale.toString(line.quantity)), line.total);
    }
    if (!breakdown.discountLabel.isEmpty()) {
        if (breakdown.discount)
            lines.add(breakdown.discountLabel, negatedFigure(breakdown.discount), sourceOf(breakdown.discount));
        else
            lines.addUnknown(breakdown.discountLabel, BreakdownViewText::tr("Not known here"));
    }
    if (breakdown.unpricedNote) {
        const bool blank = !can.takes(checkout::Field::Name) &&
                           std::ranges::any_of(breakdown.lines, [](const checkout::BreakdownLine &line) {
                               return line.label.isEmpty();
                           });
        layout->addWidget(makeWrappedLabel(blank ? BreakdownViewText::tr("Choose a price to see its amount.")
                                                 : *breakdown.unpricedNote,
                                           TextStyle::Secondary, Tone::Text3));
    }
    layout->addSpacing(px(4));
    layout->addWidget(new Rule);
    layout->addSpacing(px(4));
    lines.add(BreakdownViewText::tr("Customer pays"), figureAmount(breakdown.customerPays),
              sourceOf(breakdown.customerPays), true);
    const QStringList then = checkout::chargedAgainTexts(breakdown, locale);
    if (!then.isEmpty())
        layout->addWidget(makeWrappedLabel(then.join(u' '), TextStyle::Secondary, Tone::Text2));
    if (breakdown.fees)
        lines.add(BreakdownViewText::tr("Fees, paid by you"), negatedFigure(breakdown.fees), sourceOf(breakdown.fees));
    else
        lines.addUnknown(BreakdownViewText::tr("Fees"),
                         BreakdownViewText::tr("Not quoted by %1").arg(can.providerName));
    if (breakdown.received)
        lines.add(BreakdownViewText::tr("You receive"), figureAmount(breakdown.received), sourceOf(breakdown.received),
                  true);
    return view;
}

} // namespace tilldeck::ui
