// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFuture>
#include <QPromise>
#include <QThreadPool>

#include <memory>
#include <utility>

namespace tilldeck::http {

/// Does @p work, which returns a T, on a thread of @p pool, so that a window goes on meanwhile. The work is done also
/// where nobody waits for its future any more.
// Not QtConcurrent::run: whoever waits for its future runs a work that has not begun on their own thread.
template <class T, class Work> QFuture<T> runOn(QThreadPool &pool, Work work)
{
    auto promise = std::make_shared<QPromise<T>>();
    promise->start();
    pool.start([promise, work = std::move(work)]() mutable {
        promise->addResult(work());
        promise->finish();
    });
    return promise->future();
}

/// Returns the threads that answers are read on.
QThreadPool &readingThreads();

} // namespace tilldeck::http
