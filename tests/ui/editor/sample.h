// SPDX-License-Identifier: GPL-3.0-or-later
// The shop and the draft of the visual specification's pictures.
#pragma once

#include "checkout/capabilities.h"
#include "checkout/catalog.h"
#include "checkout/quote.h"
#include "checkout/session_draft.h"

#include <QTimeZone>

namespace tilldeck::test {

using namespace Qt::StringLiterals;

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
    can.providerName = u"PaymentKit"_s;
    using checkout::Field;
    can.fields = {
        Field::LineItems,      Field::Price,    Field::Customer, Field::PromotionCode,   Field::Coupon,
        Field::ProcessorRoute, Field::Cascade,  Field::Expiry,   Field::CustomFieldName, Field::SubscriptionFieldName,
        Field::SuccessUrl,     Field::ReturnUrl};
    can.needed = {Field::LineItems};
    can.sessionIdIn = {Field::SuccessUrl};
    can.expiry = checkout::Capabilities::HoursRange();
    return can;
}

/// A provider with three ways of paying, and what the first of them takes.
inline checkout::Capabilities chargeCapabilities()
{
    checkout::Capabilities can;
    can.providerName = u"Fairlead"_s;
    can.flows = {{u"f.charge"_s, u"Charge"_s, u"An amount of your own that the customer pays in their currency."_s},
                 {u"f.session"_s, u"Hosted session"_s, u"A hosted page."_s},
                 {u"f.checkout"_s, u"Embedded checkout"_s, u"A form."_s}};
    can.flow = u"f.charge"_s;
    using checkout::Field;
    can.fields = {Field::Pricing,      Field::ChargeCurrency,  Field::ChargeAmount, Field::Description,
                  Field::Reference,    Field::MetadataName,    Field::SubMerchant,  Field::CustomerEmail,
                  Field::CustomerName, Field::CustomerCountry, Field::SuccessUrl};
    can.needed = {Field::CustomerEmail};
    can.successUrlLabel = u"Callback URL"_s;
    can.chargeCurrencies = u"NGN GHS XOF USD EUR"_s.split(u' ');
    can.tolerancePercent = 1;
    can.quoteLifetime = std::chrono::minutes(5);
    return can;
}

inline checkout::Capabilities sessionCapabilities()
{
    checkout::Capabilities can = chargeCapabilities();
    can.flow = u"f.session"_s;
    using checkout::Field;
    can.fields -=
        {Field::ChargeCurrency, Field::ChargeAmount, Field::Description, Field::Reference, Field::SubMerchant};
    can.quoteLifetime.reset();
    can.fields += {Field::Product, Field::ProductName, Field::Quantity, Field::ReturnUrl, Field::SubscriptionFrequency};
    can.needed += {Field::Product};
    can.returnUrlLabel = u"Cancel URL"_s;
    can.successUrlLabel.clear();
    can.subscriptionFrequencies = u"monthly quarterly yearly"_s.split(u' ');
    return can;
}

inline checkout::SessionDraft chargeDraft()
{
    checkout::SessionDraft draft;
    draft.customer.email = u"ada@example.com"_s;
    draft.customer.firstName = u"Ada"_s;
    draft.customer.lastName = u"Obi"_s;
    draft.customer.country = u"NG"_s;
    draft.pricing = amount(9000, "USD");
    draft.chargeCurrency = money::Currency::fromCode(u"NGN");
    draft.reference = u"KS-20418"_s;
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
    quote.conversion->rate = u"1600"_s;
    quote.gateway = u"paystack"_s;
    quote.international = true;
    quote.businessCountry = u"US"_s;
    quote.customerCountry = u"NG"_s;
    quote.madeAt = sampleNow();
    quote.validUntil = sampleNow().addSecs(300);
    if (split) {
        quote.split = checkout::Split(amount(9000, "USD"));
        quote.split->subMerchantId = u"sub_lagos"_s;
        quote.split->subMerchantName = u"Kestrel Lagos"_s;
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
    product.id = u"prod_course"_s;
    product.name = u"Carving course"_s;
    product.unitAmount = amount(4500, "USD");
    catalog.products.available = true;
    catalog.products.items = {product};
    checkout::Customer customer;
    customer.id = u"cus_8fK2pQ"_s;
    customer.name = u"Mara Lindqvist"_s;
    customer.email = u"mara@lindqvist.example"_s;
    catalog.customers.available = true;
    catalog.customers.items = {customer};
    checkout::Coupon coupon;
    coupon.id = u"coupon_spring"_s;
    coupon.name = u"Spring"_s;
    coupon.kind = checkout::Coupon::Kind::Percentage;
    coupon.basisPoints = 2000;
    catalog.coupons.available = true;
    catalog.coupons.items = {coupon};
    checkout::PromotionCode code;
    code.code = u"SPRING20"_s;
    code.couponId = coupon.id;
    code.expiresAt = QDateTime(QDate(2026, 4, 30), QTime(12, 0), Qt::UTC);
    checkout::PromotionCode over = code;
    over.code = u"WINTER10"_s;
    over.expiresAt = QDateTime(QDate(2026, 3, 31), QTime(12, 0), Qt::UTC);
    catalog.promotionCodes.available = true;
    catalog.promotionCodes.items = {code, over};
    checkout::ProcessorRoute route;
    route.id = u"proute_dev_fallback"_s;
    route.name = u"EU backup"_s;
    catalog.routes.available = true;
    catalog.routes.items = {route};
    return catalog;
}

inline checkout::SessionDraft sampleDraft()
{
    using checkout::LineItem;
    checkout::SessionDraft draft;
    draft.customer.id = u"cus_8fK2pQ"_s;
    draft.lineItems = {LineItem(u"price_annual_eur"_s, 1), LineItem(u"price_onboard_eur"_s, 2)};
    draft.cascade.emplace_back(std::vector{LineItem(u"price_half_eur"_s, 1)}, QString());
    draft.cascade.emplace_back(std::vector{LineItem(u"price_month_eur"_s, 1)}, u"proute_dev_fallback"_s);
    draft.promotionCode = u"SPRING20"_s;
    draft.expiresInHours = 24;
    draft.successUrl = u"https://kestrel.example/thanks?session_id={CHECKOUT_SESSION_ID}"_s;
    draft.returnUrl = u"https://kestrel.example/plans"_s;
    draft.customFields.emplace_back(u"order_id"_s, u"KS-20418"_s);
    draft.subscriptionCustomFields.emplace_back(u"tier"_s, u"studio"_s);
    return draft;
}

} // namespace tilldeck::test
