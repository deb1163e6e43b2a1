// SPDX-License-Identifier: GPL-3.0-or-later
// Calls that change something, beside creating a session.
#pragma once

#include "providers/wire/api.h"

namespace tilldeck::providers {

/// Sends REQUEST once. An answer that DECODE cannot read is UnknownOutcome. DECODE turns a QJsonDocument into a
/// checkout::Result<T>.
template <class T, class Decode>
http::Task<checkout::Result<T>> writeOnce(Api api, Call call, http::Request request, Decode decode)
{
    checkout::SessionDraft none;
    const auto answer = co_await sendOnce(api, call, std::move(request), std::move(none));
    if (!answer)
        co_return std::unexpected(answer.error());
    checkout::Result<T> read = decode(*answer);
    if (!read)
        co_return std::unexpected(api.withoutKey(unreadableWrite(api.provider(), call, read.error())));
    co_return std::move(read);
}

/// A call that ends with ERROR before anything is sent.
template <class T> http::Task<checkout::Result<T>> failedTask(checkout::Error error)
{
    co_return std::unexpected(std::move(error));
}

} // namespace tilldeck::providers
