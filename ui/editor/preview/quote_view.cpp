// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/preview/quote_view.h"

#include "money/format.h"
#include "ui/editor/preview/headline.h"
#include "ui/figures/charge_figures.h"
#include "ui/figures/gateway_name.h"
#include "ui/figures/quote_text.h"
#include "ui/widgets/amount.h"
#include "ui/widgets/fact_row.h"
#include "ui/widgets/folding_row.h"
#include "ui/widgets/inline_message.h"
#include "ui/widgets/layouts.h"

#include <QCoreApplication>

namespace tilldeck::ui {

using checkout::Quote;
using money::Money;

namespace {

struct QuoteViewText
{
    Q_DECLARE_TR_FUNCTIONS(tilldeck::ui::QuoteView)
};

/// Returns a headline with the figure in words below.
QWidget *makeQuoteHeadline(const QString &label, const Money &amount, FigureSource from, const QLocale &locale)
{
    auto *headline = makeHeadline(label, amount, from);
    headline->layout()->addWidget(
        makeWrappedLabel(money::formatInWords(amount, locale), TextStyle::Secondary, Tone::Text2));
    return headline;
}

class View
{
public:
    View(const Quote &quote, const QString &provider, const QLocale &locale)
        : m_quote(quote)
        , m_provider(provider)
        , m_locale(locale)
        , m_widget(new QWidget)
        , m_layout(makeColumnLayout(m_widget, px(3), {0, 0, 0, px(4)}))
    {
    }

    QWidget *build()
    {
        auto *figures = new FoldingRow(px(8));
        figures->addPart(
            makeQuoteHeadline(QuoteViewText::tr("Customer pays"), m_quote.customerPays, totalSource(), m_locale));
        const auto net = m_quote.split && m_quote.split->net ? m_quote.split->net : std::nullopt;
        if (m_quote.businessReceives && !net)
            figures->addPart(makeQuoteHeadline(QuoteViewText::tr("You receive"), *m_quote.businessReceives,
                                               totalSource(), m_locale));
        else if (net)
            figures->addPart(
                makeQuoteHeadline(QuoteViewText::tr("Sub-merchant receives"), *net, FigureSource::Estimate, m_locale));
        m_layout->addWidget(figures);
        customer();
        business();
        conversion();
        facts();
        return m_widget;
    }

private:
    FigureSource totalSource() const { return m_quote.isMultiplied ? FigureSource::Estimate : FigureSource::Quote; }

    void section(const QString &title, const QString &trailing = {})
    {
        m_layout->addSpacing(px(4));
        m_layout->addWidget(new Rule);
        m_layout->addSpacing(px(4));
        m_layout->addWidget(new SectionHead(title, trailing));
    }

    void figure(const QString &label, const std::optional<Money> &amount, bool total = false,
                FigureSource from = FigureSource::Reported)
    {
        if (amount)
            m_layout->addWidget(new FigureRow(label, amount, from, total));
    }

    void fact(const QString &label, const QString &value)
    {
        if (!value.isEmpty())
            m_layout->addWidget(new FactRow(label, value));
    }

    void note(const QString &text, Tone tone = Tone::Text3)
    {
        m_layout->addWidget(makeWrappedLabel(text, TextStyle::Secondary, tone));
    }

    void customer()
    {
        section(QuoteViewText::tr("The customer"), m_quote.customerPays.currency().code());
        figure(m_quote.productTitle.isEmpty() ? QuoteViewText::tr("Price") : m_quote.productTitle, m_quote.base);
        // A fee that is not the customer's is in no total: it stands after it.
        const bool included = m_quote.customerPaysFee.value_or(false);
        if (included)
            figure(quoteFeeLabel(m_quote), m_quote.fee);
        figure(QuoteViewText::tr("Customer pays"), m_quote.customerPays, true,
               m_quote.isMultiplied ? FigureSource::Estimate : FigureSource::Reported);
        if (!included)
            figure(quoteFeeLabel(m_quote), m_quote.fee);
        if (m_quote.fee && m_quote.customerPaysFee == std::optional(false))
            note(QuoteViewText::tr("This fee is not in the customer's total."));
        if (!m_quote.fee)
            note(QuoteViewText::tr("%1 quotes no fee.").arg(m_provider));
    }

