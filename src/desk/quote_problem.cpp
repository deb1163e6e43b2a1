// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/quote_problem.h"

#include "checkout/pricing.h"
#include "desk/quote_text.h"

namespace tilldeck::desk {

namespace {

/// A quote in other currencies than the draft's was made for another one.
bool belongsTo(const checkout::Quote &quote, const checkout::SessionDraft &draft)
{
    const auto charged = checkout::chargeCurrencyOf(draft);
    const bool sameCharge = !charged || quote.customerPays.currency() == *charged;
    const bool samePricing =
        !draft.pricing || !quote.conversion || quote.conversion->original.currency() == draft.pricing->currency();
    return sameCharge && samePricing;
}

} // namespace

QString quoteProblem(const checkout::SessionDraft &draft, const std::optional<checkout::Quote> &quote,
                     const QDateTime &now)
{
    if (!quote)
        return QuoteText::tr("There is no quote of the provider's. Refresh it.");
    if (!belongsTo(*quote, draft))
        return QuoteText::tr("This quote was made for another draft. Refresh it.");
    return quote->isOutdated(now) ? QuoteText::tr("This quote is outdated. Refresh it.") : QString();
}

} // namespace tilldeck::desk
