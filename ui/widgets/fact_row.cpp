// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/fact_row.h"

#include "ui/widgets/amount.h"
#include "ui/widgets/button.h"
#include "ui/widgets/folding_row.h"
#include "ui/widgets/layouts.h"

namespace tilldeck::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int leastName = 200; ///< So much of what a figure is stands beside it, or above where both do not fit.

} // namespace

PartyHead::PartyHead(QWidget *parent)
    : QWidget(parent)
    , m_name(new ElidedLabel({}, TextStyle::Title))
    , m_detail(new ElidedLabel({}, TextStyle::Secondary, Tone::Text2))
    , m_amount(new AmountLabel(AmountLabel::Size::Main))
{
    auto *row = makeRowLayout(this, px(8));
    auto *names = makeColumnLayout(0);
    addWidgets(*names, m_name, m_detail);
    row->addLayout(names, 1);
    row->addWidget(m_amount, 0, Qt::AlignVCenter);
}

void PartyHead::setParty(const QString &name, const QString &detail)
{
    m_name->setText(name);
    m_detail->setText(detail);
    m_detail->setVisible(!detail.isEmpty());
}

void PartyHead::setAmount(const std::optional<money::Money> &amount)
{
    m_amount->setAmount(amount);
}

SectionHead::SectionHead(const QString &title, const QString &trailing, QWidget *parent)
    : QWidget(parent)
{
    auto *row = makeRowLayout(this, px(8));
    row->addWidget(new Label(title, TextStyle::Header, Tone::Text2));
    row->addStretch(1);
    if (!trailing.isEmpty())
        row->addWidget(new Label(trailing, TextStyle::Code, Tone::Text3));
}

FactRow::FactRow(const QString &label, const QString &value, TextStyle style, QWidget *parent)
    : QWidget(parent)
    , m_layout(makeRowLayout(this, px(8)))
    , m_value(new ElidedLabel(value, style, Tone::Text, style == TextStyle::Mono ? Qt::ElideMiddle : Qt::ElideRight))
{
    auto *name = new ElidedLabel(label, TextStyle::Body, Tone::Text2);
    m_value->setAlignment(Qt::AlignTrailing | Qt::AlignVCenter);
    m_value->setAccessibleName(u"%1: %2"_s.arg(label, value));
    m_layout->addWidget(name);
    m_layout->addWidget(m_value, 1);
}

IconButton *FactRow::addCopyButton(const QString &name)
{
    auto *button = new IconButton(Icon::Copy, name);
    button->setFixedSize(px(22), px(22));
    m_layout->setSpacing(px(4));
    m_layout->addWidget(button);
    return button;
}

void FactRow::setLink(const QString &accessibleName)
{
    auto *link = new Button(m_value->text(), ButtonKind::Link);
    link->setAccessibleName(accessibleName);
    link->setFont(m_value->font());
    link->setLayoutDirection(Qt::LeftToRight);
    connect(link, &QPushButton::clicked, this, &FactRow::linkActivated);
    delete m_layout->replaceWidget(m_value, link);
    m_layout->setStretchFactor(link, 0);
    delete m_value;
    m_value = nullptr;
}

FigureRow::FigureRow(const QString &label, const std::optional<money::Money> &amount, FigureSource source, bool total,
                     QWidget *parent)
    : QWidget(parent)
{
    auto *name = new QWidget;
    auto *names = makeRowLayout(name, px(8));
    auto *text = new ElidedLabel(label, total ? TextStyle::Total : TextStyle::Body, total ? Tone::Text : Tone::Text2);
    text->setMinimumWidth(std::min(text->sizeHint().width(), px(leastName)));
    addWidgets(*names, text, new FigureTag(source));
    names->addStretch(1);
    auto *value = new QWidget;
    auto *values = makeRowLayout(value, 0);
    auto *figure = new AmountLabel(total ? AmountLabel::Size::Total : AmountLabel::Size::Body, CurrencySlot::Hidden);
    figure->setAmount(amount);
    values->addStretch(1);
    values->addWidget(figure);
    auto *row = new FoldingRow(px(8));
    row->addPart(name, 1);
    row->addPart(value, 0);
    makeColumnLayout(this, 0)->addWidget(row);
}

} // namespace tilldeck::ui

#include "moc_fact_row.cpp"
