// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/fault_plan.h"
#include "sandbox/http.h"

#include <functional>

namespace tilldeck::sandbox {

/// Serves /faults: arms faults, tells what they did, and decides refunds. Answers who has the token, and no page.
class FaultControl
{
public:
    /// Ends a refund, the newest one for an empty id. Returns the refund, or the one that is made once more.
    using DecideRefund =
        std::function<Answer<QJsonObject>(const QString &provider, const QString &refundId, RefundEnd end)>;

    /// Ends each connection on which nobody waits for an answer, so that the next call opens one.
    using EndConnections = std::function<void()>;

    /// @p endConnections is empty where connections are not encrypted: then no certificate can be wrong.
    FaultControl(FaultPlan &plan, QByteArray token, DecideRefund decideRefund, EndConnections endConnections);

    /// Returns the answer to @p request, whose path is the one below /faults.
    Response answer(const Request &request);

private:
    Response arm(const QByteArray &body);
    Response decide(const QByteArray &body);

    FaultPlan &m_plan;
    QByteArray m_token;
    DecideRefund m_decideRefund;
    EndConnections m_endConnections;
};

} // namespace tilldeck::sandbox
