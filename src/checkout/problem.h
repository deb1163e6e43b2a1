// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace tilldeck::checkout {

/// Names the place in a draft that a problem stands on, and what a flow takes of a draft (Capabilities::fields).
enum class Field {
    Draft, ///< The draft as a whole; shown above the footer.
    Mode,
    Customer,  ///< An existing one, by the provider's id.
    LineItems, ///< A tier's list of line items as a whole.
    Price,     ///< A line item by its price's id.
    Quantity,
    Name, ///< A line item by name and amount.
    Amount,
    ProcessorRoute,
    PromotionCode,
    Coupon,
    Expiry,
    SuccessUrl,
    ReturnUrl,
    CustomFieldName, ///< Also the custom fields as a whole; so are the names below.
    CustomFieldValue,
    SubscriptionFieldName,
    SubscriptionFieldValue,
    Flow,
    CustomerEmail,
    CustomerCountry,
    Product, ///< Id or name; a flow that takes it takes the id.
    Pricing, ///< What the merchant wants to receive.
    ChargeCurrency,
    ChargeAmount,
    Description,
    Reference,
    MetadataName,
    MetadataValue,
    SubMerchant,
    SubscriptionFrequency,
    Quote, ///< The quote is missing or outdated.
    InternalNote,
    // Problems with these stand on the product, the customer and the line items.
    ProductName,
    CustomerName, ///< First and last name.
    Cascade,
};
inline constexpr Field lastField = Field::Cascade;

/// Holds one thing to mend before the draft can be sent, in one plain sentence on the field it belongs to.
struct Problem
{
    Problem(Field field, QString sentence, int tier = 0, int index = -1)
        : field(field)
        , tier(tier)
        , index(index)
        , sentence(std::move(sentence))
    {
    }

    Field field;
    int tier;         ///< 0 is the tier that is tried first. Meaningful for line items and routes.
    int index;        ///< Row of the line item in its tier, or of the custom field; -1 for the whole.
    QString sentence; ///< Translated, says what to do.

    friend bool operator==(const Problem &, const Problem &) = default;
};

} // namespace tilldeck::checkout
