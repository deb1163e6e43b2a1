// SPDX-License-Identifier: GPL-3.0-or-later
// Calls that read one object at a provider.
#pragma once

#include "providers/wire/api.h"

namespace tilldeck::providers {

/// Returns what @p decode, a function from QJsonDocument to checkout::Result<T>, reads from the answer at @p url.
template <class T, class Decode> http::Task<checkout::Result<T>> readOne(Api api, Call call, QUrl url, Decode decode)
{
    const auto answer = co_await read(api, call, url);
    if (!answer)
        co_return std::unexpected(answer.error());
    checkout::Result<T> item = decode(*answer);
    if (!item)
        co_return std::unexpected(api.withoutKey(std::move(item.error())));
    co_return std::move(item);
}

/// Returns @p session if its @p member (id or token) is @p asked. Errors: Malformed for an answer about another
/// session, which says nothing about this one.
inline checkout::Result<checkout::Session> onlyAbout(const QString &asked, checkout::Result<checkout::Session> session,
                                                     QString checkout::Session::*member = &checkout::Session::id)
{
    if (!session || (*session).*member == asked)
        return session;
    return std::unexpected(aboutAnotherObject());
}

} // namespace tilldeck::providers
