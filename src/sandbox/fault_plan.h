// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/fault.h"

#include <QJsonArray>
#include <QList>
#include <QRandomGenerator>

#include <functional>

namespace tilldeck::sandbox {

/// The faults that are armed, and what they did.
class FaultPlan
{
public:
    using Listener = std::function<void(const FaultStep &)>;

    /// Calls @p listener with each step of a fault.
    void setListener(Listener listener) { m_listener = std::move(listener); }

    /// Arms a fault and returns it with its id.
    Fault arm(Fault fault);
    /// Forgets every fault, and what they did.
    void clear();

    /// What happens to one call.
    struct Taken
    {
        std::optional<Fault> fault; ///< the first that is armed for it
        qint64 dateSeconds = 0;     ///< the sum of the clock offsets
    };
    /// Counts a call of an operation and returns what happens to it.
    Taken take(const QString &provider, const QString &operation);
    /// Counts a connection and returns the fault whose certificate it is shown.
    std::optional<Fault> takeConnection();

    /// Keeps, and passes to the listener, that @p fault did something at @p at.
    void note(const Fault &fault, Fault::At at, const QString &provider, const QString &operation);

    /// Returns {"armed": […], "happened": […]}; of what happened, the last 1000 steps.
    QJsonObject view() const;

private:
    struct Armed
    {
        Fault fault;
        QRandomGenerator chance;
        int seen = 0;
        int fired = 0;
    };
    static bool fires(Armed &armed);

    QList<Armed> m_armed;
    QJsonArray m_steps;
    Listener m_listener;
    int m_lastId = 0;
};

} // namespace tilldeck::sandbox
