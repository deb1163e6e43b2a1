// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/paymentkit/codec_writes.h"

#include "providers/paymentkit/text.h"

#include "providers/paymentkit/codec_catalog.h"
#include "providers/wire/json_writer.h"
#include "providers/wire/refunds.h"

#include <QCoreApplication>

#include <algorithm>

namespace tilldeck::providers::paymentkit {

using checkout::Coupon;
using checkout::RefundStatus;
using checkout::Result;

using namespace Qt::StringLiterals;

namespace {

constexpr std::array refundStatusNames{
    WireName{"pending"_L1, RefundStatus::Pending},
    WireName{"succeeded"_L1, RefundStatus::Succeeded},
    WireName{"failed"_L1, RefundStatus::Failed},
};

std::unexpected<checkout::Error> wrong(const QString &sentence)
{
    return std::unexpected(checkout::Error(checkout::ErrorKind::InvalidInput, sentence));
}

/// Writes what a coupon and a promotion code have in common.
template <class T> void writeLimits(JsonWriter &json, const T &item)
{
    if (item.maxRedemptions)
        json.value(u"max_redemptions"_s, *item.maxRedemptions);
    if (item.expiresAt.isValid())
        json.value(u"expires_at"_s, item.expiresAt.toUTC().toString(Qt::ISODate));
}

void writeDuration(JsonWriter &json, const Coupon &coupon)
{
    if (!coupon.duration)
        return;
    const auto known = std::ranges::find(durationNames, *coupon.duration, &WireName<Coupon::Duration>::value);
    json.value(u"duration"_s, QString(known->name));
    if (coupon.duration == Coupon::Duration::Repeating && coupon.months)
        json.value(u"duration_in_months"_s, *coupon.months);
}

template <class T> Result<T> decodeOne(const QJsonDocument &answer)
{
    ObjectReader reader(answer);
    auto item = readItem<T>(reader);
    if (!item || !reader.ok())
        return std::unexpected(reader.error());
    return std::move(*item);
}

} // namespace

QByteArray encodeRefund(const RefundRequest &request, qint64 units, const QString &paymentIntentId)
{
    JsonWriter json;
    json.beginObject();
    json.value(u"payment_intent_id"_s, paymentIntentId);
    json.value(u"amount_atom"_s, units);
    json.optionalText(u"reason"_s, request.reason);
    json.endObject();
    return json.bytes();
}

Result<QByteArray> encodePromotionCode(const checkout::PromotionCode &code)
{
    if (code.code.isEmpty() || code.couponId.isEmpty())
        return wrong(PaymentKitText::tr("A promotion code needs a code and a coupon."));
    JsonWriter json;
    json.beginObject();
    json.value(u"code"_s, code.code);
    json.value(u"coupon_id"_s, code.couponId);
    writeLimits(json, code);
    json.endObject();
    return json.bytes();
}

Result<QByteArray> encodeCoupon(const Coupon &coupon)
{
    JsonWriter json;
    json.beginObject();
    json.optionalText(u"name"_s, coupon.name);
    if (coupon.kind == Coupon::Kind::Percentage) {
        constexpr qint64 hundredths = 100;
        json.value(u"discount_type"_s, u"percentage"_s);
        json.value(u"percent_off"_s, coupon.basisPoints % hundredths == 0
                                         ? QJsonValue(coupon.basisPoints / hundredths)
                                         : QJsonValue(double(coupon.basisPoints) / hundredths));
    } else {
        const auto units = coupon.amountOff ? toWire(Family::PaymentKit, *coupon.amountOff) : std::nullopt;
        if (coupon.kind == Coupon::Kind::Other || !units)
            return wrong(PaymentKitText::tr("A coupon takes off a percentage or an amount. Enter one of them."));
        json.value(u"discount_type"_s, u"fixed_amount"_s);
        json.value(u"amount_off_atom"_s, *units);
        json.value(u"currency"_s, coupon.amountOff->currency().code().toLower());
    }
    writeDuration(json, coupon);
    writeLimits(json, coupon);
    json.endObject();
    return json.bytes();
}

Result<QByteArray> encodeRoute(const checkout::ProcessorRoute &route)
{
    if (route.name.isEmpty() || route.processorIds.empty())
        return wrong(PaymentKitText::tr("A processor route needs a name and at least one processor."));
    JsonWriter json;
    json.beginObject();
    json.value(u"name"_s, route.name);
    json.beginList(u"processors"_s);
    for (const QString &id : route.processorIds) {
        json.beginObject();
        json.value(u"processor_id"_s, id);
        json.endObject();
    }
    json.endList();
    json.endObject();
    return json.bytes();
}

QByteArray encodeInactive()
{
    return R"({"is_active":false})";
}

Result<checkout::Refund> decodeRefund(const QJsonDocument &answer, const RefundRequest &request)
{
    ObjectReader reader(answer);
    const RefundNames names{"id"_L1, "amount_atom"_L1, "created_at"_L1, "payment_intent_id"_L1};
    auto refund = readRefund(reader, Family::PaymentKit, names, request, request.transaction.paymentId);
    if (refund)
        refund->status = statusOf(refund->rawStatus, refundStatusNames);
    return refund;
}

Result<checkout::PromotionCode> decodePromotionCode(const QJsonDocument &answer)
{
    return decodeOne<checkout::PromotionCode>(answer);
}

Result<Coupon> decodeCoupon(const QJsonDocument &answer)
{
    return decodeOne<Coupon>(answer);
}

Result<checkout::ProcessorRoute> decodeRoute(const QJsonDocument &answer)
{
    return decodeOne<checkout::ProcessorRoute>(answer);
}

template <> std::optional<PaymentOfCharge> readItem(ObjectReader &item)
{
    PaymentOfCharge charge;
    charge.id = item.requiredText("id"_L1);
    charge.paymentIntentId = item.optionalText("payment_intent_id"_L1);
    return charge;
}

} // namespace tilldeck::providers::paymentkit
