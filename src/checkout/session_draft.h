// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "money/money.h"

#include <QString>

#include <optional>
#include <variant>
#include <vector>

namespace tilldeck::checkout {

/// Holds what is sold: a price of the provider's catalog, or (where the provider takes it) a name with an amount.
struct LineItem
{
    LineItem() = default;
    LineItem(QString priceId, qint64 quantity)
        : priceId(std::move(priceId))
        , quantity(quantity)
    {
    }

    QString priceId;
    qint64 quantity = 1;                    ///< 0 where a provider reports the item without its quantity.
    QString name;                           ///< Inline items only.
    std::optional<money::Money> unitAmount; ///< Inline items only: minor units of one piece.

    friend bool operator==(const LineItem &, const LineItem &) = default;
};

/// Holds the line items and the route that are tried when the tier before is declined.
struct CascadeTier
{
    CascadeTier() = default;
    CascadeTier(std::vector<LineItem> lineItems, QString processorRouteId)
        : lineItems(std::move(lineItems))
        , processorRouteId(std::move(processorRouteId))
    {
    }

    std::vector<LineItem> lineItems;
    QString processorRouteId; ///< Empty: the account's default route.

    friend bool operator==(const CascadeTier &, const CascadeTier &) = default;
};

using CustomFieldValue = std::variant<QString, qint64, double, bool>;

struct CustomField
{
    CustomField() = default;
    CustomField(QString name, CustomFieldValue value)
        : name(std::move(name))
        , value(std::move(value))
    {
    }

    QString name;
    CustomFieldValue value;

    friend bool operator==(const CustomField &, const CustomField &) = default;
};

struct CustomerChoice
{
    QString id;    ///< The provider's id of an existing customer.
    QString email; ///< For providers that take a customer by e-mail.
    QString name;
    QString firstName;
    QString lastName;
    QString country; ///< ISO 3166, two capital letters.

    bool isEmpty() const { return *this == CustomerChoice(); }
    friend bool operator==(const CustomerChoice &, const CustomerChoice &) = default;
};

/// Holds what the merchant asks for, before it exists. It holds bad input too, so that nothing typed is lost;
/// validate() checks it. Empty strings and absent values were not set by the merchant and are absent from what is sent.
struct SessionDraft
{
    QString flow; ///< One of Capabilities::flows; empty: the provider's standard one.
    QString mode; ///< "payment" or "subscription" where the provider asks for it.
    CustomerChoice customer;
    std::vector<LineItem> lineItems; ///< The tier that is tried first.
    QString processorRouteId;        ///< Route of the first tier; empty: the account's default.
    QString promotionCode;
    QString couponId;
    std::optional<qint64> expiresInHours; ///< Absent: the provider's own default.
    QString successUrl;                   ///< Raw text: QUrl would encode {CHECKOUT_SESSION_ID}.
    QString returnUrl;
    std::vector<CustomField> customFields;
    std::vector<CustomField> subscriptionCustomFields;
    std::vector<CascadeTier> cascade; ///< Tiers after the first, in the order in which they are tried.

    QString productId;
    QString productName;
    qint64 productQuantity = 1;
    std::optional<money::Money> pricing;           ///< What the merchant asks for, in the currency they price in.
    std::optional<money::Currency> chargeCurrency; ///< What the customer pays in; absent: the pricing currency.
    std::optional<money::Money> chargeAmount;      ///< What the customer pays: as typed, or filled in by priced().
    std::optional<money::Money> convertedTotal;    ///< The provider's conversion of `pricing`. Only set by priced().
    QString description;
    QString reference;
    std::vector<CustomField> metadata;
    QString subMerchantId;
    QString subscriptionFrequency; ///< Empty: one-time.
    QString internalNote;          ///< The merchant's own. Kept on this computer and sent to nobody.

    int tierCount() const { return 1 + static_cast<int>(cascade.size()); }
    /// Line items and route of a tier; 0 is tried first.
    const std::vector<LineItem> &tierLineItems(int tier) const;
    const QString &tierRoute(int tier) const;

    friend bool operator==(const SessionDraft &, const SessionDraft &) = default;
};

/// Returns what the customer pays in: the charge currency, else the pricing one; nothing while neither is known.
std::optional<money::Currency> chargeCurrencyOf(const SessionDraft &draft);

/// The text that a provider replaces by the session's id in success and return URLs.
inline constexpr QLatin1String sessionIdPlaceholder("{CHECKOUT_SESSION_ID}");

} // namespace tilldeck::checkout
