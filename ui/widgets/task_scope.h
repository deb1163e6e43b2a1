// SPDX-License-Identifier: GPL-3.0-or-later
// The one way in which widgets start coroutines: a callback gets the result while the widget exists.
#pragma once

#include <QCoroTask>

#include <QObject>
#include <QPointer>

#include <memory>
#include <type_traits>
#include <utility>

namespace tilldeck::ui {

/// Delivers the results of coroutines on the thread of its owner. After its end, or after cancel(), the results of
/// tasks started before are dropped; the tasks themselves run to their end, because a Task cannot be stopped from
/// outside.
class TaskScope
{
public:
    /// @p owner is usually the object whose member this is.
    explicit TaskScope(QObject *owner)
        : m_owner(owner)
    {
    }
    TaskScope(const TaskScope &) = delete;
    TaskScope &operator=(const TaskScope &) = delete;
    ~TaskScope() = default;

    /// Calls @p then with the result of @p task (without argument for Task<void>); at once if it is already done.
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

    /// Like start(), but drops the results of everything started before: for lists and previews that show only the
    /// latest.
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
