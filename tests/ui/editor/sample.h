// SPDX-License-Identifier: GPL-3.0-or-later
// The shop and the draft of the visual specification's pictures.
#pragma once

#include "checkout/capabilities.h"
#include "checkout/catalog.h"
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
    can.lineItemsRequired = true;
    can.expiry = checkout::Capabilities::HoursRange();
    return can;
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
