// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "checkout/breakdown.h"
#include "checkout/catalog.h"
#include "checkout/session_draft.h"

namespace tilldeck::checkout {

/// Prices DRAFT from CATALOG alone, for providers without a preview of their own. Sums are exact where every price and
/// the discount are in the catalog; a code nobody has confirmed leaves the discount unknown and the total an estimate.
/// Percentages are rounded half up in minor units for each tier; a fixed amount never exceeds the subtotal.
Preview priceLocally(const SessionDraft &draft, const Catalog &catalog, const QDateTime &now);

/// DRAFT with what QUOTE settles: the charge amount, unless one was typed, and the provider's conversion. This is what
/// is sent; the merchant's draft stays as typed.
SessionDraft priced(SessionDraft draft, const std::optional<Quote> &quote);

/// Why the code or coupon cannot be used, in a sentence; empty when it can, or when CATALOG does not know it.
QString discountProblem(const SessionDraft &draft, const Catalog &catalog, const QDateTime &now);

} // namespace tilldeck::checkout
