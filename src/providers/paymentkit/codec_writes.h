// SPDX-License-Identifier: GPL-3.0-or-later
// Converts what is written beside sessions. Wire rules: contracts, paymentkit (createRefund, createPromotionCode,
// updatePromotionCode, createCoupon, updateCoupon, createProcessorRoute, updateProcessorRoute; the contract assumes the
// bodies of all but the refund).
#pragma once

#include "checkout/catalog.h"
#include "checkout/error.h"
#include "checkout/refund.h"
#include "providers/paymentkit/codec_page.h"
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

/// Returns the body of a refund of @p units, which refundUnits() has returned for it.
QByteArray encodeRefund(const RefundRequest &request, qint64 units, const QString &paymentIntentId);

// All other encoders return InvalidInput for what the body has no member for, all decoders Malformed.

checkout::Result<QByteArray> encodePromotionCode(const checkout::PromotionCode &code);
checkout::Result<QByteArray> encodeCoupon(const checkout::Coupon &coupon);
checkout::Result<QByteArray> encodeRoute(const checkout::ProcessorRoute &route);
/// Returns the body that switches a promotion code or a coupon off.
QByteArray encodeInactive();

/// Reads the answer to @p request, whose payment has its id (Transaction::paymentId).
checkout::Result<checkout::Refund> decodeRefund(const QJsonDocument &answer, const RefundRequest &request);
checkout::Result<checkout::PromotionCode> decodePromotionCode(const QJsonDocument &answer);
checkout::Result<checkout::Coupon> decodeCoupon(const QJsonDocument &answer);
checkout::Result<checkout::ProcessorRoute> decodeRoute(const QJsonDocument &answer);

/// Holds the ids in an entry of listTransactions that a refund needs.
struct PaymentOfCharge
{
    QString id;
    QString paymentIntentId;
};
template <> std::optional<PaymentOfCharge> readItem(ObjectReader &item);

} // namespace tilldeck::providers::paymentkit
