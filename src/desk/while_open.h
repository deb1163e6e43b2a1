// SPDX-License-Identifier: GPL-3.0-or-later
// What the steps of a use case have in common: each is awaited, and the desk may be closed meanwhile.
#pragma once

#include "desk/closed_error.h"
#include "desk/desk.h"

#include <QCoroFuture>
#include <QPointer>

namespace tilldeck::desk {

/// Returns what @p running returns, or closedError() when @p desk was closed meanwhile: after a success the desk is
/// there.
template <class T>
http::Task<checkout::Result<T>> whileOpen(QPointer<Desk> desk, http::Task<checkout::Result<T>> running)
{
    auto result = co_await running;
    if (!desk)
        co_return std::unexpected(closedError());
    co_return std::move(result);
}

template <class T> http::Task<checkout::Result<T>> whileOpen(QPointer<Desk> desk, QFuture<checkout::Result<T>> running)
{
    auto result = co_await running;
    if (!desk)
        co_return std::unexpected(closedError());
    co_return std::move(result);
}

} // namespace tilldeck::desk
