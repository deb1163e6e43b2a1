// SPDX-License-Identifier: GPL-3.0-or-later
// Ikawaari's JSON and the domain's values. Wire rules: contracts, Ikawaari (CheckoutSessionCreate and its later form,
// CheckoutSession, Payment, PaymentDetail, RefundCreate). Amounts go through minor_units.h.
#pragma once

#include "checkout/error.h"
#include "checkout/session.h"
#include "checkout/transaction.h"
#include "providers/ikawaari/account.h"
#include "providers/provider.h"
#include "providers/wire/json_writer.h"

#include <QJsonDocument>

namespace tilldeck::providers::ikawaari {

/// The body of a creation; a draft without a mode is a single payment. In the body of one amount the items are its
/// description, and the mode is told only where it is no single payment. Members keep one order, so equal drafts give
/// equal bytes. Errors: InvalidInput for what BODY has no member for, with its problems; bounds are validate()'s
/// business.
checkout::Result<QByteArray> encodeCreate(const checkout::SessionDraft &draft, Body body, Layout layout);

/// What ITEMS, all in one currency, come to; nothing where that cannot be said.
std::optional<money::Money> totalOf(const std::vector<checkout::LineItem> &items);

/// Errors: Malformed.
checkout::Result<checkout::Session> decodeSession(const QJsonDocument &answer);

/// The answer to a creation. Where the id can be read the session exists and is answered, whatever the other members
/// look like; they are asked for again later. Errors: Malformed without an id.
checkout::Result<checkout::Session> decodeCreated(const QJsonDocument &answer);

/// A payment with its timeline and refunds. Errors: Malformed, also when it is another payment than ID.
checkout::Result<checkout::Transaction> decodePayment(const QJsonDocument &answer, const QString &id);

/// What an answer to the list of payments holds.
struct PaymentList
{
    std::vector<checkout::Transaction> payments;
    std::optional<bool> more;    ///< Absent: not told.
    std::optional<qint64> total; ///< Of all pages.
    std::optional<qint64> limit; ///< The page size that was really used.
};

/// In any of the documented shapes (PaymentList). Errors: Malformed, also when a single payment cannot be read.
checkout::Result<PaymentList> decodePayments(const QJsonDocument &answer);

/// The body of a refund (RefundCreate). Errors: InvalidInput.
checkout::Result<QByteArray> encodeRefund(const RefundRequest &request);

/// The answer to REQUEST is the payment, not the refund: that the payment is the one that was asked for says that the
/// refund is on its way; its id and end come with the next look-up. Errors: Malformed.
checkout::Result<checkout::Refund> decodeRefunded(const QJsonDocument &answer, const RefundRequest &request);

} // namespace tilldeck::providers::ikawaari
