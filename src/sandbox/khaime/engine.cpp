// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/khaime/engine.h"

#include "sandbox/call_log.h"
#include "sandbox/document.h"
#include "sandbox/ids.h"
#include "sandbox/khaime/rules.h"

namespace tilldeck::sandbox::khaime {

using namespace Qt::StringLiterals;

template <DocumentOf<Business> V, typename Member> void visitMembers(V &business, Member &member)
{
    member("id"_L1, business.id);
    member("name"_L1, business.name);
    member("country"_L1, business.country);
    member("currency"_L1, business.currency);
    member("customers_pay_fees"_L1, business.customersPayFees);
    member("marketplace_rate"_L1, business.marketplaceRate);
    member("brand_color"_L1, business.brandColor);
    member("marketplace_id"_L1, business.marketplaceId);
}

QJsonObject Business::toDocument() const
{
    return writeDocument(*this, Qt::ISODate);
}

Business Business::from(const QJsonObject &document)
{
    return readDocument<Business>(document, Qt::ISODate);
}

Business Engine::business() const
{
    return Business::from(m_store.get(kind::business, u"own"_s).value_or(QJsonObject()));
}

Order Engine::newOrder(Order::Flow flow, const QString &prefix, const QString &currency, qint64 base) const
{
    Order order;
    order.flow = flow;
    order.id = newId(prefix, 24);
    order.status = u"pending"_s;
    order.currency = currency;
    order.base = base;
    order.fee = feeOf(order.money(base));
    order.pricingCurrency = currency;
    order.priced = base;
    order.secret = newId(u"pi_"_s) + newId(u"_secret_"_s);
    order.createdAt = now();
    return order;
}

QString Engine::nextNumber(const QString &counter, qint64 first)
{
    const auto last = m_store.get(kind::counters, counter);
    const qint64 number = last ? (*last)["last"_L1].toInteger() + 1 : first;
    return m_store.put(kind::counters, counter, {{u"last"_s, number}}) ? QString::number(number) : QString();
}

bool Engine::save(const Order &order)
{
    return m_store.put(kind::orders, order.id, toDocument(order), order.status, order.reference);
}

bool Engine::saveNew(Order &order)
{
    order.transactionId = nextNumber(u"transaction"_s, 456);
    return !order.transactionId.isEmpty() && save(order);
}

Answer<Order> Engine::createSession(const SessionRequest &request)
{
    const auto product = request.productId ? m_store.get(kind::products, QString::number(*request.productId))
                                           : std::optional<QJsonObject>();
    if (request.productId && !product)
        return refused(422, u"Validation failed"_s, u"product_id"_s,
                       u"There is no product %1."_s.arg(*request.productId));
    const Business own = business();
    Order order = newOrder(Order::Session, u"sess_"_s, request.currency, request.amount);
    // Payment sessions are hosted by Stripe in any currency.
    order.gateway = u"stripe"_s;
    order.customerPaysFees = own.customersPayFees && request.currency == own.currency;
    order.title = request.productName.isEmpty() ? (*product)["name"_L1].toString() : request.productName;
    order.productId = request.productId;
    order.customer = request.customer;
    order.country = countryCode(request.customer["country"_L1].toString());
    order.metadata = request.metadata;
    order.frequency = request.frequency;
    order.successUrl = request.successUrl;
    order.cancelUrl = request.cancelUrl;
    order.expiresAt = order.createdAt.addSecs(kSessionSeconds);
    return m_events.write([&] { return ifStored(saveNew(order), order); });
}

Answer<Order> Engine::createCheckout(const CheckoutRequest &request)
{
    const auto product = m_store.get(kind::products, QString::number(request.productId));
    if (!product)
        return refused(404, u"Resource not found"_s, u"product_id"_s,
                       u"There is no product %1."_s.arg(request.productId));
    const QString priceCurrency = (*product)["currency"_L1].toString();
    const money::Money price((*product)["amount"_L1].toInteger(), *money::Currency::fromCode(priceCurrency));
    const auto total = price.times(request.quantity);
    if (!total || total->minorUnits() > kLargestAmount)
        return refused(422, u"Validation failed"_s, u"quantity"_s, u"This quantity makes the amount too large."_s);
    const auto amount = converted(*total, *money::Currency::fromCode(request.currency));
    if (!amount)
        return refused(400, unconvertibleText(priceCurrency, request.currency), u"currency"_s,
                       u"There is no rate for %1."_s.arg(request.currency));
    Order order = newOrder(Order::Checkout, u"khs_"_s, request.currency, amount->minorUnits());
    order.gateway = gatewayFor(request.currency);
    order.pricingCurrency = priceCurrency;
    order.priced = total->minorUnits();
    order.title = (*product)["name"_L1].toString();
    order.productId = request.productId;
    order.quantity = request.quantity;
    order.customer = request.customer;
    order.country = countryCode(request.customer["country"_L1].toString());
    order.expiresAt = order.createdAt.addSecs(kSessionSeconds);
    return m_events.write([&] { return ifStored(saveNew(order), order); });
}

Answer<Quote> Engine::quote(const ChargeRequest &request) const
{
    const auto from = money::Currency::fromCode(request.totalCurrency);
    const auto to = money::Currency::fromCode(request.currency);
    const auto own = from && to ? converted({request.totalAmount, *from}, *to) : std::nullopt;
    if (!own)
        return refused(400, unconvertibleText(request.totalCurrency, request.currency), u"currency"_s,
                       u"There is no rate between these currencies."_s);
    if (!isWithinTolerance(request.amount, own->minorUnits()))
        return refused(400, u"Amount mismatch"_s, u"amount"_s,
                       u"%1 is further than 1 % from %2, the conversion of the total."_s.arg(request.amount)
                           .arg(own->minorUnits()));
    if (request.subMerchantId && !m_store.get(kind::merchants, QString::number(*request.subMerchantId)))
        return refused(422, u"Validation failed"_s, u"sub_merchant_id"_s,
                       u"There is no sub-merchant %1."_s.arg(*request.subMerchantId));
    const Business business = this->business();
    Order order = newOrder(Order::Charge, u"charge_"_s, request.currency, request.amount);
    order.gateway = gatewayFor(request.currency);
    order.customerPaysFees = business.customersPayFees && request.currency == request.totalCurrency;
    order.pricingCurrency = request.totalCurrency;
    order.priced = request.totalAmount;
    order.title = request.description.isEmpty() ? u"Payment"_s : request.description;
    order.customer = request.customer;
    order.country = request.country;
    order.metadata = request.metadata;
    order.reference = request.reference;
    order.successUrl = request.callbackUrl;
    order.subMerchantId = request.subMerchantId;
    return Quote{order, *own, !order.country.isEmpty() && order.country != business.country};
}

Answer<Order> Engine::charge(const ChargeRequest &request)
{
    auto quoted = quote(request);
    if (!quoted)
        return std::unexpected(quoted.error());
    Order order = quoted->order;
    return m_events.write([&]() -> Answer<Order> {
        if (!order.reference.isEmpty()) {
            const Page known = m_store.list(kind::orders, {.limit = 1, .parent = order.reference});
            if (!known.items.isEmpty())
                return orderFrom(known.items.first());
        }
        return ifStored(saveNew(order) && saveTransaction(order), order);
    });
}

void Engine::refresh()
{
    completeDue();
    const bool kept = m_events.keep([this] {
        const QList<QJsonObject> moved =
            m_store.moveOverdue(kind::orders, u"pending"_s, u"expired"_s, timeValue(now()).toString());
        for (const QJsonObject &document : moved) {
            const Order order = orderFrom(document);
            // One that was declined is in the list of transactions, and will not be paid any more.
            if (order.declinedTries > 0 && !saveTransaction(order))
                return false;
        }
        return true;
    });
    if (!kept)
        qCWarning(sandboxLog, "state: sessions that are over could not be expired");
}

std::optional<Order> Engine::order(const QString &id, Order::Flow flow)
{
    refresh();
    const auto found = m_store.get(kind::orders, id).transform(orderFrom);
    return found && found->flow == flow ? found : std::nullopt;
}

Answer<QJsonObject> Engine::setCommission(const QString &merchantId, qint64 rate)
{
    return m_events.write([&]() -> Answer<QJsonObject> {
        auto merchant = m_store.get(kind::merchants, merchantId);
        if (!merchant)
            return std::unexpected(notFound());
        QJsonObject terms = (*merchant)["marketplace"_L1].toObject();
        terms["commission_rate"_L1] = double(rate) / kPartsPerMillion;
        (*merchant)["marketplace"_L1] = terms;
        return ifStored(m_store.put(kind::merchants, merchantId, *merchant), *merchant);
    });
}

} // namespace tilldeck::sandbox::khaime
