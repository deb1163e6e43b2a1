// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/paymentkit/session.h"

#include "sandbox/document.h"
#include "sandbox/json_values.h"

namespace tilldeck::sandbox::paymentkit {

using namespace Qt::StringLiterals;

template <DocumentOf<SoldLine> V, typename Member> void visitMembers(V &line, Member &member)
{
    member("price_id"_L1, line.priceId);
    member("name"_L1, line.name);
    member("period"_L1, line.billingPeriod);
    member("quantity"_L1, line.quantity);
    member("unit"_L1, line.unitAmount);
    member("total"_L1, line.total);
}

template <DocumentOf<Tier> V, typename Member> void visitMembers(V &tier, Member &member)
{
    member("lines"_L1, tier.lines);
    member("route_id"_L1, tier.routeId);
    member("subtotal"_L1, tier.subtotal);
    member("discount"_L1, tier.discount);
    member("total"_L1, tier.total);
}

template <DocumentOf<Attempt> V, typename Member> void visitMembers(V &attempt, Member &member)
{
    member("tier"_L1, attempt.tier);
    member("route_id"_L1, attempt.routeId);
    member("succeeded"_L1, attempt.succeeded);
    member("decline_code"_L1, attempt.declineCode);
    member("amount"_L1, attempt.amount);
    member("at"_L1, attempt.at);
}

template <DocumentOf<Session> V, typename Member> void visitMembers(V &session, Member &member)
{
    member("id"_L1, session.id);
    member("token"_L1, session.token);
    member("status"_L1, session.status);
    member("customer_id"_L1, session.customerId);
    member("route_id"_L1, session.routeId);
    member("currency"_L1, session.currency);
    member("tiers"_L1, session.tiers);
    member("promotion_code"_L1, session.promotionCode);
    member("coupon_id"_L1, session.couponId);
    member("success_url"_L1, session.successUrl);
    member("return_url"_L1, session.returnUrl);
    member("custom_fields"_L1, session.customFields);
    member("subscription_custom_fields"_L1, session.subscriptionCustomFields);
    member("created_at"_L1, session.createdAt);
    member("expires_at"_L1, session.expiresAt);
    member("paid_route_id"_L1, session.paidRouteId);
    member("payment_intent_id"_L1, session.paymentIntentId);
    member("declined_tries"_L1, session.declinedTries);
    member("attempts"_L1, session.attempts);
    member("paid_tier"_L1, session.paidTier);
}

QString isoTime(const QDateTime &time)
{
    return time.toUTC().toString(Qt::ISODate);
}

QJsonObject toDocument(const Session &session)
{
    return writeDocument(session, Qt::ISODate);
}

Session sessionFrom(const QJsonObject &document)
{
    return readDocument<Session>(document, Qt::ISODate);
}

QJsonArray attemptsView(const QList<Attempt> &attempts, money::Currency currency)
{
    QJsonArray view;
    for (const Attempt &attempt : attempts)
        view << QJsonObject{{u"tier"_s, attempt.tier},
                            {u"processor_route_id"_s, orNull(attempt.routeId)},
                            {u"status"_s, attempt.succeeded ? u"succeeded"_s : u"declined"_s},
                            {u"decline_code"_s, orNull(attempt.declineCode)},
                            {u"amount_atom"_s, attempt.amount},
                            {u"currency"_s, currency.code().toLower()},
                            {u"created_at"_s, isoTime(attempt.at)}};
    return view;
}

} // namespace tilldeck::sandbox::paymentkit
