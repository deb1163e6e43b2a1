// SPDX-License-Identifier: GPL-3.0-or-later
// Reads payments. Wire rules: contracts, ikawaari (listPayments, getPayment, refundPayment). Amounts go through
// minor_units.h.
#pragma once

#include "checkout/error.h"
#include "checkout/refund.h"
#include "checkout/transaction.h"
#include "providers/provider.h"

#include <QJsonDocument>

#include <optional>
#include <vector>

namespace tilldeck::providers::ikawaari {

/// Reads a payment with its timeline and refunds (getPayment). Errors: Malformed, also when its id is not @p id.
checkout::Result<checkout::Transaction> decodePayment(const QJsonDocument &answer, const QString &id);

/// Holds an answer to listPayments.
struct PaymentList
{
    std::vector<checkout::Transaction> payments;
    std::vector<checkout::UnreadRow> unread; ///< The rows between them that could not be read.
    std::optional<bool> more;                ///< Nothing when the answer does not say.
    std::optional<qint64> total;             ///< The number of payments on all pages.
    std::optional<qint64> limit;             ///< The page size that the server used.
};

/// Reads a list of payments in any of the documented shapes (PaymentList). Errors: Malformed where there is no list.
checkout::Result<PaymentList> decodePayments(const QJsonDocument &answer);

/// Reads the answer to @p request (refundPayment), which is the payment, not the refund. The refund is returned as
/// pending without an id; the next look-up of the payment has both. Errors: Malformed.
checkout::Result<checkout::Refund> decodeRefunded(const QJsonDocument &answer, const RefundRequest &request);

} // namespace tilldeck::providers::ikawaari
