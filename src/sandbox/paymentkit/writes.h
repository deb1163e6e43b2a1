// SPDX-License-Identifier: GPL-3.0-or-later
// What PaymentKit's merchant changes besides sessions. Each function takes the body of its call and returns the object
// to answer with. All problems of a body are reported at once (422).
#pragma once

#include "sandbox/paymentkit/engine.h"
#include "sandbox/refusal.h"

namespace tilldeck::sandbox::paymentkit {

/// Reads name, discount_type (percentage with percent_off, or fixed_amount with amount_off_atom and currency), duration
/// (once, repeating with duration_in_months, forever), max_redemptions and expires_at.
Answer<QJsonObject> createCoupon(Engine &engine, const QJsonObject &body);

/// Reads code, coupon_id, max_redemptions and expires_at.
Answer<QJsonObject> createPromotionCode(Engine &engine, const QJsonObject &body);

/// Sets is_active of a document of @p kind. 404 for an unknown id.
Answer<QJsonObject> setActive(Engine &engine, const QString &kind, const QString &id, const QJsonObject &body);

/// Writes name and processors of a route; @p id is empty for a new one. 404 for an unknown id.
Answer<QJsonObject> writeRoute(Engine &engine, const QString &id, const QJsonObject &body);

} // namespace tilldeck::sandbox::paymentkit
