// SPDX-License-Identifier: GPL-3.0-or-later
// Converts between Ikawaari's JSON and the domain's values. Wire rules: contracts, ikawaari (createCheckoutSession,
// getCheckoutSession, listPayments, getPayment, refundPayment). Amounts go through minor_units.h.
#pragma once

#include "checkout/error.h"
#include "checkout/session.h"
#include "checkout/transaction.h"
#include "providers/ikawaari/account.h"
#include "providers/provider.h"
#include "providers/wire/json_writer.h"

#include <QJsonDocument>

namespace tilldeck::providers::ikawaari {

/// Returns the body of a creation (createCheckoutSession). A draft without a mode is a single payment. Body::Amount has
/// the items as its description, and a mode only for subscriptions. Equal drafts give equal bytes. Errors:
/// InvalidInput, with problems, for what @p body has no member for. Limits are checked by checkout::validate().
checkout::Result<QByteArray> encodeCreate(const checkout::SessionDraft &draft, Body body, Layout layout);

/// Returns the sum of @p items; nothing when an amount is missing, currencies differ or the sum overflows.
std::optional<money::Money> totalOf(const std::vector<checkout::LineItem> &items);

/// Reads a session (getCheckoutSession). Errors: Malformed.
checkout::Result<checkout::Session> decodeSession(const QJsonDocument &answer);

/// Reads the answer to a creation (createCheckoutSession). Once the id can be read the session exists, so it is
/// returned even if other members cannot be read; a later look-up fills them in. Errors: Malformed without an id.
checkout::Result<checkout::Session> decodeCreated(const QJsonDocument &answer);

/// Reads a payment with its timeline and refunds (getPayment). Errors: Malformed, also when its id is not @p id.
checkout::Result<checkout::Transaction> decodePayment(const QJsonDocument &answer, const QString &id);

/// Holds an answer to listPayments.
struct PaymentList
{
    std::vector<checkout::Transaction> payments;
    std::optional<bool> more;    ///< Nothing when the answer does not say.
    std::optional<qint64> total; ///< The number of payments on all pages.
    std::optional<qint64> limit; ///< The page size that the server used.
};

/// Reads a list of payments in any of the documented shapes (PaymentList). Errors: Malformed, also when a single
/// payment cannot be read.
checkout::Result<PaymentList> decodePayments(const QJsonDocument &answer);

/// Returns the body of a refund (refundPayment). Errors: InvalidInput.
checkout::Result<QByteArray> encodeRefund(const RefundRequest &request);

/// Reads the answer to @p request (refundPayment), which is the payment, not the refund. The refund is returned as
/// pending without an id; the next look-up of the payment has both. Errors: Malformed.
checkout::Result<checkout::Refund> decodeRefunded(const QJsonDocument &answer, const RefundRequest &request);

} // namespace tilldeck::providers::ikawaari
