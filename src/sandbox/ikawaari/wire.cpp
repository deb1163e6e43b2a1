// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/ikawaari/wire.h"

#include "sandbox/ids.h"
#include "sandbox/ikawaari/views.h"

namespace tilldeck::sandbox {

using namespace Qt::StringLiterals;

namespace {

const QList<Operation> &ikawaariOperations()
{
    const auto at = [](const QString &path) { return path.split(u'/'); };
    static const QList<Operation> all{
        {"POST", at(u"api/v1/checkout/sessions"_s), u"createCheckoutSession"_s},
        {"GET", at(u"api/v1/checkout/sessions/*"_s), u"getCheckoutSession"_s},
        {"GET", at(u"api/checkout/*"_s), u"getHostedCheckout"_s},
        {"POST", at(u"api/checkout/*/pay"_s), u"payHostedCheckout"_s},
        {"GET", at(u"api/v1/merchant/payments"_s), u"listPayments"_s},
        {"GET", at(u"api/v1/merchant/payments/*"_s), u"getPayment"_s},
        {"POST", at(u"api/v1/merchant/payments/*/refund"_s), u"refundPayment"_s},
        {"GET", at(u"api/v1/merchant/payments/*/refunds"_s), u"listPaymentRefunds"_s},
        {"GET", at(u"api/v1/merchant/transactions"_s), u"listTransactions"_s},
        {"GET", at(u"api/v1/merchant/transactions/stats"_s), u"getTransactionStats"_s},
        {"GET", at(u"api/v1/payment-intents"_s), u"listPaymentIntents"_s},
        {"GET", at(u"api/v1/payment-intents/*"_s), u"getPaymentIntent"_s},
        {"POST", at(u"api/test/mobile-money/callback"_s), u"simulatePayment"_s},
    };
    return all;
}

bool isPublic(const QString &operation)
{
    return operation == "getHostedCheckout"_L1 || operation == "payHostedCheckout"_L1 ||
           operation == "simulatePayment"_L1;
}

std::pair<QString, QString> codeAndType(int status)
{
    switch (status) {
    case 400:
        return {u"invalid_request"_s, u"validation_error"_s};
    case 401:
        return {u"unauthorized"_s, u"authentication_error"_s};
    case 403:
        return {u"forbidden"_s, u"permission_error"_s};
    case 404:
        return {u"not_found"_s, u"not_found_error"_s};
    case 405:
        return {u"method_not_allowed"_s, u"validation_error"_s};
    case 409:
        return {u"conflict"_s, u"conflict_error"_s};
    case 429:
        return {u"rate_limit_exceeded"_s, u"api_error"_s};
    case 501:
        return {u"not_implemented"_s, u"api_error"_s};
    default:
        return {u"internal_error"_s, u"api_error"_s};
    }
}

Response ikawaariError(const Refusal &refusal)
{
    const auto [code, type] = codeAndType(refusal.status);
    QJsonObject error{{u"code"_s, code}, {u"message"_s, refusal.detail}, {u"type"_s, type}};
    QJsonObject details;
    for (const FieldError &wrong : refusal.errors)
        details[wrong.field] = wrong.message;
    if (!details.isEmpty())
        error["details"_L1] = details;
    return Response::json(refusal.status, {{u"error"_s, error}});
}

Response ikawaariError(int status, const QString &message)
{
    return ikawaariError(Refusal{status, message, {}});
}

Response ikawaariNotFound()
{
    return ikawaariError(404, u"Resource not found."_s);
}

// MAP turns a document into what is answered.
template <typename Map> QJsonObject pageOf(const Page &page, const ikawaari::PageRequest &asked, Map map)
{
    QJsonArray data;
    for (const QJsonObject &document : page.items)
        data << map(document);
    const qint64 seen = asked.selection.offset + page.items.size();
    return {{u"data"_s, data},
            {u"hasMore"_s, seen < page.total},
            {u"page"_s, asked.page},
            {u"limit"_s, asked.selection.limit},
            {u"total"_s, page.total}};
}

} // namespace

/// Whom a request is from.
struct IkawaariWire::Caller
{
    bool isKnown = false;
    bool mayWrite = false;
    CallWindow *window = nullptr; ///< that it counts in
};

IkawaariWire::IkawaariWire(ikawaari::Engine &engine, Access access)
    : m_engine(engine)
    , m_calls(engine.events(), engine.store(), ikawaari::kind::calls)
    , m_access(std::move(access))
{
}

IkawaariWire::Caller IkawaariWire::callerOf(const Request &request)
{
    const QByteArray given = request.headers.value("authorization");
    if (given == "Bearer " + m_access.key.toUtf8())
        return {true, true, &m_ofKey};
    if (given == "Bearer " + m_access.readOnlyKey.toUtf8())
        return {true, false, &m_ofReadOnlyKey};
    return {false, false, &m_ofMerchant};
}

Response IkawaariWire::answer(const Request &request)
{
    const Caller caller = callerOf(request);
    CallWindow::Count count = caller.window->count(m_engine.now());
    if (caller.isKnown) {
        const CallWindow::Count all = m_ofMerchant.count(m_engine.now());
        if (all.wait > 0)
            count = all;
    }
    Response response = count.wait > 0
                            ? ikawaariError(429, u"Too many requests. Please retry after %1 seconds."_s.arg(count.wait))
                            : answered(request, caller);
    if (count.wait > 0)
        response.headers << std::pair<QByteArray, QByteArray>("Retry-After", QByteArray::number(count.wait));
    response.headers << std::pair<QByteArray, QByteArray>("X-RateLimit-Limit", QByteArray::number(count.limit))
                     << std::pair<QByteArray, QByteArray>("X-RateLimit-Remaining", QByteArray::number(count.remaining))
                     << std::pair<QByteArray, QByteArray>("X-RateLimit-Reset", QByteArray::number(count.reset))
                     << std::pair<QByteArray, QByteArray>("Ikawaari-Request-Id", newId(u"req_"_s).toLatin1());
    return response;
}

Response IkawaariWire::answered(const Request &request, const Caller &caller)
{
    const auto route = routed(ikawaariOperations(), request);
    if (!route) {
        Response refused = route.error().status == 404 ? ikawaariNotFound() : ikawaariError(route.error());
        if (route.error().status == 405)
            refused.headers << std::pair<QByteArray, QByteArray>("Allow", methodsAt(ikawaariOperations(), request));
        return refused;
    }
    const bool open = isPublic(route->name);
    if (!open && !caller.isKnown)
        return ikawaariError(401, u"Authentication required."_s);
    if (!open && !caller.mayWrite && request.method != "GET")
        return ikawaariError(403, u"This key lacks the write scope for payments."_s);
    if (m_access.withoutCalls.contains(route->name))
        return ikawaariError(501, u"This sandbox was started without the call %1."_s.arg(route->name));
    if (request.method != "POST")
        return call(*route, request);
    // A customer's keys are none of the merchant's.
    const auto once = m_calls.once(request, open ? u"public"_s : u"merchant"_s, m_engine.now(),
                                   [&] { return call(*route, request); });
    return once ? *once : ikawaariError(once.error());
}

Response IkawaariWire::call(const Route &route, const Request &request)
{
    const QString &name = route.name;
    const QString id = route.ids.value(0);
    if (name == "createCheckoutSession"_L1)
        return createSession(request);
    if (name == "getCheckoutSession"_L1 || name == "getHostedCheckout"_L1)
        return lookUpSession(id);
    if (name == "payHostedCheckout"_L1)
        return hostedPay(id, request);
    if (name == "listPayments"_L1)
        return listPayments(request);
    if (name == "getPayment"_L1)
        return lookUpPayment(id);
    if (name == "refundPayment"_L1)
        return refund(id, request);
    if (name == "listPaymentRefunds"_L1)
        return m_engine.payment(id)
                   ? Response{200, "application/json", QJsonDocument(refundsOf(id)).toJson(QJsonDocument::Compact), {}}
                   : ikawaariNotFound();
    if (name == "listTransactions"_L1)
        return listTransactions(request);
    if (name == "getTransactionStats"_L1)
        return transactionStats(request);
    if (name == "listPaymentIntents"_L1)
        return listIntents(request);
    if (name == "getPaymentIntent"_L1) {
        const auto payment = m_engine.payment(id);
        return payment ? Response::json(200, ikawaari::intentView(*payment)) : ikawaariNotFound();
    }
    const auto asked = ikawaari::readSimulation(request.body);
    if (!asked)
        return ikawaariError(asked.error());
    const auto done = m_engine.simulate(*asked);
    return done ? Response::json(200, {}) : ikawaariError(done.error());
}

Response IkawaariWire::createSession(const Request &request)
{
    const auto asked = ikawaari::readSession(request.body);
    if (!asked)
        return ikawaariError(asked.error());
    const auto session = m_engine.create(*asked);
    return session ? Response::json(200, ikawaari::sessionView(*session, m_access.payUrl))
                   : ikawaariError(session.error());
}

Response IkawaariWire::lookUpSession(const QString &id)
{
    const auto session = m_engine.session(id);
    return session ? Response::json(200, ikawaari::sessionView(*session, m_access.payUrl)) : ikawaariNotFound();
}

Response IkawaariWire::hostedPay(const QString &id, const Request &request)
{
    if (!m_engine.session(id))
        return ikawaariNotFound();
    const auto asked = ikawaari::readPay(request.body);
    if (!asked)
        return ikawaariError(asked.error());
    const Payment payment = asked->card ? m_engine.pay(id, *asked->card) : m_engine.payByWallet(id, *asked->wallet);
    if (payment.outcome == Payment::Invalid)
        return ikawaariError(Refusal{400, payment.problems.first().message, payment.problems});
    if (payment.outcome == Payment::Unkept)
        return ikawaariError(500, u"The sandbox cannot write its state."_s);
    const auto session = m_engine.session(id);
    if (payment.outcome == Payment::Closed)
        return ikawaariError(409, session->waiting ? u"A payment of this session is waiting for the customer's phone."_s
                                                   : u"This session is %1."_s.arg(session->status));
    QJsonObject view = ikawaari::sessionView(*session, m_access.payUrl);
    if (payment.outcome == Payment::Declined)
        view["last_payment_error"_L1] = QJsonObject{{u"code"_s, payment.declines.first().code}};
    return Response::json(200, view);
}

Response IkawaariWire::lookUpPayment(const QString &id)
{
    const auto payment = m_engine.payment(id);
    if (!payment)
        return ikawaariNotFound();
    return Response::json(200, ikawaari::paymentDetailView(*payment, refundsOf(id)));
}

Response IkawaariWire::refund(const QString &id, const Request &request)
{
    const auto asked = ikawaari::readRefund(request.body);
    if (!asked)
        return ikawaariError(asked.error());
    const auto payment = m_engine.refund(id, *asked);
    return payment ? Response::json(200, ikawaari::paymentView(*payment)) : ikawaariError(payment.error());
}

QJsonArray IkawaariWire::refundsOf(const QString &id)
{
    QJsonArray refunds;
    const Page page =
        m_engine.list(ikawaari::kind::refunds, {.limit = std::numeric_limits<qint32>::max(), .parent = id});
    for (const QJsonObject &refund : page.items)
        refunds << refund;
    return refunds;
}

Response IkawaariWire::listPayments(const Request &request)
{
    auto asked = ikawaari::readPage(request.query);
    if (!asked)
        return ikawaariError(asked.error());
    const auto selection = ikawaari::readFilters(request.query, asked->selection);
    if (!selection)
        return ikawaariError(selection.error());
    asked->selection = *selection;
    // A payment that nobody tried is an open session, not a payment.
    asked->selection.conditions << Condition{{u"attempts"_s}, Condition::AtLeast, {1}};
    const Page page = m_engine.list(ikawaari::kind::payments, asked->selection);
    return Response::json(200, pageOf(page, *asked, ikawaari::paymentView));
}

Response IkawaariWire::listTransactions(const Request &request)
{
    auto asked = ikawaari::readPage(request.query);
    if (!asked)
        return ikawaariError(asked.error());
    const auto selection = ikawaari::readFilters(request.query, asked->selection);
    if (!selection)
        return ikawaariError(selection.error());
    asked->selection = *selection;
    const Page page = m_engine.list(ikawaari::kind::transactions, asked->selection);
    return Response::json(200, pageOf(page, *asked, [](const QJsonObject &document) { return document; }));
}

Response IkawaariWire::transactionStats(const Request &request)
{
    auto selection = ikawaari::readFilters(request.query, {.limit = 1});
    if (!selection)
        return ikawaariError(selection.error());
    QJsonObject stats{{u"total"_s, m_engine.list(ikawaari::kind::transactions, *selection).total}};
    for (const QString &status :
         {u"succeeded"_s, u"failed"_s, u"pending"_s, u"refunded"_s, u"disputed"_s, u"uncaptured"_s}) {
        Selection ofStatus = *selection;
        ofStatus.conditions << Condition{{u"status"_s}, Condition::Among, {status}};
        stats[status] = m_engine.list(ikawaari::kind::transactions, ofStatus).total;
    }
    return Response::json(200, stats);
}

Response IkawaariWire::listIntents(const Request &request)
{
    constexpr int usualPage = 10;
    auto asked = ikawaari::readPage(request.query, usualPage);
    if (!asked)
        return ikawaariError(asked.error());
    const QString cursor = request.query.queryItemValue(u"cursor"_s, QUrl::FullyDecoded);
    if (!cursor.isEmpty() && !m_engine.payment(cursor))
        return ikawaariError(
            Refusal{400, u"This cursor is not known."_s, {{u"cursor"_s, u"This cursor is not known."_s}}});
    if (!cursor.isEmpty()) {
        asked->selection.offset = 0;
        asked->selection.after = cursor;
    }
    const Page page = m_engine.list(ikawaari::kind::payments, asked->selection);
    QJsonObject answer = pageOf(page, *asked, ikawaari::intentView);
    const bool hasMore = answer["hasMore"_L1].toBool();
    answer["nextCursor"_L1] = hasMore ? page.items.last()["id"_L1] : QJsonValue();
    if (!cursor.isEmpty()) {
        // Both speak of pages, which a cursor knows nothing of.
        answer.remove(u"page"_s);
        answer.remove(u"total"_s);
    }
    return Response::json(200, answer);
}

} // namespace tilldeck::sandbox
