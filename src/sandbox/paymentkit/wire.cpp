// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/paymentkit/wire.h"

#include "sandbox/json_values.h"
#include "sandbox/operations.h"
#include "sandbox/paymentkit/links.h"
#include "sandbox/paymentkit/request.h"
#include "sandbox/paymentkit/writes.h"

#include <QCryptographicHash>
#include <QJsonArray>

namespace tilldeck::sandbox {

using namespace Qt::StringLiterals;

namespace {

const QList<Operation> &paymentkitOperations()
{
    const auto inAccount = [](const QStringList &rest) { return QStringList{u"api"_s, u"*"_s} + rest; };
    static const QList<Operation> all{
        {"POST", inAccount({u"checkout-sessions"_s}), u"createCheckoutSession"_s},
        {"GET", inAccount({u"checkout-sessions"_s}), u"listCheckoutSessions"_s},
        {"GET", inAccount({u"checkout-sessions"_s, u"*"_s}), u"getCheckoutSession"_s},
        {"POST", inAccount({u"checkout-sessions"_s, u"*"_s, u"expire"_s}), u"expireCheckoutSession"_s},
        {"POST", inAccount({u"payment-links"_s}), u"createPaymentLink"_s},
        {"GET", inAccount({u"payment-links"_s}), u"listPaymentLinks"_s},
        {"PATCH", inAccount({u"payment-links"_s, u"*"_s}), u"updatePaymentLink"_s},
        {"GET", inAccount({u"products"_s}), u"listProducts"_s},
        {"GET", inAccount({u"prices"_s}), u"listPrices"_s},
        {"GET", inAccount({u"customers"_s}), u"listCustomers"_s},
        {"GET", inAccount({u"coupons"_s}), u"listCoupons"_s},
        {"POST", inAccount({u"coupons"_s}), u"createCoupon"_s},
        {"PATCH", inAccount({u"coupons"_s, u"*"_s}), u"updateCoupon"_s},
        {"GET", inAccount({u"promotion-codes"_s}), u"listPromotionCodes"_s},
        {"POST", inAccount({u"promotion-codes"_s}), u"createPromotionCode"_s},
        {"PATCH", inAccount({u"promotion-codes"_s, u"*"_s}), u"updatePromotionCode"_s},
        {"GET", inAccount({u"transactions"_s}), u"listTransactions"_s},
        {"POST", inAccount({u"payments"_s, u"refunds"_s}), u"createRefund"_s},
        {"GET", {u"v1"_s, u"processors"_s}, u"listProcessors"_s},
        {"GET", {u"v1"_s, u"processor-routes"_s}, u"listProcessorRoutes"_s},
        {"POST", {u"v1"_s, u"processor-routes"_s}, u"createProcessorRoute"_s},
        {"PATCH", {u"v1"_s, u"processor-routes"_s, u"*"_s}, u"updateProcessorRoute"_s},
    };
    return all;
}

QString titleOf(int status)
{
    switch (status) {
    case 400:
        return u"Bad Request"_s;
    case 401:
        return u"Unauthorized"_s;
    case 403:
        return u"Forbidden"_s;
    case 404:
        return u"Not Found"_s;
    case 405:
        return u"Method Not Allowed"_s;
    case 409:
        return u"Conflict"_s;
    case 422:
        return u"Unprocessable Entity"_s;
    case 501:
        return u"Not Implemented"_s;
    default:
        return u"Server Error"_s;
    }
}

Response problem(const Refusal &refusal)
{
    QJsonArray errors;
    for (const FieldError &error : refusal.errors)
        errors << QJsonObject{{u"field"_s, error.field}, {u"message"_s, error.message}};
    return Response::json(refusal.status,
                          {{u"type"_s, u"about:blank"_s},
                           {u"title"_s, titleOf(refusal.status)},
                           {u"status"_s, refusal.status},
                           {u"detail"_s, refusal.detail},
                           {u"request_id"_s, newId(u"req_"_s)},
                           {u"errors"_s, errors}},
                          "application/problem+json");
}

Response pageOf(const QJsonArray &items, qint64 total, const Selection &selection)
{
    return Response::json(
        200,
        {{u"items"_s, items}, {u"total"_s, total}, {u"limit"_s, selection.limit}, {u"offset"_s, selection.offset}});
}

QJsonArray linesView(const Tier &tier)
{
    QJsonArray lines;
    for (const SoldLine &line : tier.lines)
        lines << QJsonObject{{u"price_id"_s, line.priceId}, {u"quantity"_s, line.quantity}};
    return lines;
}

} // namespace

PaymentKitWire::PaymentKitWire(Engine &engine, Access access)
    : m_engine(engine)
    , m_calls(engine.events(), engine.store(), u"calls"_s)
    , m_access(std::move(access))
{
}

Response PaymentKitWire::answer(const Request &request)
{
    if (request.headers.value("authorization") != "Bearer " + m_access.key.toUtf8()) {
        Response refused = problem({401, u"The API key is missing or wrong."_s, {}});
        refused.headers << std::pair<QByteArray, QByteArray>("WWW-Authenticate", "Bearer");
        return refused;
    }
    const auto route = routed(paymentkitOperations(), request);
    if (!route) {
        Response refused = problem(route.error());
        if (route.error().status == 405)
            refused.headers << std::pair<QByteArray, QByteArray>("Allow", methodsAt(paymentkitOperations(), request));
        return refused;
    }
    if (m_access.withoutCalls.contains(route->name))
        return problem({501, u"This sandbox was started without the call %1."_s.arg(route->name), {}});
    QStringList ids = route->ids;
    if (request.path.first() == "api"_L1 && ids.takeFirst() != m_access.accountId)
        return problem({403, u"This API key does not belong to the account %1."_s.arg(request.path.at(1)), {}});
    return call(route->name, ids, request);
}

Response PaymentKitWire::call(const QString &operation, const QStringList &ids, const Request &request)
{
    if (operation == "createCheckoutSession"_L1)
        return createSession(request);
    if (operation == "listCheckoutSessions"_L1)
        return listSessions(request);
    if (operation == "getCheckoutSession"_L1) {
        const auto expand = paymentkit::readExpand(request.query);
        if (!expand)
            return problem(expand.error());
        const auto session = m_engine.session(ids.first());
        if (!session)
            return problem({404, u"There is no checkout session %1."_s.arg(ids.first()), {}});
        return Response::json(200, sessionView(*session, *expand));
    }
    if (operation == "expireCheckoutSession"_L1) {
        const auto expired = m_engine.expire(ids.first());
        return expired ? Response::json(200, sessionView(*expired, false)) : problem(expired.error());
    }
    if (operation == "listPaymentLinks"_L1)
        return listDocuments(request, u"payment-links"_s, {}, {}, true);
    if (operation == "listProducts"_L1)
        return listDocuments(request, u"products"_s, {}, {}, false);
    if (operation == "listPrices"_L1)
        return listDocuments(request, u"prices"_s, {}, u"product_id"_s, false);
    if (operation == "listCustomers"_L1)
        return listDocuments(request, u"customers"_s, {}, {}, false);
    if (operation == "listCoupons"_L1)
        return listDocuments(request, u"coupons"_s, {}, {}, false);
    if (operation == "listPromotionCodes"_L1)
        return listDocuments(request, u"promotion-codes"_s, {}, {}, false);
    if (operation == "listTransactions"_L1)
        return listDocuments(request, u"transactions"_s, u"status"_s, {}, true);
    if (operation == "listProcessors"_L1)
        return listDocuments(request, u"processors"_s, {}, {}, false);
    if (operation == "listProcessorRoutes"_L1)
        return listDocuments(request, u"routes"_s, {}, {}, false);
    const auto once = m_calls.once(request, request.path.join(u'/'), m_engine.now(),
                                   [&] { return write(operation, ids.value(0), request); });
    return once ? *once : problem(once.error());
}

Response PaymentKitWire::createSession(const Request &request)
{
    const auto body = readBody(request.body);
    if (!body)
        return problem(body.error());
    const auto asked = paymentkit::readSession(*body);
    if (!asked)
        return problem(asked.error());
    constexpr int longestKey = 255;
    const QByteArray key = request.headers.value("idempotency-key");
    if (key.size() > longestKey)
        return problem({400, u"Idempotency-Key is longer than 255 characters."_s, {}});
    const QByteArray canonical = QJsonDocument(*body).toJson(QJsonDocument::Compact);
    const QByteArray fingerprint = QCryptographicHash::hash(canonical, QCryptographicHash::Sha256).toHex();
    const auto created = m_engine.create(*asked, QString::fromUtf8(key), QString::fromLatin1(fingerprint));
    if (!created)
        return problem(created.error());
    Response response = Response::json(201, sessionView(created->session, false));
    if (created->replayed)
        response.headers << std::pair<QByteArray, QByteArray>("Idempotent-Replayed", "true");
    return response;
}

Response PaymentKitWire::listSessions(const Request &request)
{
    auto selection = readPaging(request.query);
    const auto expand = paymentkit::readExpand(request.query);
    if (!selection || !expand)
        return problem(selection ? expand.error() : selection.error());
    selection->status = request.query.queryItemValue(u"status"_s, QUrl::FullyDecoded);
    selection->newestFirst = true;
    const Page page = m_engine.list(u"sessions"_s, *selection);
    QJsonArray items;
    for (const QJsonObject &document : page.items)
        items << sessionView(sessionFromDocument(document), *expand);
    return pageOf(items, page.total, *selection);
}

Response PaymentKitWire::listDocuments(const Request &request, const QString &kind, const QString &statusParameter,
                                       const QString &parentParameter, bool newestFirst)
{
    auto selection = readPaging(request.query);
    if (!selection)
        return problem(selection.error());
    if (!statusParameter.isEmpty())
        selection->status = request.query.queryItemValue(statusParameter, QUrl::FullyDecoded);
    if (!parentParameter.isEmpty())
        selection->parent = request.query.queryItemValue(parentParameter, QUrl::FullyDecoded);
    selection->newestFirst = newestFirst;
    const Page page = m_engine.list(kind, *selection);
    QJsonArray items;
    for (const QJsonObject &document : page.items)
        items << (kind == "payment-links"_L1 ? paymentkit::linkView(document, m_access.payUrl) : document);
    return pageOf(items, page.total, *selection);
}

Response PaymentKitWire::write(const QString &operation, const QString &id, const Request &request)
{
    const auto body = readBody(request.body);
    if (!body)
        return problem(body.error());
    const auto written = [&] {
        if (operation == "createRefund"_L1)
            return paymentkit::createRefund(m_engine, *body);
        if (operation == "createCoupon"_L1)
            return paymentkit::createCoupon(m_engine, *body);
        if (operation == "updateCoupon"_L1)
            return paymentkit::setActive(m_engine, u"coupons"_s, id, *body);
        if (operation == "createPromotionCode"_L1)
            return paymentkit::createPromotionCode(m_engine, *body);
        if (operation == "updatePromotionCode"_L1)
            return paymentkit::setActive(m_engine, u"promotion-codes"_s, id, *body);
        if (operation == "createPaymentLink"_L1)
            return paymentkit::createLink(m_engine, *body);
        if (operation == "updatePaymentLink"_L1)
            return paymentkit::setActive(m_engine, u"payment-links"_s, id, *body);
        return paymentkit::writeRoute(m_engine, id, *body);
    }();
    if (!written)
        return problem(written.error());
    const bool isLink = operation == "createPaymentLink"_L1 || operation == "updatePaymentLink"_L1;
    return Response::json(request.method == "POST" ? 201 : 200,
                          isLink ? paymentkit::linkView(*written, m_access.payUrl) : *written);
}

QJsonObject PaymentKitWire::sessionView(const Session &s, bool withCustomFields) const
{
    QJsonArray cascade;
    for (const Tier &tier : s.tiers.mid(1))
        cascade << QJsonObject{{u"line_items"_s, linesView(tier)}, {u"processor_route_id"_s, orNull(tier.routeId)}};
    QJsonObject view{{u"id"_s, s.id},
                     {u"secure_token"_s, s.token},
                     {u"status"_s, s.status},
                     {u"url"_s, QString(m_access.payUrl + s.token)},
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

} // namespace tilldeck::sandbox
