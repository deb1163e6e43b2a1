// SPDX-License-Identifier: GPL-3.0-or-later
// Khaime's JSON and the domain's values. Wire rules: contracts, khaime (PaymentSessionRequest, ChargeRequest,
// SdkInitializeRequest and the answers). Amounts go through minor_units.h.
#pragma once

#include "checkout/catalog.h"
#include "checkout/error.h"
#include "checkout/session.h"
#include "checkout/transaction.h"
#include "providers/khaime/flows.h"
#include "providers/wire/json_writer.h"
#include "providers/wire/lists.h"

#include <QJsonDocument>

namespace tilldeck::providers::khaime {

/// The body of a creation in the draft's flow, with canonical names only. What the merchant did not set is absent;
/// members keep one order, so equal drafts give equal bytes. REFERENCE stands for the draft's own in a charge without
/// one; empty: left out. Errors: InvalidInput for what the flow has no member for, and for a charge amount beyond the
/// tolerance; other bounds are validate()'s business.
checkout::Result<QByteArray> encodeCreate(const checkout::SessionDraft &draft, Layout layout,
                                          const QString &reference = {});

/// The body of a charge's preview: the charge without its reference, which must stay free for the charge itself.
checkout::Result<QByteArray> encodePreview(const checkout::SessionDraft &draft);

/// Whether AMOUNT is within the tolerance of CONVERSION; both in one currency.
bool isWithinTolerance(const money::Money &amount, const money::Money &conversion);

/// The problem of a charge amount that does not fit.
checkout::Problem toleranceProblem(const money::Money &conversion);

/// InvalidInput with PROBLEMS.
checkout::Error invalidDraft(std::vector<checkout::Problem> problems);

/// The answer to the creation of DRAFT. Where the id (or token) can be read it exists and is answered, whatever the
/// other members look like. NOW decides whether a token's time is over. Errors: Malformed.
checkout::Result<checkout::Session> decodeCreated(const QJsonDocument &answer, const checkout::SessionDraft &draft,
                                                  const QDateTime &now);

/// A hosted session by its id (PaymentSessionStatusResponse). Errors: Malformed.
checkout::Result<checkout::Session> decodeSession(const QJsonDocument &answer);

/// An embedded checkout by its token (SdkCheckoutSessionDetail). Errors: Malformed.
checkout::Result<checkout::Session> decodeCheckout(const QJsonDocument &answer, const QDateTime &now);

/// The body of a refund (RefundRequest). Errors: InvalidInput.
checkout::Result<QByteArray> encodeRefund(const RefundRequest &request);

/// The answer to REQUEST (RefundResponse). Errors: Malformed.
checkout::Result<checkout::Refund> decodeRefund(const QJsonDocument &answer, const RefundRequest &request);

/// What the ledger may know an embedded checkout by: Khaime gives it nothing but a secret token.
QString checkoutIdOf(const QString &token);

/// Shops and sub-merchants, payments and products.
template <class T> checkout::Result<Page<T>> decodePage(const QJsonDocument &answer, int offset);
template <> checkout::Result<Page<checkout::Transaction>> decodePage(const QJsonDocument &answer, int offset);
template <> checkout::Result<Page<checkout::Product>> decodePage(const QJsonDocument &answer, int offset);

/// The currency of the business (GET account); nothing when it is absent or unknown.
std::optional<money::Currency> decodeAccountCurrency(const QJsonDocument &answer);

/// The object `data` of an envelope; a reader with a fault where there is none.
ObjectReader dataOf(const QJsonDocument &answer);

/// `fee_details`, whichever name its first member has; nothing when it is absent or in an unknown currency.
std::optional<checkout::FeeDetails> readFees(ObjectReader &item, std::optional<money::Currency> currency);

} // namespace tilldeck::providers::khaime
