// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/preview_once.h"

#include "checkout/pricing.h"
#include "desk/request_quote.h"

namespace tilldeck::desk {

http::Task<checkout::Preview> previewOnce(QPointer<Desk> desk, QString accountId, checkout::SessionDraft draft,
                                          checkout::Catalog catalog)
{
    checkout::Preview preview = checkout::priceLocally(draft, catalog, desk->now());
    if (!desk->capabilities(accountId, draft.flow).quoteLifetime)
        co_return preview;
    const auto answer = co_await requestQuote(desk, accountId, draft);
    if (answer)
        co_return checkout::withQuote(std::move(preview), *answer);
    preview.quoteState = checkout::QuoteState::Failed;
    preview.quoteError = answer.error();
    co_return preview;
}

} // namespace tilldeck::desk
