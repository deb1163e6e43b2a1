// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/idempotency.h"
#include "sandbox/paymentkit/engine.h"
#include "sandbox/provider_wire.h"

namespace tilldeck::sandbox::paymentkit {

/// PaymentKit's protocol over the engine. Contract: paymentkit.openapi.yaml; members marked there as assumed are ours.
class Wire : public ProviderWire
{
public:
    struct Access
    {
        QString accountId;
        QString key;
        QString payUrl; ///< of the hosted pages, ending in a slash; the token follows
        QSet<QString> withoutCalls;
    };

    Wire(Engine &engine, const Access &access);

    Response answer(const Request &request) override;

protected:
    using ProviderWire::error;
    Response error(const Refusal &refusal) const override;
    std::optional<Response> denied(const Operation &, const Request &) override { return std::nullopt; }
    Response perform(const Operation &operation, const Call &call) override;

private:
    using View = QJsonObject (*)(QJsonObject document, const QString &payUrl);

    /// Returns a handler for a list of documents of @p kind, newest first or in the order of writing. The two
    /// parameters name what the query filters by; empty: nothing.
    Operation::Handler listOf(const QString &kind, bool newestFirst = false, const QString &statusParameter = {},
                              const QString &parentParameter = {}, View view = nullptr);
    /// Returns a handler that reads a JSON body and has @p write change the shop, once for an Idempotency-Key.
    Operation::Handler writing(std::function<Answer<QJsonObject>(const QString &id, const QJsonObject &body)> write,
                               View view = nullptr);

    Response createSession(const Call &call);
    Response listSessions(const Call &call);
    Response getSession(const Call &call);
    Response expireSession(const Call &call);
    QJsonObject sessionView(const Session &session, bool withCustomFields) const;

    Engine &m_engine;
    IdempotentCalls m_calls;
    Access m_access;
};

} // namespace tilldeck::sandbox::paymentkit
