// SPDX-License-Identifier: GPL-3.0-or-later
// What PaymentKit's merchant changes besides sessions. Each takes the body of its call and answers the object that the
// call answers; all problems of a body are reported at once (422).
#pragma once

#include "sandbox/paymentkit/engine.h"
#include "sandbox/refusal.h"

namespace tilldeck::sandbox::paymentkit {

/// payment_intent_id or invoice_id (the sandbox has no invoices), amount_atom (absent: all that is left), reason.
/// 404 for an unknown payment. Never gives back more than was paid.
Answer<QJsonObject> createRefund(Engine &engine, const QJsonObject &body);

/// name, discount_type (percentage with percent_off, or fixed_amount with amount_off_atom and currency), duration
/// (once, repeating with duration_in_months, forever), max_redemptions, expires_at.
Answer<QJsonObject> createCoupon(Engine &engine, const QJsonObject &body);

/// code, coupon_id, max_redemptions, expires_at.
Answer<QJsonObject> createPromotionCode(Engine &engine, const QJsonObject &body);

/// is_active of a document of KIND, by its id. 404 for an unknown one.
Answer<QJsonObject> setActive(Engine &engine, const QString &kind, const QString &id, const QJsonObject &body);

/// name, processors; ID is empty for a new route. 404 for an unknown one.
Answer<QJsonObject> writeRoute(Engine &engine, const QString &id, const QJsonObject &body);

} // namespace tilldeck::sandbox::paymentkit
