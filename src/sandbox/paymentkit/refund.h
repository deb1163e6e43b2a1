// SPDX-License-Identifier: GPL-3.0-or-later
// Gives the money of a payment back. The function takes the body of its call and returns the object to answer with.
#pragma once

#include "sandbox/paymentkit/engine.h"
#include "sandbox/refusal.h"

namespace tilldeck::sandbox::paymentkit {

/// Refunds a payment. Reads payment_intent_id or invoice_id (the sandbox has no invoices), amount_atom (by default all
/// that is left) and reason. 404 for an unknown payment. Never refunds more than was paid.
Answer<QJsonObject> createRefund(Engine &engine, const QJsonObject &body);

} // namespace tilldeck::sandbox::paymentkit
