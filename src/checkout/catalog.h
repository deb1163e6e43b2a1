// SPDX-License-Identifier: GPL-3.0-or-later
// What a provider's list calls tell about the merchant's own shop.
#pragma once

#include "checkout/unread_row.h"
#include "money/money.h"

#include <QDateTime>
#include <QString>

#include <optional>
#include <vector>

namespace tilldeck::checkout {

struct Product
{
    QString id;
    QString name;
    QString description;
    std::optional<money::Money> unitAmount; ///< Where the provider lists it with the product.
};

struct Price
{
    Price(QString id, money::Money unitAmount)
        : id(std::move(id))
        , unitAmount(unitAmount)
    {
    }

    QString id;
    money::Money unitAmount;
    QString name;      ///< The price's own name, else empty.
    QString productId; ///< May be empty.
    QString productName;
    QString billingPeriod; ///< "month", "year", … ; empty: one-time.
    bool active = true;

    /// Returns what to call it: its own name, else the product's, else the id.
    QString label() const { return !name.isEmpty() ? name : !productName.isEmpty() ? productName : id; }
};

struct Customer
{
    QString id;
    QString email;
    QString name;
};

/// Holds a coupon, or (without id) one to be created.
struct Coupon
{
    enum class Kind { Percentage, FixedAmount, Other };
    /// Says which payments of a subscription the coupon reduces: the first, those of some months, all.
    enum class Duration { Once, Repeating, Forever };

    QString id;
    QString name;
    Kind kind = Kind::Other;
    qint64 basisPoints = 0;                ///< Percentage: 2000 is 20 %.
    std::optional<money::Money> amountOff; ///< FixedAmount.
    std::optional<Duration> duration;      ///< Absent when the provider does not report it, or calls it otherwise.
    std::optional<qint64> months;          ///< Repeating.
    std::optional<qint64> maxRedemptions;
    qint64 timesRedeemed = 0;
    QDateTime expiresAt; ///< UTC; invalid: never.
    bool active = true;
    QDateTime createdAt; ///< UTC, by the provider's clock; invalid where it is not reported.

    friend bool operator==(const Coupon &, const Coupon &) = default;
};

/// Holds a promotion code, or (without id) one to be created.
struct PromotionCode
{
    QString id;
    QString code;
    QString couponId;
    std::optional<qint64> maxRedemptions;
    qint64 timesRedeemed = 0;
    QDateTime expiresAt; ///< UTC; invalid: never.
    bool active = true;
    QDateTime createdAt; ///< UTC, by the provider's clock; invalid where it is not reported.

    friend bool operator==(const PromotionCode &, const PromotionCode &) = default;
};

struct ProcessorRoute
{
    QString id;
    QString name;
    std::vector<QString> processorIds; ///< In the order in which they are tried.
    QDateTime createdAt;               ///< UTC, by the provider's clock; invalid where it is not reported.

    friend bool operator==(const ProcessorRoute &, const ProcessorRoute &) = default;
};

/// Holds one list of the catalog. `available` is false when the provider does not offer the call or it failed: the
/// picker goes, ids can still be typed.
template <class T> struct CatalogList
{
    bool available = false;
    bool isCut = false; ///< The provider has more than `items`, which are those that it lists first.
    std::vector<T> items;
    std::vector<UnreadRow> unread; ///< Rows that the provider lists too, and that could not be read.
};

struct Catalog
{
    CatalogList<Product> products;
    CatalogList<Price> prices;
    CatalogList<Customer> customers;
    CatalogList<Coupon> coupons;
    CatalogList<PromotionCode> promotionCodes;
    CatalogList<ProcessorRoute> routes;
    std::optional<money::Currency> currency; ///< The account's own, where the provider reports it.
    QDateTime fetchedAt;                     ///< UTC

    const Product *product(const QString &id) const;
    const Price *price(const QString &id) const;
    const Customer *customer(const QString &id) const;
    const Coupon *coupon(const QString &id) const;
    /// Returns the code that is written so, else the only one that differs by nothing but case.
    const PromotionCode *promotionCode(const QString &code) const;
    const ProcessorRoute *route(const QString &id) const;
};

} // namespace tilldeck::checkout
