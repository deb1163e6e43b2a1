// SPDX-License-Identifier: GPL-3.0-or-later
// PaymentKit's JSON of what is written beside sessions. Wire rules: contracts, PaymentKit (RefundCreate, Refund; the
// bodies of coupons, promotion codes and route changes are assumed there).
#pragma once

#include "checkout/catalog.h"
#include "checkout/error.h"
#include "checkout/refund.h"
#include "providers/paymentkit/codec.h"
#include "providers/provider.h"
#include "providers/wire/status_names.h"

#include <QJsonDocument>

#include <array>

namespace tilldeck::providers::paymentkit {

inline constexpr std::array durationNames{
    WireName{QLatin1StringView("once"), checkout::Coupon::Duration::Once},
    WireName{QLatin1StringView("repeating"), checkout::Coupon::Duration::Repeating},
    WireName{QLatin1StringView("forever"), checkout::Coupon::Duration::Forever},
};

/// Errors of all encoders: InvalidInput for what has no place in the body.
/// An empty PAYMENT_INTENT_ID is left out.
checkout::Result<QByteArray> encodeRefund(const RefundRequest &request, const QString &paymentIntentId);
checkout::Result<QByteArray> encodePromotionCode(const checkout::PromotionCode &code);
checkout::Result<QByteArray> encodeCoupon(const checkout::Coupon &coupon);
checkout::Result<QByteArray> encodeRoute(const checkout::ProcessorRoute &route);
/// Switches a promotion code or a coupon off.
QByteArray encodeInactive();

/// The answer to REQUEST. Errors of all decoders: Malformed.
checkout::Result<checkout::Refund> decodeRefund(const QJsonDocument &answer, const RefundRequest &request);
checkout::Result<checkout::PromotionCode> decodePromotionCode(const QJsonDocument &answer);
checkout::Result<checkout::Coupon> decodeCoupon(const QJsonDocument &answer);
checkout::Result<checkout::ProcessorRoute> decodeRoute(const QJsonDocument &answer);

/// A row of the list of transactions, for what a refund of it is asked for.
struct PaymentOfCharge
{
    QString id;
    QString paymentIntentId;
};
template <> std::optional<PaymentOfCharge> readItem(ObjectReader &item);

} // namespace tilldeck::providers::paymentkit
