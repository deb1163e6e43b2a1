// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/quote.h"

#include "checkout/pricing.h"

#include <QCoreApplication>

namespace tilldeck::desk {

using checkout::Error;
using checkout::ErrorKind;

namespace {

struct QuoteText
{
    Q_DECLARE_TR_FUNCTIONS(tilldeck::desk::Quote)
};

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

http::Task<checkout::Result<checkout::Quote>> quote(QPointer<Desk> desk, QString accountId,
                                                    checkout::SessionDraft draft)
{
    const checkout::Capabilities can = desk->capabilities(accountId, draft.flow);
    if (!can.quoteLifetime)
        co_return std::unexpected(
            Error(ErrorKind::Unsupported,
                  QuoteText::tr("%1 does not quote such a payment before it exists.").arg(can.providerName)));
    auto provider = co_await desk->provider(accountId);
    if (!provider)
        co_return std::unexpected(provider.error());
    if (!desk)
        co_return std::unexpected(closedError());
    const ProviderHandle &asked = *provider;
    const QDateTime before = desk->now();
    auto answer = co_await asked->quote(draft);
    if (!desk)
        co_return std::unexpected(closedError());
    if (!answer)
        co_return std::unexpected(answer.error());
    answer->madeAt = before;
    answer->validUntil = before.addSecs(can.quoteLifetime->count());
    co_return checkout::Quote(*answer);
}

http::Task<checkout::Preview> previewOnce(QPointer<Desk> desk, QString accountId, checkout::SessionDraft draft,
                                          checkout::Catalog catalog)
{
    checkout::Preview preview = checkout::priceLocally(draft, catalog, desk->now());
    if (!desk->capabilities(accountId, draft.flow).quoteLifetime)
        co_return preview;
    const auto answer = co_await quote(desk, accountId, draft);
    if (answer)
        co_return checkout::withQuote(std::move(preview), *answer);
    preview.quoteState = checkout::QuoteState::Failed;
    preview.quoteError = answer.error();
    co_return preview;
}

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
