// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/ikawaari/wire.h"

#include "sandbox/ids.h"
#include "sandbox/ikawaari/views.h"
#include "sandbox/same_secret.h"

namespace tilldeck::sandbox::ikawaari {

using namespace Qt::StringLiterals;

namespace {

std::pair<QString, QString> codeAndType(int status)
{
    static const QHash<int, std::pair<QString, QString>> known{
        {400, {u"invalid_request"_s, u"validation_error"_s}},    {401, {u"unauthorized"_s, u"authentication_error"_s}},
        {403, {u"forbidden"_s, u"permission_error"_s}},          {404, {u"not_found"_s, u"not_found_error"_s}},
        {405, {u"method_not_allowed"_s, u"validation_error"_s}}, {409, {u"conflict"_s, u"conflict_error"_s}},
        {429, {u"rate_limit_exceeded"_s, u"api_error"_s}},       {501, {u"not_implemented"_s, u"api_error"_s}}};
    return known.value(status, {u"internal_error"_s, u"api_error"_s});
}

// @p view turns a document into what is answered.
template <typename View> QJsonObject pageView(const Page &page, const PageRequest &asked, View view)
{
    const qint64 seen = asked.selection.offset + page.items.size();
    return {{u"data"_s, page.viewed(view)},
            {u"hasMore"_s, seen < page.total},
            {u"page"_s, asked.page},
            {u"limit"_s, asked.selection.limit},
            {u"total"_s, page.total}};
}

// A page with the filters of the same query.
Answer<PageRequest> readFilteredPage(const QUrlQuery &query)
{
    return then(readPage(query), [&](const PageRequest &asked) {
        return then(readFilters(query, asked.selection),
                    [&](const Selection &selection) { return Answer<PageRequest>({selection, asked.page}); });
    });
}

} // namespace

/// Whom a request is from.
struct Wire::Caller
{
    bool isKnown = false;
    bool mayWrite = false;
    CallWindow *window = nullptr; ///< that it counts in
};

Wire::Wire(Engine &engine, const Access &access)
    : ProviderWire(access.withoutCalls, access.payUrl)
    , m_engine(engine)
    , m_calls(engine.events(), engine.store(), kind::calls)
    , m_access(access)
{
    m_operations = {
        {"POST", u"api/v1/checkout/sessions"_s, u"createCheckoutSession"_s, bound(&Wire::createSession)},
        {"GET", u"api/v1/checkout/sessions/{id}"_s, u"getCheckoutSession"_s, bound(&Wire::getSession)},
        {"GET", u"api/checkout/{id}"_s, u"getHostedCheckout"_s, bound(&Wire::getSession), Operation::None},
        {"POST", u"api/checkout/{id}/pay"_s, u"payHostedCheckout"_s, bound(&Wire::payHostedCheckout), Operation::None},
        {"GET", u"api/v1/merchant/payments"_s, u"listPayments"_s, bound(&Wire::listPayments)},
        {"GET", u"api/v1/merchant/payments/{id}"_s, u"getPayment"_s, bound(&Wire::getPayment)},
        {"POST", u"api/v1/merchant/payments/{id}/refund"_s, u"refundPayment"_s, bound(&Wire::refundPayment)},
        {"GET", u"api/v1/merchant/payments/{id}/refunds"_s, u"listPaymentRefunds"_s, bound(&Wire::listRefunds)},
        {"GET", u"api/v1/merchant/transactions"_s, u"listTransactions"_s, bound(&Wire::listTransactions)},
        {"GET", u"api/v1/merchant/transactions/stats"_s, u"getTransactionStats"_s, bound(&Wire::transactionStats)},
        {"GET", u"api/v1/payment-intents"_s, u"listPaymentIntents"_s, bound(&Wire::listIntents)},
        {"GET", u"api/v1/payment-intents/{id}"_s, u"getPaymentIntent"_s, bound(&Wire::getIntent)},
        {"POST", u"api/test/mobile-money/callback"_s, u"simulatePayment"_s, bound(&Wire::simulatePayment),
         Operation::None},
    };
}

Response Wire::error(const Refusal &refusal) const
{
    const auto [code, type] = codeAndType(refusal.status);
    const QString text = refusal.status == 404 ? u"Resource not found."_s : refusal.detail;
    QJsonObject error{{u"code"_s, code}, {u"message"_s, text}, {u"type"_s, type}};
    QJsonObject details;
    for (const FieldError &wrong : refusal.errors)
        details[wrong.field] = wrong.message;
    if (!details.isEmpty())
        error["details"_L1] = details;
    return Response::json(refusal.status, {{u"error"_s, error}});
}

Wire::Caller Wire::callerOf(const Request &request)
{
    const QByteArray given = request.headers.value("authorization");
    if (isSameSecret(given, "Bearer " + m_access.key.toUtf8()))
        return {true, true, &m_ofKey};
    if (isSameSecret(given, "Bearer " + m_access.readOnlyKey.toUtf8()))
        return {true, false, &m_ofReadOnlyKey};
    return {false, false, &m_ofMerchant};
}

Response Wire::answer(const Request &request)
{
    const Caller caller = callerOf(request);
    const qint64 now = m_engine.now().toSecsSinceEpoch();
    CallWindow::Count count = caller.window->count(now);
    if (caller.isKnown) {
        const CallWindow::Count all = m_ofMerchant.count(now);
        if (all.wait > 0)
            count = all;
    }
    Response response = count.wait > 0
                            ? error(429, u"Too many requests. Please retry after %1 seconds."_s.arg(count.wait))
                            : dispatch(request);
    if (count.wait > 0)
        response.add("Retry-After", QByteArray::number(count.wait));
    response.add("X-RateLimit-Limit", QByteArray::number(count.limit));
    response.add("X-RateLimit-Remaining", QByteArray::number(count.remaining));
    response.add("X-RateLimit-Reset", QByteArray::number(count.reset));
    response.add("Ikawaari-Request-Id", newId(u"req_"_s).toLatin1());
    return response;
}

std::optional<Response> Wire::denied(const Operation &operation, const Request &request)
{
    if (operation.authorization == Operation::None)
        return std::nullopt;
    const Caller caller = callerOf(request);
    if (!caller.isKnown)
        return error(401, u"Authentication required."_s);
    if (!caller.mayWrite && request.method != "GET")
        return error(403, u"This key lacks the write scope for payments."_s);
    return std::nullopt;
}

Response Wire::perform(const Operation &operation, const Call &call)
{
    if (operation.method != "POST")
        return operation.handler(call);
    // A customer's Idempotency-Keys are apart from the merchant's.
    const QString scope = operation.authorization == Operation::None ? u"public"_s : u"merchant"_s;
    return respond(m_calls.once(call.request, scope, m_engine.now(), [&] { return operation.handler(call); }));
}

Response Wire::createSession(const Call &call)
{
    return respond(then(readSession(call.request.body), [&](const auto &asked) { return m_engine.create(asked); }),
                   [&](const Session &session) { return Response::json(200, sessionView(session, m_payUrl)); });
}

Response Wire::getSession(const Call &call)
{
    return respond(m_engine.session(call.id),
                   [&](const Session &session) { return Response::json(200, sessionView(session, m_payUrl)); });
}

Response Wire::payHostedCheckout(const Call &call)
{
    if (!m_engine.session(call.id))
        return error(404, {});
    const auto asked = readPay(call.request.body);
    if (!asked)
        return error(asked.error());
    const Payment payment =
        asked->card ? m_engine.pay(call.id, *asked->card) : m_engine.payByWallet(call.id, *asked->wallet);
    if (payment.outcome == Payment::Invalid)
        return error(Refusal{400, payment.problems.first().message, payment.problems});
    if (payment.outcome == Payment::StorageError)
        return error(Refusal::storageError());
    const auto session = m_engine.session(call.id);
    if (payment.outcome == Payment::Closed)
        return error(409, session->waiting ? u"A payment of this session is waiting for the customer's phone."_s
                                           : u"This session is %1."_s.arg(session->status));
    QJsonObject view = sessionView(*session, m_payUrl);
    if (payment.outcome == Payment::Declined)
        view["last_payment_error"_L1] = QJsonObject{{u"code"_s, payment.declines.first().code}};
    return Response::json(200, view);
}

Response Wire::getPayment(const Call &call)
{
    return respond(m_engine.payment(call.id), [&](const QJsonObject &payment) {
        return Response::json(200, paymentDetailView(payment, refundsOf(call.id)));
    });
}

Response Wire::refundPayment(const Call &call)
{
    return respond(
        then(readRefund(call.request.body), [&](const auto &asked) { return m_engine.refund(call.id, asked); }),
        [](const QJsonObject &payment) { return Response::json(200, paymentView(payment)); });
}

QJsonArray Wire::refundsOf(const QString &paymentId)
{
    return m_engine.list(kind::refunds, {.limit = std::numeric_limits<qint32>::max(), .parent = paymentId})
        .viewed(std::identity());
}

Response Wire::listRefunds(const Call &call)
{
    return respond(m_engine.payment(call.id), [&](const QJsonObject &) {
        return Response{200, "application/json", QJsonDocument(refundsOf(call.id)).toJson(QJsonDocument::Compact), {}};
    });
}

Response Wire::listPayments(const Call &call)
{
    return respond(readFilteredPage(call.request.query), [&](PageRequest asked) {
        // A payment that nobody tried is an open session, not a payment.
        asked.selection.conditions << Condition{{u"attempts"_s}, Condition::AtLeast, {1}};
        return Response::json(200, pageView(m_engine.list(kind::payments, asked.selection), asked, paymentView));
    });
}

Response Wire::listTransactions(const Call &call)
{
    return respond(readFilteredPage(call.request.query), [&](const PageRequest &asked) {
        const Page page = m_engine.list(kind::transactions, asked.selection);
        return Response::json(200, pageView(page, asked, std::identity()));
    });
}

Response Wire::transactionStats(const Call &call)
{
    return respond(readFilters(call.request.query, {.limit = 1}), [&](const Selection &selection) {
        QJsonObject stats{{u"total"_s, m_engine.list(kind::transactions, selection).total}};
        for (const QString &status :
             {u"succeeded"_s, u"failed"_s, u"pending"_s, u"refunded"_s, u"disputed"_s, u"uncaptured"_s}) {
            Selection ofStatus = selection;
            ofStatus.conditions << Condition{{u"status"_s}, Condition::Among, {status}};
            stats[status] = m_engine.list(kind::transactions, ofStatus).total;
        }
        return Response::json(200, stats);
    });
}

Response Wire::listIntents(const Call &call)
{
    constexpr int usualPage = 10;
    auto asked = readPage(call.request.query, usualPage);
    if (!asked)
        return error(asked.error());
    const QString cursor = call.request.query.queryItemValue(u"cursor"_s, QUrl::FullyDecoded);
    if (!cursor.isEmpty() && !m_engine.payment(cursor))
        return error(Refusal{400, u"This cursor is not known."_s, {{u"cursor"_s, u"This cursor is not known."_s}}});
    if (!cursor.isEmpty()) {
        asked->selection.offset = 0;
        asked->selection.after = cursor;
    }
    const Page page = m_engine.list(kind::payments, asked->selection);
    QJsonObject view = pageView(page, *asked, intentView);
    const bool hasMore = view["hasMore"_L1].toBool();
    view["nextCursor"_L1] = hasMore ? page.items.last()["id"_L1] : QJsonValue();
    if (!cursor.isEmpty()) {
        // Both speak of pages, which a cursor knows nothing of.
        view.remove(u"page"_s);
        view.remove(u"total"_s);
    }
    return Response::json(200, view);
}

Response Wire::getIntent(const Call &call)
{
    return respond(m_engine.payment(call.id),
                   [](const QJsonObject &payment) { return Response::json(200, intentView(payment)); });
}

Response Wire::simulatePayment(const Call &call)
{
    const auto asked = readSimulation(call.request.body);
    const auto done = then(asked, [&](const Simulation &simulation) { return m_engine.simulate(simulation); });
    return done ? Response::json(200, {}) : error(done.error());
}

} // namespace tilldeck::sandbox::ikawaari
