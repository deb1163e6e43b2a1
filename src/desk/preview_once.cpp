// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/preview_once.h"

#include "checkout/preview_remarks.h"
#include "checkout/pricing.h"
#include "desk/request_quote.h"

namespace tilldeck::desk {

http::Task<checkout::Preview> previewOnce(QPointer<Desk> desk, QString accountId, checkout::SessionDraft draft,
                                          checkout::Catalog catalog)
{
    checkout::Preview preview = checkout::priceLocally(draft, catalog, desk->now());
    const checkout::Capabilities can = desk->capabilities(accountId, draft.flow);
    if (can.quoteLifetime) {
        const auto answer = co_await requestQuote(desk, accountId, draft);
        if (answer) {
            preview = checkout::withQuote(std::move(preview), *answer);
        } else {
            preview.quoteState = checkout::QuoteState::Failed;
            preview.quoteError = answer.error();
        }
    }
    preview.remarks = checkout::previewRemarks(preview, can);
    co_return preview;
}

} // namespace tilldeck::desk
