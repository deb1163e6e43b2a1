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

    /// Ends the refund of @p refundId, or the newest one for an empty id, as given back or as failed; a failed one
    /// takes its amount back. Returns the refund. 404 for an unknown one, 409 when it has failed already.
    virtual Answer<QJsonObject> decideRefund(const QString &refundId, bool isGivenBack) = 0;
    /// Makes the refund of @p refundId, or the newest one for an empty id, once more after it failed: another one of
    /// its amount, with an id and a time of its own, which is given back. Returns that one. 404 for an unknown one, 409
    /// when it has not failed, and what a refund of the payment is refused for.
    virtual Answer<QJsonObject> tryRefundAgain(const QString &refundId) = 0;

    /// Returns the present moment in UTC.
    QDateTime now() const { return m_clock().toUTC(); }
    Store &store() { return m_store; }
    Events &events() { return m_events; }

protected:
    /// Returns the refund of @p kind that @p refundId names, or the newest one for an empty id. 409 when it has failed
    /// and should not have, or the other way round.
    Answer<QJsonObject> refundToDecide(const QString &kind, const QString &refundId, bool isToHaveFailed)
    {
        const Page newest = m_store.list(kind, {.limit = 1, .newestFirst = true});
        const auto refund = !refundId.isEmpty()      ? m_store.get(kind, refundId)
                            : newest.items.isEmpty() ? std::nullopt
                                                     : std::optional(newest.items.first());
        if (!refund)
            return std::unexpected(Refusal{404, u"There is no such refund."_s, {}});
        const bool hasFailed = (*refund)["status"_L1].toString() == "failed"_L1;
        if (hasFailed && !isToHaveFailed)
            return std::unexpected(Refusal{409, u"This refund has failed already."_s, {}});
        if (!hasFailed && isToHaveFailed)
            return std::unexpected(Refusal{409, u"This refund has not failed."_s, {}});
        return *refund;
    }

    /// Expires what is overdue, and decides what is due.
    virtual void refresh() = 0;

    Store &m_store;
    Events m_events;

private:
    Clock m_clock;
};

} // namespace tilldeck::sandbox
