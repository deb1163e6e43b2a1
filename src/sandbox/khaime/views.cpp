// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/khaime/views.h"

#include "money/format.h"
#include "sandbox/khaime/rules.h"

#include <QLocale>

namespace tilldeck::sandbox::khaime {

using namespace Qt::StringLiterals;

namespace {

QJsonObject feeDetails(const Order &order, const QString &baseName)
{
    return {{baseName, order.base},
            {u"transaction_fee"_s, order.fee},
            {u"total_amount"_s, order.charged()},
            {u"customer_pays_fees"_s, order.customerPaysFees}};
}

QString paymentType(const Order &order)
{
    return order.frequency.isEmpty() ? u"one_time"_s : u"subscription"_s;
}

QJsonObject moneyView(const money::Money &money)
{
    return {{u"amount"_s, money.minorUnits()},
            {u"currency"_s, money.currency().code()},
            {u"formatted"_s, money::formatInWords(money, QLocale(QLocale::English, QLocale::UnitedStates))}};
}

QString publishableKey()
{
    return u"pk_test_sandbox"_s;
}

} // namespace

QJsonObject sessionView(const Order &order, const QString &payUrl)
{
    return {{u"session_id"_s, order.id},
            {u"stripe_session_id"_s, QString(u"cs_test_"_s + order.id.mid(5))},
            {u"payment_url"_s, QString(payUrl + order.id)},
            {u"expires_at"_s, timeValue(order.expiresAt)},
            {u"amount"_s, order.charged()},
            {u"currency"_s, order.currency},
            {u"status"_s, order.status},
            {u"mode"_s, u"sandbox"_s},
            {u"payment_type"_s, paymentType(order)},
            {u"fee_details"_s, feeDetails(order, u"base_product_price"_s)}};
}

QJsonObject sessionStatusView(const Order &order)
{
    return {{u"session_id"_s, order.id},
            {u"status"_s, order.status},
            {u"amount"_s, order.charged()},
            {u"currency"_s, order.currency},
            {u"payment_type"_s, paymentType(order)},
            {u"created_at"_s, timeValue(order.createdAt)},
            {u"completed_at"_s, timeValue(order.completedAt)}};
}

QJsonObject checkoutView(const Order &order, const Business &business, const QString &payUrl, bool detailed)
{
    const QString url = payUrl + order.id;
    QJsonObject view{
        {u"sessionToken"_s, order.id},
        {u"amount"_s, order.charged()},
        {u"currency"_s, order.currency},
        {u"productId"_s, order.productId.value_or(0)},
        {u"productTitle"_s, order.title},
        {u"paymentGateway"_s, order.gateway},
        {u"expiresAt"_s, timeValue(order.expiresAt)},
        {u"merchantBranding"_s,
         QJsonObject{{u"name"_s, business.name}, {u"logo"_s, QJsonValue()}, {u"brandColor"_s, business.brandColor}}},
        {u"checkoutUrl"_s, url}};
    if (!detailed)
        return view;
    view["status"_L1] = order.status;
    if (!order.orderId.isEmpty())
        view["orderId"_L1] = order.orderId;
    if (order.isPending())
        view["gatewayCredentials"_L1] =
            order.gateway == "stripe"_L1
                ? QJsonObject{{u"publishableKey"_s, publishableKey()}, {u"clientSecret"_s, order.secret}}
                : QJsonObject{{u"authorizationUrl"_s, url}};
    return view;
}

QJsonObject confirmationView(const Order &order)
{
    return {{u"sessionToken"_s, order.id},
            {u"orderId"_s, order.orderId},
            {u"amount"_s, order.charged()},
            {u"currency"_s, order.currency},
            {u"paymentMethod"_s, u"card"_s}};
}

QJsonObject chargeView(const Order &order, const QString &payUrl)
{
    QJsonObject view{{u"charge_id"_s, order.id},
                     {u"payment_gateway"_s, order.gateway},
                     {u"transaction_id"_s, order.transactionId},
                     {u"fee_details"_s, feeDetails(order, u"base_amount"_s)}};
    if (order.gateway == "stripe"_L1) {
        view["client_secret"_L1] = order.secret;
        view["publishable_key"_L1] = publishableKey();
        view["stripe_account_id"_L1] = u"acct_sandbox"_s;
    } else {
        view["payment_url"_L1] = QString(payUrl + order.id);
    }
    return view;
}

QJsonObject previewView(const Quote &quote, const Business &business)
{
    const Order &order = quote.order;
    QJsonObject view{
        {u"preview"_s, true},
        {u"payment_gateway"_s, order.gateway},
        {u"mode"_s, u"sandbox"_s},
        {u"is_international"_s, quote.isInternational},
        {u"business_country"_s, business.country},
        {u"customer_country"_s, order.country.isEmpty() ? QJsonValue() : QJsonValue(order.country)},
        {u"customer"_s, QJsonObject{{u"currency"_s, order.currency},
                                    {u"base_amount"_s, order.base},
                                    {u"transaction_fee"_s, order.fee},
                                    {u"total_charged"_s, order.charged()},
                                    {u"pays_fees"_s, order.customerPaysFees}}},
        {u"business"_s, QJsonObject{{u"currency"_s, order.pricingCurrency}, {u"priced_amount"_s, order.priced}}}};
    const auto from = money::Currency::fromCode(order.pricingCurrency);
    if (from && *from != quote.own.currency())
        view["conversion"_L1] =
            QJsonObject{{u"original_amount"_s, order.priced},
                        {u"original_currency"_s, order.pricingCurrency},
                        {u"converted_amount"_s, quote.own.minorUnits()},
                        {u"converted_currency"_s, order.currency},
                        {u"exchange_rate"_s, reportedRate(*from, quote.own.currency()).value_or(1)}};
    return view;
}

QJsonObject pricingView(const money::Money &base, const money::Money &local)
{
    return {{u"base"_s, moneyView(base)},
            {u"local"_s, moneyView(local)},
            {u"conversion"_s, QJsonObject{{u"rate"_s, reportedRate(base.currency(), local.currency()).value_or(1)},
                                          {u"source"_s, u"fixture"_s},
                                          {u"applied"_s, base.currency() != local.currency()}}}};
}

QJsonObject productView(const QJsonObject &product)
{
    return {{u"id"_s, product["id"_L1]}, {u"name"_s, product["name"_L1]}, {u"type"_s, product["type"_L1]}};
}

QJsonObject merchantView(QJsonObject merchant, const Business &business)
{
    QJsonObject terms = merchant["marketplace"_L1].toObject();
    terms["marketplace_commission_rate"_L1] = double(business.marketplaceRate) / kPartsPerMillion;
    merchant["marketplace"_L1] = terms;
    return merchant;
}

} // namespace tilldeck::sandbox::khaime
