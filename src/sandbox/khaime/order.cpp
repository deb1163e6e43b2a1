// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/khaime/order.h"

#include "sandbox/json_values.h"
namespace tilldeck::sandbox::khaime {

using namespace Qt::StringLiterals;

namespace {

std::optional<qint64> numberFrom(const QJsonValue &value)
{
    return value.isDouble() ? std::optional(value.toInteger()) : std::nullopt;
}

QDateTime timeFrom(const QJsonValue &value)
{
    return QDateTime::fromString(value.toString(), Qt::ISODateWithMs);
}

} // namespace

QJsonValue timeValue(const QDateTime &time)
{
    return time.isValid() ? QJsonValue(time.toUTC().toString(Qt::ISODateWithMs)) : QJsonValue();
}

QJsonObject toDocument(const Order &o)
{
    return {{u"flow"_s, int(o.flow)},
            {u"id"_s, o.id},
            {u"status"_s, o.status},
            {u"gateway"_s, o.gateway},
            {u"currency"_s, o.currency},
            {u"base"_s, o.base},
            {u"fee"_s, o.fee},
            {u"customer_pays_fees"_s, o.customerPaysFees},
            {u"pricing_currency"_s, o.pricingCurrency},
            {u"priced"_s, o.priced},
            {u"title"_s, o.title},
            {u"product_id"_s, orNull(o.productId)},
            {u"quantity"_s, o.quantity},
            {u"customer"_s, o.customer},
            {u"country"_s, o.country},
            {u"metadata"_s, o.metadata},
            {u"reference"_s, o.reference},
            {u"frequency"_s, o.frequency},
            {u"success_url"_s, o.successUrl},
            {u"cancel_url"_s, o.cancelUrl},
            {u"sub_merchant_id"_s, orNull(o.subMerchantId)},
            {u"transaction_id"_s, o.transactionId},
            {u"order_id"_s, o.orderId},
            {u"secret"_s, o.secret},
            {u"created_at"_s, timeValue(o.createdAt)},
            {u"expires_at"_s, timeValue(o.expiresAt)},
            {u"completed_at"_s, timeValue(o.completedAt)},
            {u"declined_tries"_s, o.declinedTries},
            {u"decline_code"_s, o.declineCode},
            {u"card_brand"_s, o.cardBrand},
            {u"card_last4"_s, o.cardLast4}};
}

Order orderFrom(const QJsonObject &document)
{
    const auto text = [&](QLatin1StringView member) { return document[member].toString(); };
    Order o;
    o.flow = Order::Flow(document["flow"_L1].toInt());
    o.id = text("id"_L1);
    o.status = text("status"_L1);
    o.gateway = text("gateway"_L1);
    o.currency = text("currency"_L1);
    o.base = document["base"_L1].toInteger();
    o.fee = document["fee"_L1].toInteger();
    o.customerPaysFees = document["customer_pays_fees"_L1].toBool();
    o.pricingCurrency = text("pricing_currency"_L1);
    o.priced = document["priced"_L1].toInteger();
    o.title = text("title"_L1);
    o.productId = numberFrom(document["product_id"_L1]);
    o.quantity = document["quantity"_L1].toInteger();
    o.customer = document["customer"_L1].toObject();
    o.country = text("country"_L1);
    o.metadata = document["metadata"_L1].toObject();
    o.reference = text("reference"_L1);
    o.frequency = text("frequency"_L1);
    o.successUrl = text("success_url"_L1);
    o.cancelUrl = text("cancel_url"_L1);
    o.subMerchantId = numberFrom(document["sub_merchant_id"_L1]);
    o.transactionId = text("transaction_id"_L1);
    o.orderId = text("order_id"_L1);
    o.secret = text("secret"_L1);
    o.createdAt = timeFrom(document["created_at"_L1]);
    o.expiresAt = timeFrom(document["expires_at"_L1]);
    o.completedAt = timeFrom(document["completed_at"_L1]);
    o.declinedTries = document["declined_tries"_L1].toInt();
    o.declineCode = text("decline_code"_L1);
    o.cardBrand = text("card_brand"_L1);
    o.cardLast4 = text("card_last4"_L1);
    return o;
}

} // namespace tilldeck::sandbox::khaime
