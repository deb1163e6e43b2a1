// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/paymentkit/engine.h"

#include "sandbox/call_log.h"
#include "sandbox/paymentkit/pricing.h"

namespace tilldeck::sandbox::paymentkit {

using namespace Qt::StringLiterals;

Answer<Session> Engine::build(const SessionRequest &request) const
{
    if (!request.customerId.isEmpty() && !m_store.get(u"customers"_s, request.customerId))
        return std::unexpected(
            Refusal::invalid(u"customer_id"_s, u"There is no customer %1."_s.arg(request.customerId)));
    const auto isUnknownRoute = [this](const QString &id) { return !id.isEmpty() && !m_store.get(u"routes"_s, id); };
    const QString unknownRoute = u"There is no processor route %1."_s;
    if (isUnknownRoute(request.routeId))
        return std::unexpected(Refusal::invalid(u"processor_route_id"_s, unknownRoute.arg(request.routeId)));
    for (qsizetype t = 1; t < request.tiers.size(); ++t) {
        const QString &route = request.tiers.at(t).routeId;
        if (isUnknownRoute(route))
            return std::unexpected(
                Refusal::invalid(u"cascade_line_items[%1].processor_route_id"_s.arg(t - 1), unknownRoute.arg(route)));
    }
    const auto discount = findDiscount(m_store, request.promotionCode, request.couponId, now());
    if (!discount)
        return std::unexpected(discount.error());
    const auto priced = priceTiers(m_store, request.tiers, *discount);
    if (!priced)
        return std::unexpected(priced.error());

    Session session;
    session.id = newId(u"cs_sandbox_"_s);
    session.token = newId(u"sec_"_s, 32);
    session.status = u"open"_s;
    session.customerId = request.customerId;
    session.currency = priced->currency;
    session.tiers = priced->tiers;
    session.routeId = request.routeId;
    session.promotionCode = request.promotionCode;
    session.couponId = request.couponId;
    session.successUrl = request.successUrl;
    session.returnUrl = request.returnUrl;
    session.customFields = request.customFields;
    session.subscriptionCustomFields = request.subscriptionCustomFields;
    session.createdAt = now();
    session.expiresAt = session.createdAt.addSecs(qint64(request.expiresInHours) * 3600);
    return session;
}

std::optional<Refusal> Engine::refusalOf(const SessionRequest &request) const
{
    const auto session = build(request);
    return session ? std::nullopt : std::optional(session.error());
}

Answer<Created> Engine::create(const SessionRequest &request, const QString &key, const QString &fingerprint)
{
    constexpr qint64 keyLifetimeSeconds = 86'400;
    return m_events.write([&]() -> Answer<Created> {
        const auto known = key.isEmpty() ? std::nullopt : m_store.get(u"idempotency"_s, key);
        if (known && isoTime(now().addSecs(-keyLifetimeSeconds)) < (*known)["created_at"_L1].toString()) {
            if ((*known)["fingerprint"_L1].toString() != fingerprint)
                return std::unexpected(Refusal{409, u"This Idempotency-Key was used with another request body."_s, {}});
            const auto first = session((*known)["session_id"_L1].toString());
            return ifStored(first.has_value(), Created{first.value_or(Session()), true});
        }
        const auto session = build(request);
        if (!session)
            return std::unexpected(session.error());
        const bool isStored =
            save(*session) && (key.isEmpty() || m_store.put(u"idempotency"_s, key,
                                                            {{u"fingerprint"_s, fingerprint},
                                                             {u"session_id"_s, session->id},
                                                             {u"created_at"_s, isoTime(session->createdAt)}}));
        return ifStored(isStored, Created{*session, false});
    });
}

bool Engine::save(const Session &session)
{
    return m_store.put(u"sessions"_s, session.id, toDocument(session), session.status, session.token);
}

void Engine::refresh()
{
    const bool kept = m_events.keep([this] {
        const QList<QJsonObject> moved = m_store.moveOverdue(u"sessions"_s, u"open"_s, u"expired"_s, isoTime(now()));
        for (const QJsonObject &document : moved)
            announce(u"checkout_session.expired"_s, sessionFrom(document));
        return true;
    });
    if (!kept)
        qCWarning(sandboxLog, "state: sessions that are over could not be expired");
}

void Engine::announce(const QString &type, const Session &session)
{
    QJsonObject object{{u"id"_s, session.id},
                       {u"object"_s, u"checkout_session"_s},
                       {u"status"_s, session.status},
                       {u"customer_id"_s, session.customerId},
                       {u"payment_intent_id"_s, session.paymentIntentId},
                       {u"custom_fields"_s, session.customFields}};
    if (session.currency) {
        object["currency"_L1] = session.currency->code().toLower();
        object["total_amount_atom"_L1] = session.tiers.at(session.paidTier.value_or(0)).total;
    }
    m_events.add(
        {type, {{u"object"_s, object}, {u"previous_attributes"_s, QJsonObject{{u"status"_s, u"open"_s}}}}, session.id});
}

std::optional<Session> Engine::session(const QString &id)
{
    refresh();
    return m_store.get(u"sessions"_s, id).transform(sessionFrom);
}

std::optional<Session> Engine::sessionByToken(const QString &token)
{
    if (token.isEmpty())
        return std::nullopt;
    const Page page = list(u"sessions"_s, {.limit = 1, .parent = token});
    return page.items.isEmpty() ? std::nullopt : std::optional(sessionFrom(page.items.first()));
}

Answer<Session> Engine::expire(const QString &id)
{
    // Another process on this folder must not pay the session between the look at its status and the change.
    return m_events.write([&]() -> Answer<Session> {
        auto found = session(id);
        if (!found)
            return std::unexpected(Refusal{404, u"There is no checkout session %1."_s.arg(id), {}});
        if (!found->isOpen())
            return std::unexpected(
                Refusal{400, u"Only an open session can be expired; this one is %1."_s.arg(found->status), {}});
        found->status = u"expired"_s;
        found->expiresAt = now();
        announce(u"checkout_session.expired"_s, *found);
        return ifStored(save(*found), *found);
    });
}

} // namespace tilldeck::sandbox::paymentkit
