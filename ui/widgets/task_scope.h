// SPDX-License-Identifier: GPL-3.0-or-later
// The one way in which widgets start coroutines: results come to a plain callback, and only while somebody is there for
// them.
#pragma once

#include <QCoroTask>

#include <QObject>
#include <QPointer>

#include <memory>
#include <type_traits>
#include <utility>

namespace tilldeck::ui {

/// A member of the object that wants the results. They come on its thread. After its end, or after cancel(), the
/// results of what was started before are dropped; the tasks themselves run out (a Task cannot be stopped from
/// outside).
class TaskScope
{
public:
    /// OWNER is usually the object whose member this is.
    explicit TaskScope(QObject *owner)
        : m_owner(owner)
    {
    }
    TaskScope(const TaskScope &) = delete;
    TaskScope &operator=(const TaskScope &) = delete;
    ~TaskScope() = default;

    /// THEN gets the result of TASK (nothing for Task<void>); at once when the task is already done.
    template <typename T, typename Then> void start(QCoro::Task<T> task, Then then)
    {
        const std::weak_ptr<int> alive = m_alive;
        if constexpr (std::is_void_v<T>) {
            QCoro::connect(std::move(task), m_owner.data(), [alive, then = std::move(then)]() {
                if (!alive.expired())
                    then();
            });
        } else {
            QCoro::connect(std::move(task), m_owner.data(), [alive, then = std::move(then)](T result) {
                if (!alive.expired())
                    then(std::move(result));
            });
        }
    }

    /// Like start(), and the results of everything started before are dropped: for lists and previews where only the
    /// newest question counts.
    template <typename T, typename Then> void startLatest(QCoro::Task<T> task, Then then)
    {
        cancel();
        start(std::move(task), std::move(then));
    }

    void cancel() { m_alive = std::make_shared<int>(); }

private:
    QPointer<QObject> m_owner;
    std::shared_ptr<int> m_alive = std::make_shared<int>();
};

} // namespace tilldeck::ui
