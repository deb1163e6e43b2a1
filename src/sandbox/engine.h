// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/cards.h"
#include "sandbox/refusal.h"
#include "sandbox/session.h"
#include "sandbox/store.h"

#include <functional>

namespace tilldeck::sandbox {

/// The present moment, in any time zone. Asked on the sandbox's own thread.
using Clock = std::function<QDateTime()>;

struct Created
{
    Session session;
    bool replayed = false; ///< the key was known: this is the earlier session
};

struct Payment
{
    enum Outcome {
        Paid,
        Declined, ///< every tier; session stays open until its last allowed try
        Invalid,  ///< problems of the card fields; nothing was tried
        Closed,   ///< not open, or nothing to pay; nothing was tried
        Unkept    ///< the state could not be written: nothing was charged, and there is no session here
    };
    Outcome outcome = Closed;
    Session session;
    QList<Attempt> attempts;
    QList<FieldError> problems;
};

/// The rules of a checkout: creating, expiring and paying sessions. Knows nothing of HTTP or of a provider's JSON.
class Engine
{
public:
    /// A session fails for good at this many payments that were declined on all tiers.
    static constexpr int kMostDeclinedTries = 5;

    Engine(Store &store, Clock clock);

    /// A KEY that was used in the last 24 hours answers the earlier session when FINGERPRINT is the same, else 409. An
    /// empty key always creates. 422 with the fields at fault, named as in PaymentKit's request.
    Answer<Created> create(const SessionRequest &request, const QString &key = {}, const QString &fingerprint = {});

    std::optional<Session> session(const QString &id);
    std::optional<Session> sessionByToken(const QString &token);

    /// 404 for an unknown id, 400 when the session is not open, 500 when that could not be written.
    Answer<Session> expire(const QString &id);

    /// Charges CARD tier by tier until one succeeds; every try is recorded. Never charges a session twice. A session
    /// whose total is 0 needs no card.
    Payment pay(const QString &token, const Card &card);

    /// Documents of KIND as they are now: overdue sessions are expired first.
    Page list(const QString &kind, const Selection &selection);

    Answer<QJsonObject> createRoute(const QString &name, const QStringList &processorIds);

    QDateTime now() const { return m_clock().toUTC(); }
    Store &store() { return m_store; }

private:
    Answer<Session> build(const SessionRequest &request) const;
    [[nodiscard]] bool save(const Session &session);
    QString routeFor(const Tier &tier) const;
    bool routeFails(const QString &routeId) const;
    Attempt attempt(const Session &session, int tier, const Card &card) const;
    [[nodiscard]] bool recordTransaction(const Session &session, const QList<Attempt> &attempts, const Card &card);

    Store &m_store;
    Clock m_clock;
};

/// "cs_sandbox_" and 16 random letters or digits.
QString newId(const QString &prefix, int length = 16);

} // namespace tilldeck::sandbox
