// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/preview/headline.h"

#include "ui/widgets/amount.h"
#include "ui/widgets/label.h"
#include "ui/widgets/layouts.h"

namespace tilldeck::ui {

QWidget *makeHeadline(const QString &label, const std::optional<money::Money> &amount, FigureSource from)
{
    auto *head = makeRowLayout(px(6));
    addWidgets(*head, new Label(label, TextStyle::Secondary, Tone::Text2), new FigureTag(from));
    head->addStretch();
    auto *figure = new AmountLabel(AmountLabel::Size::Main);
    figure->setAmount(amount);
    figure->setAccessibleDescription(figure->text());
    figure->setAccessibleName(label);
    auto *headline = new QWidget;
    auto *column = makeColumnLayout(headline, px(1));
    column->addLayout(head);
    column->addWidget(figure, 0, Qt::AlignLeading);
    return headline;
}

} // namespace tilldeck::ui
