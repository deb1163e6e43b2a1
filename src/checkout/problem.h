// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace tilldeck::checkout {

/// Names the place in a draft that a problem stands on.
enum class Field {
    Draft, ///< The draft as a whole; shown above the footer.
    Mode,
    Customer,
    LineItems, ///< A tier's list of line items as a whole.
    Price,
    Quantity,
    Name,
    Amount,
    ProcessorRoute,
    PromotionCode,
    Coupon,
    Expiry,
    SuccessUrl,
    ReturnUrl,
    CustomFieldName,
    CustomFieldValue,
    SubscriptionFieldName,
    SubscriptionFieldValue,
    Flow,
    CustomerEmail,
    CustomerCountry,
    Product, ///< Id or name.
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
};

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
