// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/clock.h"
#include "sandbox/events.h"
#include "sandbox/pages/hosted_checkout.h"

namespace tilldeck::sandbox {

/// The rules of one provider over the store, without HTTP. Holds what the rules of all providers stand on.
class ProviderEngine : public HostedCheckout
{
public:
    ProviderEngine(Store &store, Clock clock)
        : m_store(store)
        , m_events(store)
        , m_clock(std::move(clock))
    {
    }

    /// Returns documents of @p kind as they are at this moment: what is overdue is expired first.
    Page list(const QString &kind, const Selection &selection)
    {
        refresh();
        return m_store.list(kind, selection);
    }

    /// Returns the present moment in UTC.
    QDateTime now() const { return m_clock().toUTC(); }
    Store &store() { return m_store; }
    Events &events() { return m_events; }

protected:
    /// Expires what is overdue, and decides what is due.
    virtual void refresh() = 0;

    Store &m_store;
    Events m_events;

private:
    Clock m_clock;
};

} // namespace tilldeck::sandbox
