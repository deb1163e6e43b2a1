// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/ids.h"
#include "sandbox/paymentkit/session.h"
#include "sandbox/provider_engine.h"

namespace tilldeck::sandbox::paymentkit {

/// The session of a create call.
struct Created
{
    Session session;
    bool replayed = false; ///< an earlier call with the same key made it
};

/// The rules of PaymentKit's checkout: creating, expiring and paying sessions. Knows nothing of HTTP.
class Engine : public ProviderEngine
{
public:
    using ProviderEngine::ProviderEngine;

    /// Creates a session. For a @p key that was used in the last 24 hours, returns the earlier session when
    /// @p fingerprint is the same, else 409; an empty key always creates. 422 with the fields at fault, named as in
    /// PaymentKit's request.
    Answer<Created> create(const SessionRequest &request, const QString &key = {}, const QString &fingerprint = {});

    /// Returns why create() would refuse @p request, if it would; creates nothing.
    std::optional<Refusal> refusalOf(const SessionRequest &request) const;

    std::optional<Session> session(const QString &id);
    std::optional<Session> sessionByToken(const QString &token);

    /// Expires an open session. 404 for an unknown id, 400 when it is not open, 500 when that could not be written.
    Answer<Session> expire(const QString &id);

    std::optional<Payable> payable(const QString &token) override;

    /// Charges @p card tier by tier until one succeeds, and records every try. A session whose total is 0 needs no
    /// card.
    Payment pay(const QString &token, const Card &card) override;

    /// Returns the token of a new session of the payment link.
    std::optional<QString> openLink(const QString &token) override;
    Answer<QJsonObject> decideRefund(const QString &refundId, bool isGivenBack) override;
    Answer<QJsonObject> tryRefundAgain(const QString &refundId) override;

private:
    void refresh() override;
    void announce(const QString &type, const Session &session);
    Answer<Payment> charge(Session &session, const Card &card);
    Answer<Session> build(const SessionRequest &request) const;
    [[nodiscard]] bool save(const Session &session);
    QString routeFor(const Tier &tier) const;
    bool routeFails(const QString &routeId) const;
    Attempt attempt(const Session &session, int tier, const Card &card) const;
    [[nodiscard]] bool recordTransaction(const Session &session, const QList<Attempt> &attempts, const Card &card);
};

} // namespace tilldeck::sandbox::paymentkit
