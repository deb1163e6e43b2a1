// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/khaime/wire.h"

#include "sandbox/khaime/rules.h"
#include "sandbox/khaime/views.h"
#include "sandbox/same_secret.h"

namespace tilldeck::sandbox::khaime {

using namespace Qt::StringLiterals;

namespace {

template <typename T> Answer<T> readAs(const QByteArray &body, Answer<T> (*read)(const QJsonObject &))
{
    return then(readBody(body), read);
}

Response success(const QJsonObject &data, const QString &message = {})
{
    QJsonObject body{{u"success"_s, true}, {u"data"_s, data}};
    if (!message.isEmpty())
        body["message"_L1] = message;
    return Response::json(200, body);
}

// The currency that is asked for, or that of the country, or @p base.
std::optional<money::Currency> wantedCurrency(const QString &code, const QString &country, money::Currency base)
{
    if (!code.isEmpty())
        return money::Currency::fromCode(code);
    const auto local = currencyOfCountry(country);
    return local && reportedRate(base, *local) ? local : base;
}

} // namespace

Wire::Wire(Engine &engine, const Access &access)
    : ProviderWire(access.withoutCalls, access.payUrl)
    , m_engine(engine)
    , m_access(access)
{
    m_since.start();
    // The token in their path authorizes those that need no key.
    m_operations = {
        {"POST", u"api/v1/sdk/checkout/initialize"_s, u"initializeCheckout"_s, bound(&Wire::createCheckout),
         Operation::KeyAndMerchant},
        {"GET", u"api/v1/sdk/checkout/session/{id}"_s, u"getSdkSession"_s, bound(&Wire::getCheckout), Operation::None},
        {"POST", u"api/v1/sdk/checkout/session/{id}/confirm"_s, u"confirmSdkSession"_s, bound(&Wire::confirmCheckout),
         Operation::None},
        {"POST", u"api/v1/partner/payments/sessions"_s, u"createPaymentSession"_s, bound(&Wire::createSession)},
        {"GET", u"api/v1/partner/payments/sessions/{id}"_s, u"getPaymentSession"_s, bound(&Wire::getSession)},
        {"POST", u"api/v1/partner/payments/charge"_s, u"createCharge"_s, bound(&Wire::createCharge)},
        {"GET", u"api/v1/partner/pricing/calculate"_s, u"calculatePricing"_s, bound(&Wire::calculatePricing)},
        {"GET", u"api/v1/partner/products"_s, u"listProducts"_s, bound(&Wire::listProducts)},
        {"GET", u"api/v1/partner/products/{id}/pricing"_s, u"getProductPricing"_s, bound(&Wire::productPricing)},
        {"POST", u"api/v1/partner/refunds"_s, u"createRefund"_s, bound(&Wire::createRefund)},
        {"GET", u"api/v1/partner/transactions"_s, u"listTransactions"_s, bound(&Wire::listTransactions)},
        {"GET", u"api/v1/partner/subscriptions"_s, u"listSubscriptions"_s, bound(&Wire::listSubscriptions)},
        {"GET", u"api/v1/partner/subscriptions/{id}"_s, u"getSubscription"_s, bound(&Wire::getSubscription)},
        {"GET", u"api/v1/partner/marketplace/merchants/{id}"_s, u"getMerchant"_s, bound(&Wire::getMerchant)},
        {"PATCH", u"api/v1/partner/marketplace/merchants/{id}"_s, u"updateMerchantCommission"_s,
         bound(&Wire::updateMerchant)},
        {"GET", u"api/v1/partner/account"_s, u"getAccount"_s, bound(&Wire::getAccount)},
    };
}

Response Wire::error(const Refusal &refusal) const
{
    QJsonObject details;
    for (const FieldError &wrong : refusal.errors)
        details[wrong.field] = wrong.message;
    const QString text = refusal.isStorageError() ? u"Server error"_s : refusal.detail;
    return Response::json(refusal.status, {{u"success"_s, false}, {u"error"_s, text}, {u"details"_s, details}});
}

std::optional<Response> Wire::denied(const Operation &operation, const Request &request)
{
    const auto holds = [&](const char *header, const QString &value) {
        return isSameSecret(request.headers.value(header), value.toUtf8());
    };
    if (operation.authorization != Operation::None && !holds("x-api-key", m_access.key))
        return error(401, u"Invalid API key"_s);
    if (operation.authorization == Operation::KeyAndMerchant && !holds("x-merchant-id", m_access.merchantId))
        return error(401, u"Invalid API key"_s);
    constexpr qint64 second = 1000;
    const qint64 wait = m_limit.wait(m_since.elapsed());
    if (wait == 0)
        return std::nullopt;
    Response response = error(429, u"Rate limit exceeded"_s);
    response.add("Retry-After", QByteArray::number((wait + second - 1) / second));
    return response;
}

Response Wire::unconvertible(const QString &from, const QString &to) const
{
    return error(400, unconvertibleText(from, to));
}

Response Wire::createSession(const Call &call)
{
    return respond(then(readAs(call.request.body, readSession),
                        [&](const SessionRequest &asked) { return m_engine.createSession(asked); }),
                   [&](const Order &order) { return success(sessionView(order, m_payUrl)); });
}

Response Wire::getSession(const Call &call)
{
    return respond(m_engine.order(call.id, Order::Session),
                   [](const Order &order) { return success(sessionStatusView(order)); });
}

Response Wire::createCheckout(const Call &call)
{
    return respond(then(readAs(call.request.body, readCheckout),
                        [&](const CheckoutRequest &asked) { return m_engine.createCheckout(asked); }),
                   [&](const Order &order) {
                       return Response::json(200, checkoutView(order, m_engine.business(), m_payUrl, false));
                   });
}

Response Wire::getCheckout(const Call &call)
{
    return respond(m_engine.order(call.id, Order::Checkout), [&](const Order &order) {
        return Response::json(200, checkoutView(order, m_engine.business(), m_payUrl, true));
    });
}

Response Wire::confirmCheckout(const Call &call)
{
    const auto body = call.request.body.isEmpty() ? QJsonObject() : readBody(call.request.body);
    return respond(then(body, [&](const QJsonObject &) { return m_engine.confirm(call.id); }),
                   [](const Order &order) { return Response::json(200, confirmationView(order)); });
}

Response Wire::createCharge(const Call &call)
{
    const auto asked = readAs(call.request.body, readCharge);
    if (asked && asked->preview)
        return respond(m_engine.quote(*asked), [&](const Quote &quote) {
            return success(previewView(quote, m_engine.business()), u"Charge preview calculated successfully"_s);
        });
    return respond(then(asked, [&](const ChargeRequest &request) { return m_engine.charge(request); }),
                   [&](const Order &order) { return success(chargeView(order, m_payUrl)); });
}

Response Wire::createRefund(const Call &call)
{
    // A webhook says when it is done.
    return respond(
        then(readAs(call.request.body, readRefund), [&](const RefundRequest &asked) { return m_engine.refund(asked); }),
        [](const Refund &refund) {
            return success({{u"refund_id"_s, refund.id},
                            {u"status"_s, u"processing"_s},
                            {u"amount"_s, refund.amount},
                            {u"currency"_s, refund.currency}});
        });
}

Response Wire::calculatePricing(const Call &call)
{
    const auto asked = readPricing(call.request.query);
    if (!asked)
        return error(asked.error());
    QString source = asked->sourceCurrency.isEmpty() ? m_engine.business().currency : asked->sourceCurrency;
    if (asked->productId && !m_engine.store().get(kind::products, QString::number(*asked->productId)))
        return error(
            refused(422, u"Validation failed"_s, u"product_id"_s, u"There is no product %1."_s.arg(*asked->productId))
                .error());
    if (asked->subMerchantId) {
        const auto found = m_engine.store().get(kind::merchants, QString::number(*asked->subMerchantId));
        if (!found)
            return error(refused(422, u"Validation failed"_s, u"sub_merchant_id"_s,
                                 u"There is no sub-merchant %1."_s.arg(*asked->subMerchantId))
                             .error());
        if (asked->sourceCurrency.isEmpty())
            source = (*found)["payout"_L1]["baseline_currency"_L1].toString(source);
    }
    const auto from = money::Currency::fromCode(source);
    if (!from)
        return unconvertible(source, asked->targetCurrency);
    const auto to = wantedCurrency(asked->targetCurrency, asked->country, *from);
    const money::Money base(asked->amount, *from);
    const auto local = to ? converted(base, *to) : std::nullopt;
    if (!local)
        return unconvertible(source, asked->targetCurrency);
    return Response::json(
        200,
        {{u"success"_s, true},
         {u"data"_s, QJsonObject{{u"pricing"_s, pricingView(base, *local)}, {u"price_discrimination"_s, QJsonValue()}}},
         {u"local"_s, QJsonObject{{u"amount"_s, local->minorUnits()}, {u"currency"_s, local->currency().code()}}}});
}

Response Wire::productPricing(const Call &call)
{
    const QUrlQuery &query = call.request.query;
    return respond(m_engine.store().get(kind::products, call.id), [&](const QJsonObject &product) {
        const QString currency = query.queryItemValue(u"currency"_s);
        const QString country = countryCode(query.queryItemValue(u"customer_country"_s, QUrl::FullyDecoded));
        const money::Money base(product["amount"_L1].toInteger(),
                                *money::Currency::fromCode(product["currency"_L1].toString()));
        const auto to = wantedCurrency(currency, country, base.currency());
        const auto local = to ? converted(base, *to) : std::nullopt;
        if (!local)
            return unconvertible(base.currency().code(), currency);
        return success({{u"product"_s, productView(product)},
                        {u"pricing"_s, pricingView(base, *local)},
                        {u"price_discrimination"_s, QJsonValue()}});
    });
}

std::optional<Response> Wire::refusedOutsideMarketplace() const
{
    if (m_engine.business().marketplaceId)
        return std::nullopt;
    return error(403, u"This endpoint is restricted to marketplace operators"_s);
}

Response Wire::getMerchant(const Call &call)
{
    if (const auto refusal = refusedOutsideMarketplace())
        return *refusal;
    return respond(m_engine.store().get(kind::merchants, call.id), [&](const QJsonObject &merchant) {
        return success(merchantView(merchant, m_engine.business()), u"Merchant details retrieved successfully"_s);
    });
}

Response Wire::updateMerchant(const Call &call)
{
    if (const auto refusal = refusedOutsideMarketplace())
        return *refusal;
    return respond(then(readAs(call.request.body, readCommission),
                        [&](qint64 rate) { return m_engine.setCommission(call.id, rate); }),
                   [](const QJsonObject &merchant) {
                       return success(
                           {{u"merchant"_s,
                             QJsonObject{{u"id"_s, merchant["id"_L1]},
                                         {u"business_name"_s, merchant["profile"_L1]["business_name"_L1]},
                                         {u"commission_rate"_s, merchant["marketplace"_L1]["commission_rate"_L1]}}}},
                           u"Merchant updated successfully"_s);
                   });
}

Response Wire::getSubscription(const Call &call)
{
    return respond(m_engine.store().get(kind::subscriptions, call.id),
                   [](const QJsonObject &subscription) { return success(subscription); });
}

Response Wire::getAccount(const Call &)
{
    const Business own = m_engine.business();
    return success({{u"merchant_id"_s, own.id}, {u"baseline_currency"_s, own.currency}});
}

Response Wire::page(const QString &kind, const QString &name, const Answer<Selection> &selection,
                    QJsonObject (*view)(const QJsonObject &document))
{
    if (!selection)
        return error(selection.error());
    const Page page = m_engine.list(kind, *selection);
    return success({{name, page.viewed(view)},
                    {u"total"_s, page.total},
                    {u"limit"_s, selection->limit},
                    {u"offset"_s, selection->offset}});
}

Response Wire::listTransactions(const Call &call)
{
    const QUrlQuery &query = call.request.query;
    auto selection = readList(query, {{u"created_at"_s, u"created_at"_s}, {u"amount"_s, u"amount"_s}});
    if (selection)
        selection->status = query.queryItemValue(u"status"_s);
    return page(kind::transactions, u"transactions"_s, selection, [](const QJsonObject &document) { return document; });
}

Response Wire::listProducts(const Call &call)
{
    const auto selection = readList(call.request.query, {{u"created_at"_s, u"created_at"_s}, {u"name"_s, u"name"_s}});
    return page(kind::products, u"products"_s, selection, productView);
}

Response Wire::listSubscriptions(const Call &call)
{
    const QUrlQuery &query = call.request.query;
    auto selection = readList(query, {{u"created_at"_s, u"created_at"_s},
                                      {u"next_payment"_s, u"next_payment_date"_s},
                                      {u"actual_price"_s, u"amount"_s},
                                      {u"payment_status"_s, u"status"_s}});
    if (selection) {
        selection->status = query.queryItemValue(u"status"_s);
        selection->parent = query.queryItemValue(u"product_id"_s);
    }
    return page(kind::subscriptions, u"subscriptions"_s, selection, [](const QJsonObject &document) {
        QJsonObject view = document;
        view.remove(u"payment_history"_s);
        return view;
    });
}

} // namespace tilldeck::sandbox::khaime
