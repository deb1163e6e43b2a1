// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/store.h"

namespace tilldeck::sandbox {

/// Something a merchant is told of by webhook.
struct Event
{
    QString type;     ///< in the provider's words: "payment.succeeded"
    QJsonObject data; ///< in the provider's shape
    QString about;    ///< id of the session or charge
};

/// Events of one provider. They are told when what they speak of is kept, never before.
class Events
{
public:
    using Listener = std::function<void(const Event &)>;

    explicit Events(Store &store)
        : m_store(store)
    {
    }

    void setListener(Listener listener) { m_listener = std::move(listener); }

    /// To be told when the running change is kept.
    void add(Event event) { m_waiting << std::move(event); }

    /// Store::inTransaction, with the events that WORK adds. May be nested.
    [[nodiscard]] bool keep(const std::function<bool()> &work);

private:
    Store &m_store;
    Listener m_listener;
    QList<Event> m_waiting;
    int m_depth = 0;
};

} // namespace tilldeck::sandbox
