// SPDX-License-Identifier: GPL-3.0-or-later
// Writes the bodies of creations and previews. Wire rules: contracts, khaime (createCharge, createPaymentSession,
// initializeCheckout). Amounts go through minor_units.h.
#pragma once

#include "checkout/error.h"
#include "checkout/problem.h"
#include "checkout/session_draft.h"
#include "providers/khaime/flows.h"

#include <QByteArray>

#include <vector>

namespace tilldeck::providers::khaime {

/// Returns the body of a creation in the draft's flow, with the contract's canonical names. What the merchant did not
/// set is left out; equal drafts give equal bytes. A charge whose draft has no reference gets @p reference, unless it
/// is empty. Errors: InvalidInput, with problems, for what the flow has no member for and for a charge amount beyond
/// the tolerance. Other limits are checked by checkout::validate().
checkout::Result<QByteArray> encodeCreate(const checkout::SessionDraft &draft, const QString &reference = {});

/// Returns the body of a preview of a charge (createCharge with `preview`). It leaves out the reference,
/// which Khaime uses for idempotency (ChargeRequest): the charge itself must be the first to use it.
checkout::Result<QByteArray> encodePreview(const checkout::SessionDraft &draft);

/// Returns whether @p amount is within tolerancePercent of @p conversion; both are in one currency.
bool isWithinTolerance(const money::Money &amount, const money::Money &conversion);

/// Returns the problem of a charge amount that is not within the tolerance of @p conversion.
checkout::Problem toleranceProblem(const money::Money &conversion);

/// Returns the InvalidInput error of a draft with @p problems.
checkout::Error invalidDraft(std::vector<checkout::Problem> problems);

} // namespace tilldeck::providers::khaime
