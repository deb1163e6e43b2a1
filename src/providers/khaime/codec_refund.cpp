// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/khaime/codec_refund.h"

#include "providers/khaime/codec_sessions.h"
#include "providers/wire/json_writer.h"
#include "providers/wire/refunds.h"
#include "providers/wire/status_names.h"

#include <array>

namespace tilldeck::providers::khaime {

using checkout::RefundStatus;
using checkout::Result;

using namespace Qt::StringLiterals;

namespace {

constexpr std::array refundStatusNames{
    WireName{"processing"_L1, RefundStatus::Pending},
    WireName{"completed"_L1, RefundStatus::Succeeded},
    WireName{"failed"_L1, RefundStatus::Failed},
};

} // namespace

Result<QByteArray> encodeRefund(const RefundRequest &request)
{
    const auto units = refundUnits(Family::Khaime, request);
    if (!units)
        return std::unexpected(units.error());
    JsonWriter json;
    json.beginObject();
    json.value(u"transaction_id"_s, request.transaction.id);
    json.value(u"amount"_s, *units);
    json.optionalText(u"reason"_s, request.reason);
    json.endObject();
    return json.bytes();
}

Result<checkout::Refund> decodeRefund(const QJsonDocument &answer, const RefundRequest &request)
{
    ObjectReader data = dataOf(answer);
    auto refund = readRefund(data, Family::Khaime, {"refund_id"_L1, "amount"_L1, {}, "transaction_id"_L1}, request,
                             request.transaction.id);
    if (refund)
        refund->status = statusOf(refund->rawStatus, refundStatusNames);
    return refund;
}

} // namespace tilldeck::providers::khaime
