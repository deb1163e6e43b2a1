// SPDX-License-Identifier: GPL-3.0-or-later
// The shop and the draft of the visual specification's pictures.
#pragma once

#include "checkout/capabilities.h"
#include "checkout/catalog.h"
#include "checkout/quote.h"
#include "checkout/session_draft.h"

#include <QTimeZone>

namespace tilldeck::test {

inline money::Money amount(qint64 minorUnits, const char *currency = "EUR")
{
    return {minorUnits, *money::Currency::fromCode(QString::fromLatin1(currency))};
}

inline QDateTime sampleNow()
{
    return QDateTime(QDate(2026, 4, 14), QTime(13, 32, 8), Qt::UTC);
}

inline checkout::Capabilities allCapabilities()
{
    checkout::Capabilities can;
    can.providerName = QStringLiteral("PaymentKit");
    can.catalogPrices = can.existingCustomer = can.promotionCodes = can.coupons = can.processorRoutes = true;
    can.cascade = can.customFields = can.subscriptionCustomFields = can.successUrl = can.returnUrl = true;
    can.lineItemsRequired = can.sessionIdInUrls = true;
    can.expiry = checkout::Capabilities::HoursRange();
    return can;
}

/// A provider with three ways of paying, and what the first of them takes.
inline checkout::Capabilities chargeCapabilities()
{
    checkout::Capabilities can;
    can.providerName = QStringLiteral("Fairlead");
    can.flows = {{QStringLiteral("f.charge"), QStringLiteral("Charge"),
                  QStringLiteral("An amount of your own that the customer pays in their currency.")},
                 {QStringLiteral("f.session"), QStringLiteral("Hosted session"), QStringLiteral("A hosted page.")},
                 {QStringLiteral("f.checkout"), QStringLiteral("Embedded checkout"), QStringLiteral("A form.")}};
    can.flow = QStringLiteral("f.charge");
    can.pricing = can.chargeCurrency = can.chargeAmount = can.description = can.reference = can.metadata = true;
    can.subMerchant = can.customerEmail = can.customerEmailRequired = can.customerNames = can.customerCountry = true;
    can.successUrl = true;
    can.successUrlLabel = QStringLiteral("Callback URL");
    can.chargeCurrencies = QStringLiteral("NGN GHS XOF USD EUR").split(u' ');
    can.tolerancePercent = 1;
    can.quoteLifetime = std::chrono::minutes(5);
    return can;
}

inline checkout::Capabilities sessionCapabilities()
{
    checkout::Capabilities can = chargeCapabilities();
    can.flow = QStringLiteral("f.session");
    can.chargeCurrency = can.chargeAmount = can.description = can.reference = can.subMerchant = false;
    can.quoteLifetime.reset();
    can.product = can.productName = can.productRequired = can.productQuantity = can.returnUrl = true;
    can.returnUrlLabel = QStringLiteral("Cancel URL");
    can.successUrlLabel.clear();
    can.subscriptionFrequencies = QStringLiteral("monthly quarterly yearly").split(u' ');
    return can;
}

inline checkout::SessionDraft chargeDraft()
{
    checkout::SessionDraft draft;
    draft.customer.email = QStringLiteral("ada@example.com");
    draft.customer.firstName = QStringLiteral("Ada");
    draft.customer.lastName = QStringLiteral("Obi");
    draft.customer.country = QStringLiteral("NG");
    draft.pricing = amount(9000, "USD");
    draft.chargeCurrency = money::Currency::fromCode(u"NGN");
    draft.reference = QStringLiteral("KS-20418");
    return draft;
}

/// The documented figures: 90.00 USD become 14,400.00 NGN at a reported rate of 1600, with a fee that is not the
/// customer's.
inline checkout::Quote chargeQuote(bool split = false)
{
    checkout::Quote quote(amount(1440000, "NGN"));
    quote.base = amount(1440000, "NGN");
    quote.fee = amount(92160, "NGN");
    quote.customerPaysFee = false;
    quote.businessReceives = amount(9000, "USD");
    quote.conversion = checkout::Conversion(amount(9000, "USD"), amount(1440000, "NGN"));
    quote.conversion->rate = QStringLiteral("1600");
    quote.gateway = QStringLiteral("paystack");
    quote.international = true;
    quote.businessCountry = QStringLiteral("US");
    quote.customerCountry = QStringLiteral("NG");
    quote.madeAt = sampleNow();
    quote.validUntil = sampleNow().addSecs(300);
    if (split) {
        quote.split = checkout::Split(amount(9000, "USD"));
        quote.split->subMerchantId = QStringLiteral("sub_lagos");
        quote.split->subMerchantName = QStringLiteral("Kestrel Lagos");
        quote.split->commissionBasisPoints = 500;
        quote.split->commissionSource = checkout::Split::CommissionSource::Own;
        quote.split->commission = amount(450, "USD");
        quote.split->net = amount(8550, "USD");
    }
    return quote;
}

inline checkout::Catalog sampleCatalog()
{
    const auto price = [](const char *id, const char *name, money::Money unit, const char *period) {
        checkout::Price made(QString::fromLatin1(id), unit);
        made.name = QString::fromLatin1(name);
        made.billingPeriod = QString::fromLatin1(period);
        return made;
    };
    checkout::Catalog catalog;
    catalog.fetchedAt = sampleNow();
    catalog.prices.available = true;
    catalog.prices.items = {price("price_annual_eur", "Annual membership", amount(24000), "year"),
                            price("price_half_eur", "Half-year membership", amount(13500), ""),
                            price("price_month_eur", "Monthly membership", amount(2500), "month"),
                            price("price_onboard_eur", "Onboarding call", amount(3500), ""),
                            price("price_annual_usd", "Annual membership, US", amount(26000, "USD"), "year")};
    checkout::Product product;
    product.id = QStringLiteral("prod_course");
    product.name = QStringLiteral("Carving course");
    product.unitAmount = amount(4500, "USD");
    catalog.products.available = true;
    catalog.products.items = {product};
    checkout::Customer customer;
    customer.id = QStringLiteral("cus_8fK2pQ");
    customer.name = QStringLiteral("Mara Lindqvist");
    customer.email = QStringLiteral("mara@lindqvist.example");
    catalog.customers.available = true;
    catalog.customers.items = {customer};
    checkout::Coupon coupon;
    coupon.id = QStringLiteral("coupon_spring");
    coupon.name = QStringLiteral("Spring");
    coupon.kind = checkout::Coupon::Kind::Percentage;
    coupon.basisPoints = 2000;
    catalog.coupons.available = true;
    catalog.coupons.items = {coupon};
    checkout::PromotionCode code;
    code.code = QStringLiteral("SPRING20");
    code.couponId = coupon.id;
    code.expiresAt = QDateTime(QDate(2026, 4, 30), QTime(12, 0), Qt::UTC);
    checkout::PromotionCode over = code;
    over.code = QStringLiteral("WINTER10");
    over.expiresAt = QDateTime(QDate(2026, 3, 31), QTime(12, 0), Qt::UTC);
    catalog.promotionCodes.available = true;
    catalog.promotionCodes.items = {code, over};
    checkout::ProcessorRoute route;
    route.id = QStringLiteral("proute_dev_fallback");
    route.name = QStringLiteral("EU backup");
    catalog.routes.available = true;
    catalog.routes.items = {route};
    return catalog;
}

inline checkout::SessionDraft sampleDraft()
{
    using checkout::LineItem;
    checkout::SessionDraft draft;
    draft.customer.id = QStringLiteral("cus_8fK2pQ");
    draft.lineItems = {LineItem(QStringLiteral("price_annual_eur"), 1),
                       LineItem(QStringLiteral("price_onboard_eur"), 2)};
    draft.cascade.emplace_back(std::vector{LineItem(QStringLiteral("price_half_eur"), 1)}, QString());
    draft.cascade.emplace_back(std::vector{LineItem(QStringLiteral("price_month_eur"), 1)},
                               QStringLiteral("proute_dev_fallback"));
    draft.promotionCode = QStringLiteral("SPRING20");
    draft.expiresInHours = 24;
    draft.successUrl = QStringLiteral("https://kestrel.example/thanks?session_id={CHECKOUT_SESSION_ID}");
    draft.returnUrl = QStringLiteral("https://kestrel.example/plans");
    draft.customFields.emplace_back(QStringLiteral("order_id"), QStringLiteral("KS-20418"));
    draft.subscriptionCustomFields.emplace_back(QStringLiteral("tier"), QStringLiteral("studio"));
    return draft;
}

} // namespace tilldeck::test
