// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/creation_request.h"

#include "checkout/pricing.h"

namespace tilldeck::desk {

http::Task<checkout::Result<providers::RequestText>> creationRequest(QPointer<Desk> desk, QString accountId,
                                                                     checkout::SessionDraft draft,
                                                                     std::optional<checkout::Quote> quote)
{
    const auto provider = co_await desk->provider(accountId);
    if (!provider)
        co_return std::unexpected(provider.error());
    const auto write = (*provider)->prepareCreation(checkout::priced(draft, quote), providers::describedKey);
    if (!write)
        co_return std::unexpected(write.error());
    co_return write->text();
}

} // namespace tilldeck::desk
