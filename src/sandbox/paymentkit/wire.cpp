// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/paymentkit/wire.h"

#include "sandbox/json_values.h"
#include "sandbox/paymentkit/links.h"
#include "sandbox/paymentkit/refund.h"
#include "sandbox/paymentkit/request.h"
#include "sandbox/paymentkit/rewritten.h"
#include "sandbox/paymentkit/writes.h"
#include "sandbox/same_secret.h"

#include <QCryptographicHash>
#include <QJsonArray>

namespace tilldeck::sandbox::paymentkit {

using namespace Qt::StringLiterals;

namespace {

QString titleOf(int status)
{
    static const QHash<int, QString> titles{{400, u"Bad Request"_s},
                                            {401, u"Unauthorized"_s},
                                            {403, u"Forbidden"_s},
                                            {404, u"Not Found"_s},
                                            {405, u"Method Not Allowed"_s},
                                            {409, u"Conflict"_s},
                                            {422, u"Unprocessable Entity"_s},
                                            {501, u"Not Implemented"_s}};
    return titles.value(status, u"Server Error"_s);
}

template <typename View> Response pageResponse(const Page &page, const Selection &selection, View view)
{
    return Response::json(200, {{u"items"_s, page.viewed(view)},
                                {u"total"_s, page.total},
                                {u"limit"_s, selection.limit},
                                {u"offset"_s, selection.offset}});
}

QJsonArray linesView(const Tier &tier)
{
    QJsonArray lines;
    for (const SoldLine &line : tier.lines)
        lines << QJsonObject{{u"price_id"_s, line.priceId}, {u"quantity"_s, line.quantity}};
    return lines;
}

} // namespace

Wire::Wire(Engine &engine, const Access &access)
    : ProviderWire(access.withoutCalls, access.payUrl)
    , m_engine(engine)
    , m_calls(engine.events(), engine.store(), u"calls"_s)
    , m_access(access)
{
    const auto by = [&engine](Answer<QJsonObject> (*write)(Engine &, const QJsonObject &)) {
        return [&engine, write](const QString &, const QJsonObject &body) { return write(engine, body); };
    };
    const auto activityOf = [&engine](const QString &kind) {
        return
            [&engine, kind](const QString &id, const QJsonObject &body) { return setActive(engine, kind, id, body); };
    };
    const auto route = [&engine](const QString &id, const QJsonObject &body) { return writeRoute(engine, id, body); };
    const QString coupons = u"coupons"_s;
    const QString codes = u"promotion-codes"_s;
    const QString links = u"payment-links"_s;
    m_operations = {
        {"POST", u"api/{account}/checkout-sessions"_s, u"createCheckoutSession"_s, bound(&Wire::createSession)},
        {"GET", u"api/{account}/checkout-sessions"_s, u"listCheckoutSessions"_s, bound(&Wire::listSessions)},
        {"GET", u"api/{account}/checkout-sessions/{id}"_s, u"getCheckoutSession"_s, bound(&Wire::getSession)},
        {"POST", u"api/{account}/checkout-sessions/{id}/expire"_s, u"expireCheckoutSession"_s,
         bound(&Wire::expireSession)},
        {"POST", u"api/{account}/payment-links"_s, u"createPaymentLink"_s, writing(by(createLink), linkView)},
        {"GET", u"api/{account}/payment-links"_s, u"listPaymentLinks"_s, listOf(links, true, {}, {}, linkView)},
        {"PATCH", u"api/{account}/payment-links/{id}"_s, u"updatePaymentLink"_s, writing(activityOf(links), linkView)},
        {"GET", u"api/{account}/products"_s, u"listProducts"_s, listOf(u"products"_s)},
        {"GET", u"api/{account}/prices"_s, u"listPrices"_s, listOf(u"prices"_s, false, {}, u"product_id"_s)},
        {"GET", u"api/{account}/customers"_s, u"listCustomers"_s, listOf(u"customers"_s)},
        {"GET", u"api/{account}/coupons"_s, u"listCoupons"_s, listOf(coupons)},
        {"POST", u"api/{account}/coupons"_s, u"createCoupon"_s, writing(by(createCoupon))},
        {"PATCH", u"api/{account}/coupons/{id}"_s, u"updateCoupon"_s, writing(activityOf(coupons))},
        {"GET", u"api/{account}/promotion-codes"_s, u"listPromotionCodes"_s, listOf(codes)},
        {"POST", u"api/{account}/promotion-codes"_s, u"createPromotionCode"_s, writing(by(createPromotionCode))},
        {"PATCH", u"api/{account}/promotion-codes/{id}"_s, u"updatePromotionCode"_s, writing(activityOf(codes))},
        {"GET", u"api/{account}/transactions"_s, u"listTransactions"_s, listOf(u"transactions"_s, true, u"status"_s)},
        {"POST", u"api/{account}/payments/refunds"_s, u"createRefund"_s, writing(by(createRefund))},
        {"GET", u"v1/processors"_s, u"listProcessors"_s, listOf(u"processors"_s)},
        {"GET", u"v1/processor-routes"_s, u"listProcessorRoutes"_s, listOf(u"routes"_s)},
        {"POST", u"v1/processor-routes"_s, u"createProcessorRoute"_s, writing(route)},
        {"PATCH", u"v1/processor-routes/{id}"_s, u"updateProcessorRoute"_s, writing(route)},
    };
}

Response Wire::error(const Refusal &refusal) const
{
    QJsonArray errors;
    for (const FieldError &wrong : refusal.errors)
        errors << QJsonObject{{u"field"_s, wrong.field}, {u"message"_s, wrong.message}};
    return Response::json(refusal.status,
                          {{u"type"_s, u"about:blank"_s},
                           {u"title"_s, titleOf(refusal.status)},
                           {u"status"_s, refusal.status},
                           {u"detail"_s, refusal.detail},
                           {u"request_id"_s, newId(u"req_"_s)},
                           {u"errors"_s, errors}},
                          "application/problem+json");
}

Response Wire::answer(const Request &request)
{
    if (isSameSecret(request.headers.value("authorization"), "Bearer " + m_access.key.toUtf8()))
        return dispatch(request);
    Response response = error(401, u"The API key is missing or wrong."_s);
    response.add("WWW-Authenticate", "Bearer");
    return response;
}

Response Wire::perform(const Operation &operation, const Call &call)
{
    const QStringList &path = call.request.path;
    if (path.first() == "api"_L1 && path.at(1) != m_access.accountId)
        return error(403, u"This API key does not belong to the account %1."_s.arg(path.at(1)));
    return operation.handler(call);
}

Operation::Handler Wire::listOf(const QString &kind, bool newestFirst, const QString &statusParameter,
                                const QString &parentParameter, View view)
{
    return [=, this](const Call &call) {
        return respond(readPaging(call.request.query), [&](Selection selection) {
            const auto asked = [&](const QString &parameter) {
                return parameter.isEmpty() ? QString()
                                           : call.request.query.queryItemValue(parameter, QUrl::FullyDecoded);
            };
            selection.status = asked(statusParameter);
            selection.parent = asked(parentParameter);
            selection.newestFirst = newestFirst;
            const Page page = m_engine.list(kind, selection);
            return pageResponse(page, selection, [&](const QJsonObject &document) {
                return view ? view(document, m_payUrl) : document;
            });
        });
    };
}

Operation::Handler Wire::writing(std::function<Answer<QJsonObject>(const QString &id, const QJsonObject &body)> write,
                                 View view)
{
    return [this, write = std::move(write), view](const Call &call) {
        const auto answer = [&] {
            return respond(then(readBody(call.request.body),
                                [&](const QJsonObject &body) {
                                    const bool isCode = call.request.isRewritten && body.contains("code"_L1);
                                    return write(call.id, isCode ? rewrittenCode(body) : body);
                                }),
                           [&](const QJsonObject &written) {
                               return Response::json(call.request.method == "POST" ? 201 : 200,
                                                     view ? view(written, m_payUrl) : written);
                           });
        };
        return respond(m_calls.once(call.request, call.request.path.join(u'/'), m_engine.now(), answer));
    };
}

Response Wire::createSession(const Call &call)
{
    const auto body = readBody(call.request.body);
    const auto asked = then(body, [&](const QJsonObject &sent) {
        return readSession(call.request.isRewritten ? rewrittenSession(sent, m_engine.store()) : sent);
    });
    if (!asked)
        return error(asked.error());
    constexpr int longestKey = 255;
    const QByteArray key = call.request.headers.value("idempotency-key");
    if (key.size() > longestKey)
        return error(400, u"Idempotency-Key is longer than 255 characters."_s);
    const QByteArray canonical = QJsonDocument(*body).toJson(QJsonDocument::Compact);
    const QByteArray fingerprint = QCryptographicHash::hash(canonical, QCryptographicHash::Sha256).toHex();
    return respond(m_engine.create(*asked, QString::fromUtf8(key), QString::fromLatin1(fingerprint)),
                   [&](const Created &created) {
                       Response response = Response::json(201, sessionView(created.session, false));
                       if (created.replayed)
                           response.add("Idempotent-Replayed", "true");
                       return response;
                   });
}

Response Wire::getSession(const Call &call)
{
    return respond(readExpand(call.request.query), [&](bool expands) {
        const auto session = m_engine.session(call.id);
        return session ? Response::json(200, sessionView(*session, expands))
                       : error(404, u"There is no checkout session %1."_s.arg(call.id));
    });
}

Response Wire::expireSession(const Call &call)
{
    return respond(m_engine.expire(call.id),
                   [&](const Session &session) { return Response::json(200, sessionView(session, false)); });
}

Response Wire::listSessions(const Call &call)
{
    auto selection = readPaging(call.request.query);
    const auto expand = readExpand(call.request.query);
    if (!selection || !expand)
        return error(selection ? expand.error() : selection.error());
    selection->status = call.request.query.queryItemValue(u"status"_s, QUrl::FullyDecoded);
    selection->newestFirst = true;
    const Page page = m_engine.list(u"sessions"_s, *selection);
    return pageResponse(page, *selection,
                        [&](const QJsonObject &document) { return sessionView(sessionFrom(document), *expand); });
}

QJsonObject Wire::sessionView(const Session &s, bool withCustomFields) const
{
    QJsonArray cascade;
    for (const Tier &tier : s.tiers.mid(1))
        cascade << QJsonObject{{u"line_items"_s, linesView(tier)}, {u"processor_route_id"_s, orNull(tier.routeId)}};
    QJsonObject view{{u"id"_s, s.id},
                     {u"secure_token"_s, s.token},
                     {u"status"_s, s.status},
                     {u"url"_s, QString(m_payUrl + s.token)},
                     {u"customer_id"_s, orNull(s.customerId)},
                     {u"line_items"_s, s.tiers.isEmpty() ? QJsonArray() : linesView(s.tiers.first())},
                     {u"cascade_line_items"_s, cascade},
                     {u"promotion_code"_s, orNull(s.promotionCode)},
                     {u"coupon_id"_s, orNull(s.couponId)},
                     {u"processor_route_id"_s, orNull(s.routeId)},
                     {u"success_url"_s, orNull(s.successUrl)},
                     {u"return_url"_s, orNull(s.returnUrl)},
                     {u"created_at"_s, isoTime(s.createdAt)},
                     {u"expires_at"_s, isoTime(s.expiresAt)},
                     {u"paid_tier"_s, s.paidTier ? QJsonValue(*s.paidTier) : QJsonValue()},
                     {u"paid_processor_route_id"_s, orNull(s.paidRouteId)},
                     {u"payment_intent_id"_s, orNull(s.paymentIntentId)},
                     {u"attempts"_s, s.currency ? attemptsView(s.attempts, *s.currency) : QJsonArray()}};
    if (s.currency) {
        view["currency"_L1] = s.currency->code().toLower();
        view["total_amount_atom"_L1] = s.tiers.first().total;
    }
    if (withCustomFields) {
        view["custom_fields"_L1] = s.customFields;
        view["params_for_sub"_L1] = QJsonObject{{u"custom_fields"_s, s.subscriptionCustomFields}};
    }
    return view;
}

} // namespace tilldeck::sandbox::paymentkit
