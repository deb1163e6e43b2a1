// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figures/quote_text.h"

#include "ui/figures/charge_figures.h"
#include "ui/forms/known_lists.h"

#include <QCoreApplication>

namespace tilldeck::ui {

namespace {

struct QuoteText
{
    Q_DECLARE_TR_FUNCTIONS(tilldeck::ui::QuoteText)
};

QString countryOrCode(const QString &code)
{
    const QString name = countryName(code, QLocale());
    return name.isEmpty() ? code : name;
}

} // namespace

QString quoteFeeLabel(const checkout::Quote &quote)
{
    return quote.customerPaysFee.value_or(false) ? QuoteText::tr("Fee, paid by customer, included")
                                                 : feeLabel(quote.customerPaysFee);
}

QString internationalText(const checkout::Quote &quote)
{
    if (!quote.international)
        return {};
    const bool known = !quote.businessCountry.isEmpty() && !quote.customerCountry.isEmpty();
    if (!known)
        return *quote.international ? QuoteText::tr("Yes") : QuoteText::tr("No");
    const QString from = countryOrCode(quote.customerCountry);
    const QString to = countryOrCode(quote.businessCountry);
    return (*quote.international ? QuoteText::tr("Yes, from %1 to %2", "customer's and business's country")
                                 : QuoteText::tr("No, from %1 to %2", "customer's and business's country"))
        .arg(from, to);
}

QString commissionText(const checkout::Split &split, const QLocale &locale)
{
    return QuoteText::tr("%1.", "a sentence of its own").arg(commissionLabel(split, locale));
}

} // namespace tilldeck::ui
