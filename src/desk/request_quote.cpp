// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/request_quote.h"

#include "desk/quote_text.h"
#include "desk/use_case_log.h"
#include "desk/while_open.h"

namespace tilldeck::desk {

using checkout::Error;
using checkout::ErrorKind;

namespace {

http::Task<checkout::Result<checkout::Quote>> doRequestQuote(QPointer<Desk> desk, QString accountId,
                                                             checkout::SessionDraft draft)
{
    const checkout::Capabilities can = desk->capabilities(accountId, draft.flow);
    if (!can.quoteLifetime)
        co_return std::unexpected(
            Error(ErrorKind::Unsupported,
                  QuoteText::tr("%1 does not quote such a payment before it exists.").arg(can.providerName)));
    auto provider = co_await whileOpen(desk, desk->provider(accountId));
    if (!provider)
        co_return std::unexpected(provider.error());
    const ProviderHandle &asked = *provider;
    const QDateTime before = desk->now();
    auto answer = co_await whileOpen(desk, asked->quote(draft));
    if (!answer)
        co_return std::unexpected(answer.error());
    answer->madeAt = before;
    answer->validUntil = before.addSecs(can.quoteLifetime->count());
    co_return checkout::Quote(*answer);
}

} // namespace

http::Task<checkout::Result<checkout::Quote>> requestQuote(QPointer<Desk> desk, QString accountId,
                                                           checkout::SessionDraft draft)
{
    const UseCaseLog log("requestQuote", accountId);
    return log.ending(doRequestQuote(std::move(desk), std::move(accountId), std::move(draft)));
}

} // namespace tilldeck::desk
