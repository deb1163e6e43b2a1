// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figures/quote_text.h"

#include "ui/forms/known_lists.h"

#include <QCoreApplication>

namespace tilldeck::ui {

using checkout::Split;

namespace {

struct QuoteText
{
    Q_DECLARE_TR_FUNCTIONS(tilldeck::ui::QuoteWords)
};

QString country(const QString &code)
{
    const QString name = countryName(code, QLocale());
    return name.isEmpty() ? code : name;
}

} // namespace

QString commissionLabel(const Split &split, const QLocale &locale)
{
    if (split.commissionSource == Split::CommissionSource::None)
        return QuoteText::tr("No commission");
    if (!split.commissionBasisPoints)
        return QuoteText::tr("Commission");
    const QString rate = locale.toString(double(*split.commissionBasisPoints) / 100, 'g', 6);
    switch (split.commissionSource) {
    case Split::CommissionSource::Own:
        return QuoteText::tr("Commission, own rate of %1%").arg(rate);
    case Split::CommissionSource::Marketplace:
        return QuoteText::tr("Commission, marketplace rate of %1%").arg(rate);
    case Split::CommissionSource::None:
    case Split::CommissionSource::NotTold:
        break;
    }
    return QuoteText::tr("Commission, %1%").arg(rate);
}

QString feeLabel(const checkout::Quote &quote)
{
    if (!quote.customerPaysFee)
        return QuoteText::tr("Fee");
    return *quote.customerPaysFee ? QuoteText::tr("Fee, paid by customer, included")
                                  : QuoteText::tr("Fee, paid by you");
}

QString internationalWords(const checkout::Quote &quote)
{
    if (!quote.international)
        return {};
    const bool known = !quote.businessCountry.isEmpty() && !quote.customerCountry.isEmpty();
    if (!known)
        return *quote.international ? QuoteText::tr("Yes") : QuoteText::tr("No");
    const QString from = country(quote.customerCountry);
    const QString to = country(quote.businessCountry);
    return (*quote.international ? QuoteText::tr("Yes, from %1 to %2", "customer's and business's country")
                                 : QuoteText::tr("No, from %1 to %2", "customer's and business's country"))
        .arg(from, to);
}

QString subMerchantWords(const Split &split, const QLocale &locale)
{
    return QuoteText::tr("%1.", "a sentence of its own").arg(commissionLabel(split, locale));
}

} // namespace tilldeck::ui
