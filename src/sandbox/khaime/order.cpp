// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/khaime/order.h"

#include "sandbox/document.h"

namespace tilldeck::sandbox::khaime {

using namespace Qt::StringLiterals;

template <DocumentOf<Order> V, typename Member> void visitMembers(V &order, Member &member)
{
    member("flow"_L1, order.flow);
    member("id"_L1, order.id);
    member("status"_L1, order.status);
    member("gateway"_L1, order.gateway);
    member("currency"_L1, order.currency);
    member("base"_L1, order.base);
    member("fee"_L1, order.fee);
    member("customer_pays_fees"_L1, order.customerPaysFees);
    member("pricing_currency"_L1, order.pricingCurrency);
    member("priced"_L1, order.priced);
    member("title"_L1, order.title);
    member("product_id"_L1, order.productId);
    member("quantity"_L1, order.quantity);
    member("customer"_L1, order.customer);
    member("country"_L1, order.country);
    member("metadata"_L1, order.metadata);
    member("reference"_L1, order.reference);
    member("frequency"_L1, order.frequency);
    member("success_url"_L1, order.successUrl);
    member("cancel_url"_L1, order.cancelUrl);
    member("sub_merchant_id"_L1, order.subMerchantId);
    member("transaction_id"_L1, order.transactionId);
    member("order_id"_L1, order.orderId);
    member("secret"_L1, order.secret);
    member("created_at"_L1, order.createdAt);
    member("expires_at"_L1, order.expiresAt);
    member("completed_at"_L1, order.completedAt);
    member("declined_tries"_L1, order.declinedTries);
    member("decline_code"_L1, order.declineCode);
    member("card_brand"_L1, order.cardBrand);
    member("card_last4"_L1, order.cardLast4);
}

QJsonValue timeValue(const QDateTime &time)
{
    return time.isValid() ? QJsonValue(time.toUTC().toString(Qt::ISODateWithMs)) : QJsonValue();
}

QJsonObject toDocument(const Order &order)
{
    return writeDocument(order, Qt::ISODateWithMs);
}

Order orderFrom(const QJsonObject &document)
{
    return readDocument<Order>(document, Qt::ISODateWithMs);
}

} // namespace tilldeck::sandbox::khaime
