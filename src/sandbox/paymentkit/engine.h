// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/ids.h"
#include "sandbox/paymentkit/session.h"
#include "sandbox/provider_engine.h"

namespace tilldeck::sandbox::paymentkit {

struct Created
{
    Session session;
    bool replayed = false; ///< the key was known: this is the earlier session
};

/// The rules of PaymentKit's checkout: creating, expiring and paying sessions. Knows nothing of HTTP.
class Engine : public ProviderEngine
{
public:
    using ProviderEngine::ProviderEngine;

    /// A KEY that was used in the last 24 hours answers the earlier session when FINGERPRINT is the same, else 409. An
    /// empty key always creates. 422 with the fields at fault, named as in PaymentKit's request.
    Answer<Created> create(const SessionRequest &request, const QString &key = {}, const QString &fingerprint = {});

    /// What create() would refuse; nothing is kept.
    std::optional<Refusal> refusalOf(const SessionRequest &request) const;

    std::optional<Session> session(const QString &id);
    std::optional<Session> sessionByToken(const QString &token);

    /// 404 for an unknown id, 400 when the session is not open, 500 when that could not be written.
    Answer<Session> expire(const QString &id);

    std::optional<Payable> payable(const QString &token) override;

    /// Charges CARD tier by tier until one succeeds; every try is recorded. A session whose total is 0 needs no card.
    Payment pay(const QString &token, const Card &card) override;

    /// The token of a session that the payment link of TOKEN opens.
    std::optional<QString> opened(const QString &token) override;

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
