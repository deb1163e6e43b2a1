// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figures/figure_section.h"

#include "ui/widgets/amount.h"
#include "ui/widgets/fact_row.h"
#include "ui/widgets/layouts.h"

#include <QCoreApplication>
#include <QGridLayout>

#include <algorithm>
#include <set>

namespace tilldeck::ui {

using namespace Qt::StringLiterals;

namespace {

struct FigureSectionText
{
    Q_DECLARE_TR_FUNCTIONS(tilldeck::ui::FigureSection)
};

using Member = std::optional<money::Money> FigureLine::*;

/// Returns the currency of all figures; empty when they have several.
QString commonCurrency(const FigureGroup &group)
{
    std::set<QString> codes;
    for (const FigureLine &line : group.lines) {
        for (const auto &amount : {line.quoted, line.reported}) {
            if (amount)
                codes.insert(amount->currency().code());
        }
    }
    return codes.size() == 1 ? *codes.begin() : QString();
}

/// Returns "Amounts NGN", the head of the labels where the figures have heads of their own.
QWidget *smallHead(const QString &title, const QString &currency)
{
    auto *head = new QWidget;
    auto *row = makeRowLayout(head, px(8));
    row->addWidget(new Label(title, TextStyle::Header, Tone::Text2));
    row->addWidget(new Label(currency, TextStyle::Code, Tone::Text3));
    row->addStretch(1);
    return head;
}

void addRate(QVBoxLayout *column, const checkout::Conversion &conversion)
{
    if (conversion.rate.isEmpty())
        return;
    column->addWidget(new FactRow(FigureSectionText::tr("Rate as reported"), rateText(conversion, QLocale())));
    const QString note = rateNote(conversion);
    if (note.isEmpty())
        return;
    auto *label = makeWrappedLabel(note, TextStyle::Secondary, Tone::Warning);
    label->setObjectName(u"rateNote"_s);
    column->addWidget(label);
}

} // namespace

void addFigures(QVBoxLayout *column, const FigureGroup &group, const QString &reported)
{
    const QString currency = commonCurrency(group);
    const bool hasQuoted =
        std::ranges::any_of(group.lines, [](const FigureLine &line) { return line.quoted.has_value(); });
    std::vector<std::pair<Member, QString>> columns;
    if (hasQuoted)
        columns.emplace_back(&FigureLine::quoted, group.isComputedHere ? FigureSectionText::tr("Computed here")
                                                                       : FigureSectionText::tr("As quoted"));
    if (std::ranges::any_of(group.lines, [](const FigureLine &line) { return line.reported.has_value(); }))
        columns.emplace_back(&FigureLine::reported, reported);

    auto *box = new QWidget;
    auto *grid = new QGridLayout(box);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(px(12));
    grid->setVerticalSpacing(px(4));
    grid->setColumnStretch(0, 1);
    const int width = static_cast<int>(columns.size()) + 1;
    column->addWidget(new Rule);
    if (!hasQuoted) {
        column->addWidget(new SectionHead(group.title, currency));
    } else {
        grid->addWidget(smallHead(group.title, currency), 0, 0);
        for (int i = 1; i < width; ++i)
            grid->addWidget(new Label(columns[static_cast<size_t>(i - 1)].second, TextStyle::Header, Tone::Text3), 0, i,
                            Qt::AlignRight | Qt::AlignAbsolute);
    }
    int row = 1;
    for (const FigureLine &line : group.lines) {
        if (line.total && row > 1)
            grid->addWidget(new Rule, row++, 0, 1, width);
        grid->addWidget(new ElidedLabel(line.label, line.total ? TextStyle::Total : TextStyle::Body,
                                        line.total ? Tone::Text : Tone::Text2),
                        row, 0);
        for (int i = 1; i < width; ++i) {
            auto *figure = new AmountLabel(line.total ? AmountLabel::Size::Total : AmountLabel::Size::Body,
                                           currency.isEmpty() ? CurrencySlot::Shown : CurrencySlot::Hidden);
            figure->setAmount(line.*columns[static_cast<size_t>(i - 1)].first);
            grid->addWidget(figure, row, i);
        }
        ++row;
    }
    column->addWidget(box);
    if (group.conversion)
        addRate(column, *group.conversion);
}

} // namespace tilldeck::ui
