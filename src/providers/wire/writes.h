// SPDX-License-Identifier: GPL-3.0-or-later
// Calls that change something at a provider.
#pragma once

#include "providers/wire/api.h"

namespace tilldeck::providers {

/// Sends @p request once and returns what @p decode, a function from QJsonDocument to checkout::Result<T>, reads from
/// the answer. @p draft is what a creation sends, to find the fields that a refusal names. Errors: UnknownOutcome also
/// when the answer to a success cannot be read.
template <class T, class Decode>
http::Task<checkout::Result<T>> writeOnce(Api api, Call call, http::Request request, Decode decode,
                                          checkout::SessionDraft draft)
{
    const auto answer = co_await sendOnce(api, call, std::move(request), std::move(draft));
    if (!answer)
        co_return std::unexpected(answer.error());
    checkout::Result<T> read = decode(*answer);
    if (!read)
        co_return std::unexpected(api.withoutKey(unreadableWrite(api.provider(), call, read.error())));
    co_return std::move(read);
}

/// Returns @p request as a write that writeOnce() sends.
template <class T, class Decode>
Write<T> writeOf(const Api &api, Call call, http::Request request, Decode decode,
                 const checkout::SessionDraft &draft = {})
{
    return Write<T>(std::move(request), [api, call, decode, draft](http::Request ready) {
        return writeOnce<T>(api, call, std::move(ready), decode, draft);
    });
}

/// Returns a call that ends with @p error before anything is sent.
template <class T> http::Task<checkout::Result<T>> failedTask(checkout::Error error)
{
    co_return std::unexpected(std::move(error));
}

} // namespace tilldeck::providers
