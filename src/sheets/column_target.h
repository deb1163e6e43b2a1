// SPDX-License-Identifier: GPL-3.0-or-later
// What the columns of a file fill in: the fields of checkout::draftFields(), the parts of line items, and named values.
#pragma once

#include "checkout/capabilities.h"
#include "checkout/draft_fields.h"

#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace tilldeck::sheets {

/// Says which place of a draft a column fills in.
struct ColumnTarget
{
    enum class Part {
        Text, ///< A text of the draft.
        Quantity,
        Pricing,
        PricingCurrency,
        ChargeAmount,
        ChargeCurrency,
        Expiry,
        ItemPrice, ///< A line item by its price's id.
        ItemName,
        ItemAmount,
        ItemCurrency,
        ItemQuantity,
        CustomField,
        SubscriptionField,
        Metadata,
    };

    Part part = Part::Text;
    /// As it is written in a mapping: "customer_email", "item_amount", "item_2_price_id", "custom_fields.order".
    QString name;
    checkout::TextMember text; ///< Of a text.
    checkout::Field field = checkout::Field::Draft;
    int item = 0;      ///< Of a line item: 0 is the first.
    QString valueName; ///< Of a custom field or metadata: its name.

    friend bool operator==(const ColumnTarget &one, const ColumnTarget &other) { return one.name == other.name; }
};

/// Returns the target of that name; nothing where there is none.
std::optional<ColumnTarget> targetNamed(const QString &name);

/// Returns the names of all targets, with those of the first line item only, and "NAME" in the place of a name.
QStringList targetNames();

/// Returns whether a flow with @p can takes what the target fills in.
bool isTaken(const ColumnTarget &target, const checkout::Capabilities &can);

/// Returns what the target is called for merchants: "Customer's e-mail", "Line item 2, amount".
QString labelOf(const ColumnTarget &target);

/// Returns what a column with the title @p title fills in, by its words in English or German; of several, the first
/// that a flow with @p can takes. Nothing for a title that is not known.
std::optional<ColumnTarget> targetOfTitle(const QString &title, const checkout::Capabilities &can);

/// Returns whether a problem with @p problem of a draft stands on what the target fills in.
bool isAbout(const ColumnTarget &target, const checkout::Problem &problem);

} // namespace tilldeck::sheets
