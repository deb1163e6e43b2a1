// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/khaime/wire.h"

#include "sandbox/khaime/rules.h"
#include "sandbox/khaime/views.h"

namespace tilldeck::sandbox {

using namespace Qt::StringLiterals;

namespace {

const QList<Operation> &khaimeOperations()
{
    const auto at = [](const char *path) { return QString(u"api/v1/"_s + QString::fromLatin1(path)).split(u'/'); };
    static const QList<Operation> all{
        {"POST", at("sdk/checkout/initialize"), u"initializeCheckout"_s},
        {"GET", at("sdk/checkout/session/*"), u"getSdkSession"_s},
        {"POST", at("sdk/checkout/session/*/confirm"), u"confirmSdkSession"_s},
        {"POST", at("partner/payments/sessions"), u"createPaymentSession"_s},
        {"GET", at("partner/payments/sessions/*"), u"getPaymentSession"_s},
        {"POST", at("partner/payments/charge"), u"createCharge"_s},
        {"GET", at("partner/pricing/calculate"), u"calculatePricing"_s},
        {"GET", at("partner/products"), u"listProducts"_s},
        {"GET", at("partner/products/*/pricing"), u"getProductPricing"_s},
        {"POST", at("partner/refunds"), u"createRefund"_s},
        {"GET", at("partner/transactions"), u"listTransactions"_s},
        {"GET", at("partner/subscriptions"), u"listSubscriptions"_s},
        {"GET", at("partner/subscriptions/*"), u"getSubscription"_s},
        {"GET", at("partner/marketplace/merchants/*"), u"getMerchant"_s},
        {"PATCH", at("partner/marketplace/merchants/*"), u"updateMerchantCommission"_s},
        {"GET", at("partner/account"), u"getAccount"_s},
    };
    return all;
}

Response khaimeError(const Refusal &refusal)
{
    QJsonObject details;
    for (const FieldError &wrong : refusal.errors)
        details[wrong.field] = wrong.message;
    return Response::json(refusal.status,
                          {{u"success"_s, false}, {u"error"_s, refusal.detail}, {u"details"_s, details}});
}

template <typename T> Answer<T> readAs(const QByteArray &body, Answer<T> (*read)(const QJsonObject &))
{
    const auto object = readBody(body);
    if (!object)
        return std::unexpected(object.error());
    return read(*object);
}

Response khaimeError(int status, const QString &text)
{
    return khaimeError(Refusal{status, text, {}});
}

Response success(const QJsonObject &data, const QString &message = {})
{
    QJsonObject body{{u"success"_s, true}, {u"data"_s, data}};
    if (!message.isEmpty())
        body["message"_L1] = message;
    return Response::json(200, body);
}

Response khaimeNotFound()
{
    return khaimeError(404, u"Resource not found"_s);
}

Response pageOf(const QString &name, const QJsonArray &items, qint64 total, const Selection &selection)
{
    return success(
        {{name, items}, {u"total"_s, total}, {u"limit"_s, selection.limit}, {u"offset"_s, selection.offset}});
}

// The currency that is asked for, or that of the country, or that of BASE.
std::optional<money::Currency> wantedCurrency(const QString &code, const QString &country, money::Currency base)
{
    if (!code.isEmpty())
        return money::Currency::fromCode(code);
    const auto local = khaime::currencyOfCountry(country);
    return local && khaime::reportedRate(base, *local) ? local : base;
}

Response unconvertible(const QString &from, const QString &to)
{
    return khaimeError(400, u"Unable to convert from %1 to %2"_s.arg(from, to));
}

} // namespace

KhaimeWire::KhaimeWire(khaime::Engine &engine, Access access)
    : m_engine(engine)
    , m_access(std::move(access))
{
    m_since.start();
}

bool KhaimeWire::isAllowed(const QString &operation, const Request &request) const
{
    // The token in their path is their authorisation.
    if (operation == "getSdkSession"_L1 || operation == "confirmSdkSession"_L1)
        return true;
    if (request.headers.value("x-api-key") != m_access.key.toUtf8())
        return false;
    return operation != "initializeCheckout"_L1 ||
           request.headers.value("x-merchant-id") == m_access.merchantId.toUtf8();
}

Response KhaimeWire::answer(const Request &request)
{
    const auto route = routed(khaimeOperations(), request);
    if (!route) {
        Response refused = khaimeError(route.error());
        if (route.error().status == 405)
            refused.headers << std::pair<QByteArray, QByteArray>("Allow", methodsAt(khaimeOperations(), request));
        return refused;
    }
    if (!isAllowed(route->name, request))
        return khaimeError(401, u"Invalid API key"_s);
    constexpr qint64 second = 1000;
    if (const qint64 wait = m_limit.wait(m_since.elapsed())) {
        Response refused = khaimeError(429, u"Rate limit exceeded"_s);
        refused.headers << std::pair<QByteArray, QByteArray>("Retry-After",
                                                             QByteArray::number((wait + second - 1) / second));
        return refused;
    }
    if (m_access.withoutCalls.contains(route->name))
        return khaimeError(501, u"This sandbox was started without the call %1."_s.arg(route->name));
    return call(*route, request);
}

Response KhaimeWire::call(const Route &route, const Request &request)
{
    const QString &name = route.name;
    const QString id = route.ids.value(0);
    if (name == "initializeCheckout"_L1)
        return createCheckout(request);
    if (name == "getSdkSession"_L1) {
        const auto order = m_engine.order(id, khaime::Order::Checkout);
        return order ? Response::json(200, khaime::checkoutView(*order, m_engine.business(), m_access.payUrl, true))
                     : khaimeNotFound();
    }
    if (name == "confirmSdkSession"_L1) {
        const auto body = request.body.isEmpty() ? QJsonObject() : readBody(request.body);
        if (!body)
            return khaimeError(body.error());
        const auto order = m_engine.confirm(id);
        return order ? Response::json(200, khaime::confirmationView(*order)) : khaimeError(order.error());
    }
    if (name == "createPaymentSession"_L1)
        return createSession(request);
    if (name == "getPaymentSession"_L1) {
        const auto order = m_engine.order(id, khaime::Order::Session);
        return order ? success(khaime::sessionStatusView(*order)) : khaimeNotFound();
    }
    if (name == "createCharge"_L1)
        return createCharge(request);
    if (name == "calculatePricing"_L1)
        return calculatePricing(request);
    if (name == "listProducts"_L1)
        return listProducts(request);
    if (name == "getProductPricing"_L1)
        return productPricing(id, request);
    if (name == "createRefund"_L1)
        return createRefund(request);
    if (name == "listTransactions"_L1)
        return listTransactions(request);
    if (name == "listSubscriptions"_L1)
        return listSubscriptions(request);
    if (name == "getSubscription"_L1) {
        const auto subscription = m_engine.store().get(khaime::kind::subscriptions, id);
        return subscription ? success(*subscription) : khaimeNotFound();
    }
    if (name == "getAccount"_L1) {
        const khaime::Business own = m_engine.business();
        return success({{u"merchant_id"_s, own.id}, {u"baseline_currency"_s, own.currency}});
    }
    return merchant(id, request);
}

Response KhaimeWire::createSession(const Request &request)
{
    const auto asked = readAs(request.body, khaime::readSession);
    if (!asked)
        return khaimeError(asked.error());
    const auto order = m_engine.createSession(*asked);
    return order ? success(khaime::sessionView(*order, m_access.payUrl)) : khaimeError(order.error());
}

Response KhaimeWire::createCheckout(const Request &request)
{
    const auto asked = readAs(request.body, khaime::readCheckout);
    if (!asked)
        return khaimeError(asked.error());
    const auto order = m_engine.createCheckout(*asked);
    return order ? Response::json(200, khaime::checkoutView(*order, m_engine.business(), m_access.payUrl, false))
                 : khaimeError(order.error());
}

Response KhaimeWire::createCharge(const Request &request)
{
    const auto asked = readAs(request.body, khaime::readCharge);
    if (!asked)
        return khaimeError(asked.error());
    if (asked->preview) {
        const auto quote = m_engine.quote(*asked);
        return quote ? success(khaime::previewView(*quote, m_engine.business()),
                               u"Charge preview calculated successfully"_s)
                     : khaimeError(quote.error());
    }
    const auto order = m_engine.charge(*asked);
    return order ? success(khaime::chargeView(*order, m_access.payUrl)) : khaimeError(order.error());
}

Response KhaimeWire::createRefund(const Request &request)
{
    const auto asked = readAs(request.body, khaime::readRefund);
    if (!asked)
        return khaimeError(asked.error());
    const auto refund = m_engine.refund(*asked);
    // That it is done is told by webhook.
    return refund ? success({{u"refund_id"_s, refund->id},
                             {u"status"_s, u"processing"_s},
                             {u"amount"_s, refund->amount},
                             {u"currency"_s, refund->currency}})
                  : khaimeError(refund.error());
}

Response KhaimeWire::calculatePricing(const Request &request)
{
    const auto asked = khaime::readPricing(request.query);
    if (!asked)
        return khaimeError(asked.error());
    QString source = asked->sourceCurrency.isEmpty() ? m_engine.business().currency : asked->sourceCurrency;
    if (asked->productId && !m_engine.store().get(khaime::kind::products, QString::number(*asked->productId)))
        return khaimeError(Refusal{
            422, u"Validation failed"_s, {{u"product_id"_s, u"There is no product %1."_s.arg(*asked->productId)}}});
    if (asked->subMerchantId) {
        const auto found = m_engine.store().get(khaime::kind::merchants, QString::number(*asked->subMerchantId));
        if (!found)
            return khaimeError(
                Refusal{422,
                        u"Validation failed"_s,
                        {{u"sub_merchant_id"_s, u"There is no sub-merchant %1."_s.arg(*asked->subMerchantId)}}});
        if (asked->sourceCurrency.isEmpty())
            source = (*found)["payout"_L1]["baseline_currency"_L1].toString(source);
    }
    const auto from = money::Currency::fromCode(source);
    if (!from)
        return unconvertible(source, asked->targetCurrency);
    const auto to = wantedCurrency(asked->targetCurrency, asked->country, *from);
    const money::Money base(asked->amount, *from);
    const auto local = to ? khaime::converted(base, *to) : std::nullopt;
    if (!local)
        return unconvertible(source, asked->targetCurrency);
    return Response::json(
        200,
        {{u"success"_s, true},
         {u"data"_s,
          QJsonObject{{u"pricing"_s, khaime::pricingView(base, *local)}, {u"price_discrimination"_s, QJsonValue()}}},
         {u"local"_s, QJsonObject{{u"amount"_s, local->minorUnits()}, {u"currency"_s, local->currency().code()}}}});
}

Response KhaimeWire::productPricing(const QString &id, const Request &request)
{
    const auto product = m_engine.store().get(khaime::kind::products, id);
    if (!product)
        return khaimeNotFound();
    const QString currency = request.query.queryItemValue(u"currency"_s);
    const QString country =
        khaime::countryCode(request.query.queryItemValue(u"customer_country"_s, QUrl::FullyDecoded));
    const money::Money base((*product)["amount"_L1].toInteger(),
                            *money::Currency::fromCode((*product)["currency"_L1].toString()));
    const auto to = wantedCurrency(currency, country, base.currency());
    const auto local = to ? khaime::converted(base, *to) : std::nullopt;
    if (!local)
        return unconvertible(base.currency().code(), currency);
    return success({{u"product"_s, khaime::productView(*product)},
                    {u"pricing"_s, khaime::pricingView(base, *local)},
                    {u"price_discrimination"_s, QJsonValue()}});
}

Response KhaimeWire::merchant(const QString &id, const Request &request)
{
    const khaime::Business own = m_engine.business();
    if (!own.marketplaceId)
        return khaimeError(403, u"This endpoint is restricted to marketplace operators"_s);
    if (request.method == "GET") {
        const auto found = m_engine.store().get(khaime::kind::merchants, id);
        return found ? success(khaime::merchantView(*found, own), u"Merchant details retrieved successfully"_s)
                     : khaimeNotFound();
    }
    const auto rate = readAs(request.body, khaime::readCommission);
    if (!rate)
        return khaimeError(rate.error());
    const auto changed = m_engine.setCommission(id, *rate);
    if (!changed)
        return khaimeError(changed.error());
    return success(
        {{u"merchant"_s, QJsonObject{{u"id"_s, (*changed)["id"_L1]},
                                     {u"business_name"_s, (*changed)["profile"_L1]["business_name"_L1]},
                                     {u"commission_rate"_s, (*changed)["marketplace"_L1]["commission_rate"_L1]}}}},
        u"Merchant updated successfully"_s);
}

Response KhaimeWire::listTransactions(const Request &request)
{
    auto selection = khaime::readList(request.query, {{u"created_at"_s, u"created_at"_s}, {u"amount"_s, u"amount"_s}});
    if (!selection)
        return khaimeError(selection.error());
    selection->status = request.query.queryItemValue(u"status"_s);
    const Page page = m_engine.list(khaime::kind::transactions, *selection);
    QJsonArray items;
    for (const QJsonObject &document : page.items)
        items << document;
    return pageOf(u"transactions"_s, items, page.total, *selection);
}

Response KhaimeWire::listProducts(const Request &request)
{
    const auto selection =
        khaime::readList(request.query, {{u"created_at"_s, u"created_at"_s}, {u"name"_s, u"name"_s}});
    if (!selection)
        return khaimeError(selection.error());
    const Page page = m_engine.list(khaime::kind::products, *selection);
    QJsonArray items;
    for (const QJsonObject &document : page.items)
        items << khaime::productView(document);
    return pageOf(u"products"_s, items, page.total, *selection);
}

Response KhaimeWire::listSubscriptions(const Request &request)
{
    auto selection = khaime::readList(request.query, {{u"created_at"_s, u"created_at"_s},
                                                      {u"next_payment"_s, u"next_payment_date"_s},
                                                      {u"actual_price"_s, u"amount"_s},
                                                      {u"payment_status"_s, u"status"_s}});
    if (!selection)
        return khaimeError(selection.error());
    selection->status = request.query.queryItemValue(u"status"_s);
    selection->parent = request.query.queryItemValue(u"product_id"_s);
    const Page page = m_engine.list(khaime::kind::subscriptions, *selection);
    QJsonArray items;
    for (QJsonObject document : page.items) {
        document.remove(u"payment_history"_s);
        items << document;
    }
    return pageOf(u"subscriptions"_s, items, page.total, *selection);
}

} // namespace tilldeck::sandbox
