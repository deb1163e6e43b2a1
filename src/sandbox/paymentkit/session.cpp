// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/paymentkit/session.h"

namespace tilldeck::sandbox::paymentkit {

using namespace Qt::StringLiterals;

namespace {

template <typename T, typename Convert> QJsonArray toArray(const QList<T> &list, Convert convert)
{
    QJsonArray array;
    for (const T &element : list)
        array << convert(element);
    return array;
}

template <typename T, typename Convert> QList<T> fromArray(const QJsonValue &value, Convert convert)
{
    QList<T> list;
    const QJsonArray array = value.toArray();
    for (const auto &element : array)
        list << convert(element.toObject());
    return list;
}

QJsonObject lineDocument(const SoldLine &line)
{
    return {{u"price_id"_s, line.priceId},  {u"name"_s, line.name},       {u"period"_s, line.billingPeriod},
            {u"quantity"_s, line.quantity}, {u"unit"_s, line.unitAmount}, {u"total"_s, line.total}};
}

SoldLine lineFrom(const QJsonObject &o)
{
    return {o["price_id"_L1].toString(),  o["name"_L1].toString(),  o["period"_L1].toString(),
            o["quantity"_L1].toInteger(), o["unit"_L1].toInteger(), o["total"_L1].toInteger()};
}

QJsonObject tierDocument(const Tier &tier)
{
    return {{u"lines"_s, toArray(tier.lines, lineDocument)},
            {u"route_id"_s, tier.routeId},
            {u"subtotal"_s, tier.subtotal},
            {u"discount"_s, tier.discount},
            {u"total"_s, tier.total}};
}

Tier tierFrom(const QJsonObject &o)
{
    return {fromArray<SoldLine>(o["lines"_L1], lineFrom), o["route_id"_L1].toString(), o["subtotal"_L1].toInteger(),
            o["discount"_L1].toInteger(), o["total"_L1].toInteger()};
}

QJsonObject attemptDocument(const Attempt &attempt)
{
    return {{u"tier"_s, attempt.tier},           {u"route_id"_s, attempt.routeId},
            {u"succeeded"_s, attempt.succeeded}, {u"decline_code"_s, attempt.declineCode},
            {u"amount"_s, attempt.amount},       {u"at"_s, isoTime(attempt.at)}};
}

QDateTime timeFrom(const QJsonValue &value)
{
    return QDateTime::fromString(value.toString(), Qt::ISODate);
}

Attempt attemptFrom(const QJsonObject &o)
{
    return {o["tier"_L1].toInt(),       o["route_id"_L1].toString(),
            o["succeeded"_L1].toBool(), o["decline_code"_L1].toString(),
            o["amount"_L1].toInteger(), timeFrom(o["at"_L1])};
}

} // namespace

QString isoTime(const QDateTime &time)
{
    return time.toUTC().toString(Qt::ISODate);
}

QJsonObject toDocument(const Session &s)
{
    QJsonObject document{{u"id"_s, s.id},
                         {u"token"_s, s.token},
                         {u"status"_s, s.status},
                         {u"customer_id"_s, s.customerId},
                         {u"route_id"_s, s.routeId},
                         {u"currency"_s, s.currency ? s.currency->code() : QString()},
                         {u"tiers"_s, toArray(s.tiers, tierDocument)},
                         {u"promotion_code"_s, s.promotionCode},
                         {u"coupon_id"_s, s.couponId},
                         {u"success_url"_s, s.successUrl},
                         {u"return_url"_s, s.returnUrl},
                         {u"custom_fields"_s, s.customFields},
                         {u"subscription_custom_fields"_s, s.subscriptionCustomFields},
                         {u"created_at"_s, isoTime(s.createdAt)},
                         {u"expires_at"_s, isoTime(s.expiresAt)},
                         {u"paid_route_id"_s, s.paidRouteId},
                         {u"payment_intent_id"_s, s.paymentIntentId},
                         {u"declined_tries"_s, s.declinedTries},
                         {u"attempts"_s, toArray(s.attempts, attemptDocument)}};
    if (s.paidTier)
        document["paid_tier"_L1] = *s.paidTier;
    return document;
}

Session sessionFromDocument(const QJsonObject &o)
{
    Session s;
    s.id = o["id"_L1].toString();
    s.token = o["token"_L1].toString();
    s.status = o["status"_L1].toString();
    s.customerId = o["customer_id"_L1].toString();
    s.routeId = o["route_id"_L1].toString();
    s.currency = money::Currency::fromCode(o["currency"_L1].toString());
    s.tiers = fromArray<Tier>(o["tiers"_L1], tierFrom);
    s.promotionCode = o["promotion_code"_L1].toString();
    s.couponId = o["coupon_id"_L1].toString();
    s.successUrl = o["success_url"_L1].toString();
    s.returnUrl = o["return_url"_L1].toString();
    s.customFields = o["custom_fields"_L1].toObject();
    s.subscriptionCustomFields = o["subscription_custom_fields"_L1].toObject();
    s.createdAt = timeFrom(o["created_at"_L1]);
    s.expiresAt = timeFrom(o["expires_at"_L1]);
    s.paidRouteId = o["paid_route_id"_L1].toString();
    s.paymentIntentId = o["payment_intent_id"_L1].toString();
    s.declinedTries = o["declined_tries"_L1].toInt();
    s.attempts = fromArray<Attempt>(o["attempts"_L1], attemptFrom);
    if (o.contains("paid_tier"_L1))
        s.paidTier = o["paid_tier"_L1].toInt();
    return s;
}

QJsonArray attemptsView(const QList<Attempt> &attempts, money::Currency currency)
{
    return toArray(attempts, [&](const Attempt &attempt) -> QJsonObject {
        const auto orNull = [](const QString &text) { return text.isEmpty() ? QJsonValue() : QJsonValue(text); };
        return {{u"tier"_s, attempt.tier},
                {u"processor_route_id"_s, orNull(attempt.routeId)},
                {u"status"_s, attempt.succeeded ? u"succeeded"_s : u"declined"_s},
                {u"decline_code"_s, orNull(attempt.declineCode)},
                {u"amount_atom"_s, attempt.amount},
                {u"currency"_s, currency.code().toLower()},
                {u"created_at"_s, isoTime(attempt.at)}};
    });
}

} // namespace tilldeck::sandbox::paymentkit
