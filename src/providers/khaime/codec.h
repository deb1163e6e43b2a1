// SPDX-License-Identifier: GPL-3.0-or-later
// Converts between Khaime's JSON and the domain's values. Wire rules: contracts, khaime (createCharge,
// createPaymentSession, initializeCheckout, their look-ups and lists). Amounts go through minor_units.h.
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

/// Returns the body of a creation in the draft's flow, with the contract's canonical names. What the merchant did not
/// set is left out; equal drafts give equal bytes. A charge whose draft has no reference gets @p reference, unless it
/// is empty. Errors: InvalidInput, with problems, for what the flow has no member for and for a charge amount beyond
/// the tolerance. Other limits are checked by checkout::validate().
checkout::Result<QByteArray> encodeCreate(const checkout::SessionDraft &draft, Layout layout,
                                          const QString &reference = {});

/// Returns the body of a preview of a charge (createCharge with `preview`). It leaves out the reference,
/// which Khaime uses for idempotency (ChargeRequest): the charge itself must be the first to use it.
checkout::Result<QByteArray> encodePreview(const checkout::SessionDraft &draft);

/// Returns whether @p amount is within tolerancePercent of @p conversion; both are in one currency.
bool isWithinTolerance(const money::Money &amount, const money::Money &conversion);

/// Returns the problem of a charge amount that is not within the tolerance of @p conversion.
checkout::Problem toleranceProblem(const money::Money &conversion);

/// Returns the InvalidInput error of a draft with @p problems.
checkout::Error invalidDraft(std::vector<checkout::Problem> problems);

/// Reads the answer to the creation of @p draft. Once the id (or token) can be read the session exists, so it is
/// returned even if other members cannot be read. A token that expires before @p now is expired. Errors: Malformed.
checkout::Result<checkout::Session> decodeCreated(const QJsonDocument &answer, const checkout::SessionDraft &draft,
                                                  const QDateTime &now);

/// Reads a hosted session (getPaymentSession). Errors: Malformed.
checkout::Result<checkout::Session> decodeSession(const QJsonDocument &answer);

/// Reads an embedded checkout (getSdkSession). Errors: Malformed.
checkout::Result<checkout::Session> decodeCheckout(const QJsonDocument &answer, const QDateTime &now);

/// Returns the body of a refund (createRefund). Errors: InvalidInput.
checkout::Result<QByteArray> encodeRefund(const RefundRequest &request);

/// Reads the answer to @p request (createRefund). Errors: Malformed.
checkout::Result<checkout::Refund> decodeRefund(const QJsonDocument &answer, const RefundRequest &request);

/// Returns an id for an embedded checkout that may be stored in the clear: a digest of its @p token, which is secret
/// and all that Khaime identifies it by.
QString checkoutIdOf(const QString &token);

/// Reads the page that begins at @p offset of listTransactions or listProducts (see readList()).
template <class T> checkout::Result<Page<T>> decodePage(const QJsonDocument &answer, int offset);
template <> checkout::Result<Page<checkout::Transaction>> decodePage(const QJsonDocument &answer, int offset);
template <> checkout::Result<Page<checkout::Product>> decodePage(const QJsonDocument &answer, int offset);

/// Reads the currency of the business (getAccount); nothing when it is absent or unknown.
std::optional<money::Currency> decodeAccountCurrency(const QJsonDocument &answer);

/// Returns a reader of the object `data` of @p answer, with a fault when there is none.
ObjectReader dataOf(const QJsonDocument &answer);

/// Reads `fee_details`, whose first member the contract names in two ways; nothing when it is absent or @p currency is
/// unknown.
std::optional<checkout::FeeDetails> readFees(ObjectReader &item, std::optional<money::Currency> currency);

} // namespace tilldeck::providers::khaime
