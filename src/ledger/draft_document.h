// SPDX-License-Identifier: GPL-3.0-or-later
// The draft document, {"tilldeck_draft": 1, …}: how drafts are kept on disk and given to the command line.
#pragma once

#include "checkout/error.h"
#include "checkout/session_draft.h"

#include <QByteArray>

namespace tilldeck::ledger {

/// Members: those of checkout::draftFields(), with what is local at the end, and `customer` as an object. pricing is
/// {total_amount, total_currency}; charge_amount is of charge_currency, else of the pricing one, and {amount, currency}
/// where it is in another; line_items are [{price_id, quantity} | {name, amount, currency, quantity}] and cascade
/// [{line_items, processor_route_id}]. What is not set is absent. Amounts in minor units.
QByteArray encodeDraft(const checkout::SessionDraft &draft);

/// Reads a draft document. InvalidInput with `problems` on their fields: unknown keys (named), wrong types, a
/// quantity or amount that is not an integer or beyond int64, a custom field that is an object, list or null.
checkout::Result<checkout::SessionDraft> decodeDraft(const QByteArray &document);

} // namespace tilldeck::ledger
