// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QFutureWatcher>
#include <QObject>
#include <QThread>

#include <utility>

namespace tilldeck::ui {

/// Calls @p then with the result of @p future on the thread of @p context, unless @p context was deleted before
/// (QFuture::then(context, …) of Qt 6.4 asserts in that case).
template <class T, class Then> void whenDone(const QFuture<T> &future, QObject *context, Then then)
{
    auto *watcher = new QFutureWatcher<T>(context);
    QObject::connect(watcher, &QFutureWatcherBase::finished, context, [watcher, then = std::move(then)]() mutable {
        const QFuture<T> done = watcher->future();
        watcher->deleteLater();
        if (done.resultCount() > 0)
            then(done.result());
    });
    watcher->setFuture(future);
}

/// Returns whether @p future is finished, which it is waited for a moment shorter than a frame or two: what takes a
/// part of a millisecond on another thread needs no screen that is empty in between.
template <class T> bool isFinishedSoon(const QFuture<T> &future)
{
    constexpr qint64 longestMs = 30;
    constexpr unsigned long pauseUs = 50;
    QElapsedTimer waited;
    waited.start();
    while (!future.isFinished() && waited.elapsed() < longestMs)
        QThread::usleep(pauseUs);
    return future.isFinished();
}

} // namespace tilldeck::ui
