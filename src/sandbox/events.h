// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/refusal.h"
#include "sandbox/store.h"

namespace tilldeck::sandbox {

/// An event that the merchant learns of by webhook.
struct Event
{
    QString type;     ///< the provider's name of it: "payment.succeeded"
    QJsonObject data; ///< in the provider's shape
    QString about;    ///< id of the session or charge
};

/// Events of one provider. They reach the listener once the change that they describe is committed, never before.
class Events
{
public:
    using Listener = std::function<void(const Event &)>;

    explicit Events(Store &store)
        : m_store(store)
    {
    }

    void setListener(Listener listener) { m_listener = std::move(listener); }

    /// Adds an event that goes out when the running transaction is committed.
    void add(Event event) { m_waiting << std::move(event); }

    /// Runs @p work as Store::inTransaction() does and sends the events that it added. May be nested.
    [[nodiscard]] bool keep(const std::function<bool()> &work);

    /// Runs @p work, which returns an Answer, in a transaction. A storage error rolls everything back; every other
    /// answer is committed.
    template <typename Work> auto write(Work work) -> decltype(work())
    {
        decltype(work()) answer = std::unexpected(Refusal::storageError());
        const bool isKept = keep([&] {
            answer = work();
            return answer || !answer.error().isStorageError();
        });
        if (!isKept)
            return std::unexpected(Refusal::storageError());
        return answer;
    }

private:
    Store &m_store;
    Listener m_listener;
    QList<Event> m_waiting;
    int m_depth = 0;
};

} // namespace tilldeck::sandbox
