// SPDX-License-Identifier: GPL-3.0-or-later
// What the steps of a use case have in common: each is awaited, and the desk may be closed meanwhile.
#pragma once

#include "desk/closed_error.h"
#include "desk/desk.h"

#include <QCoroFuture>
#include <QPointer>

namespace tilldeck::desk {

/// Says what whileOpen() returns of a step that gives @p T: a result stays what it is, anything else becomes one.
template <class T> struct Awaited
{
    using Answer = checkout::Result<T>;
};

template <class T> struct Awaited<checkout::Result<T>>
{
    using Answer = checkout::Result<T>;
};

/// Returns what @p running, a task or a future, gives, or that @p desk was closed meanwhile: after a success the desk
/// is there.
template <template <class> class Running, class T>
http::Task<typename Awaited<T>::Answer> whileOpen(QPointer<Desk> desk, Running<T> running)
{
    auto given = co_await running;
    if (!desk)
        co_return std::unexpected(closedError());
    co_return std::move(given);
}

inline http::Task<checkout::Result<void>> whileOpen(QPointer<Desk> desk, http::Task<void> running)
{
    co_await running;
    if (!desk)
        co_return std::unexpected(closedError());
    co_return checkout::Result<void>();
}

/// Returns what @p running gives, or @p otherwise where that is an error of its own: the only error is that @p desk was
/// closed meanwhile.
template <template <class> class Running, class T>
http::Task<checkout::Result<T>> whileOpenOr(QPointer<Desk> desk, T otherwise, Running<checkout::Result<T>> running)
{
    auto given = co_await running;
    if (!desk)
        co_return std::unexpected(closedError());
    co_return checkout::Result<T>(given ? std::move(*given) : std::move(otherwise));
}

} // namespace tilldeck::desk
