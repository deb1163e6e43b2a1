// SPDX-License-Identifier: GPL-3.0-or-later
// The draft document, {"tilldeck_draft": 1, …}: how drafts are kept on disk and given to the command line.
#pragma once

#include "checkout/error.h"
#include "checkout/session_draft.h"

#include <QByteArray>

namespace tilldeck::ledger {

/// Members: flow, mode, product_id, product_name, quantity (of the product), pricing {total_amount, total_currency},
/// charge_currency, charge_amount (of charge_currency, else of the pricing one; {amount, currency} where it is in
/// another), subscription_frequency, sub_merchant_id, description, reference, metadata, customer {id, email, name,
/// first_name, last_name, country}, line_items [{price_id, quantity} | {name, amount, currency, quantity}],
/// promotion_code, coupon_id, expires_in_hours, success_url, return_url, custom_fields, subscription_custom_fields,
/// processor_route_id, cascade [{line_items, processor_route_id}]. What is not set is absent. Amounts in minor units.
QByteArray encodeDraft(const checkout::SessionDraft &draft);

/// Reads a draft document. InvalidInput with `problems` on their fields: unknown keys (named), wrong types, a
/// quantity or amount that is not an integer or beyond int64, a custom field that is an object, list or null.
checkout::Result<checkout::SessionDraft> decodeDraft(const QByteArray &document);

} // namespace tilldeck::ledger