    void business()
    {
        if (m_quote.split) {
            const checkout::Split &split = *m_quote.split;
            section(QuoteViewText::tr("Your side"), split.gross.currency().code());
            figure(QuoteViewText::tr("Priced"), split.gross);
            if (split.commission)
                figure(commissionLabel(split, m_locale), split.commission->times(-1), false, FigureSource::Estimate);
            else
                note(commissionLabel(split, m_locale));
            figure(QuoteViewText::tr("Net to %1", "a sub-merchant").arg(split.name()), split.net, true,
                   FigureSource::Estimate);
            own(split);
            if (split.net)
                note(QuoteViewText::tr("The split is computed here from the rate that %1 reports.").arg(m_provider));
        } else if (m_quote.businessReceives) {
            section(QuoteViewText::tr("Your side"), m_quote.businessReceives->currency().code());
            figure(QuoteViewText::tr("You receive"), m_quote.businessReceives, true,
                   m_quote.isMultiplied ? FigureSource::Estimate : FigureSource::Reported);
        }
    }

    /// Shows what is left to the merchant after the split and the fee. No provider reports it: it is counted here.
    void own(const checkout::Split &split)
    {
        const auto share = split.net ? split.gross.plus(split.net->times(-1).value_or(*split.net)) : std::nullopt;
        if (!share)
            return;
        const bool paysFee = m_quote.fee && m_quote.customerPaysFee == std::optional(false);
        const QString label = paysFee ? QuoteViewText::tr("Yours, before the fee") : QuoteViewText::tr("Yours");
        m_layout->addWidget(new FigureRow(label, share, FigureSource::Estimate, true));
        if (!paysFee)
            return;
        const auto fee = m_quote.fee->times(-1);
        if (fee && fee->currency() == share->currency())
            m_layout->addWidget(new FigureRow(QuoteViewText::tr("Yours, after the fee"), share->plus(*fee),
                                              FigureSource::Estimate, true));
        else
            note(
                QuoteViewText::tr("From it goes the fee of %1, which you pay. It is in another currency, so nothing is "
                                  "summed up.")
                    .arg(money::format(*m_quote.fee, m_locale)));
    }

    void conversion()
    {
        if (!m_quote.conversion)
            return;
        const checkout::Conversion &conversion = *m_quote.conversion;
        section(QuoteViewText::tr("Conversion"));
        fact(QuoteViewText::tr("Priced"), money::format(conversion.original, m_locale));
        fact(QuoteViewText::tr("Converted"), money::format(conversion.converted, m_locale));
        if (conversion.rate.isEmpty()) {
            note(QuoteViewText::tr("%1 tells no rate.").arg(m_provider));
            return;
        }
        fact(QuoteViewText::tr("Rate as reported"), rateText(conversion, m_locale));
        if (conversion.rateFits() == std::optional(false)) {
            auto *message = new InlineMessage(Severity::Info);
            message->setMessage(QuoteViewText::tr("The reported rate and the amounts do not fit."),
                                QuoteViewText::tr("Both are shown as %1 sent them.").arg(m_provider));
            m_layout->addSpacing(px(4));
            m_layout->addWidget(message);
        }
    }

    void facts()
    {
        const QString international = internationalText(m_quote);
        if (m_quote.gateway.isEmpty() && international.isEmpty())
            return;
        section(QuoteViewText::tr("Payment"));
        fact(QuoteViewText::tr("Gateway"), gatewayName(m_quote.gateway));
        fact(QuoteViewText::tr("International"), international);
    }

    const Quote &m_quote;
    QString m_provider;
    QLocale m_locale;
    QWidget *m_widget;
    QVBoxLayout *m_layout;
};

} // namespace

QWidget *makeQuoteView(const Quote &quote, const QString &provider, const QLocale &locale)
{
    return View(quote, provider, locale).build();
}

} // namespace tilldeck::ui
