// SPDX-License-Identifier: GPL-3.0-or-later
// Converts refunds. Wire rules: contracts, khaime (createRefund). Amounts go through minor_units.h.
#pragma once

#include "checkout/error.h"
#include "checkout/refund.h"
#include "providers/provider.h"

#include <QByteArray>
#include <QJsonDocument>

namespace tilldeck::providers::khaime {

/// Returns the body of a refund (createRefund). Errors: InvalidInput.
checkout::Result<QByteArray> encodeRefund(const RefundRequest &request);

/// Reads the answer to @p request (createRefund). Errors: Malformed.
checkout::Result<checkout::Refund> decodeRefund(const QJsonDocument &answer, const RefundRequest &request);

} // namespace tilldeck::providers::khaime
