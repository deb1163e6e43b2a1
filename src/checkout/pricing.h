// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "checkout/breakdown.h"
#include "checkout/catalog.h"
#include "checkout/session_draft.h"

namespace tilldeck::checkout {

/// Says whether a code that cannot be used now is still to be counted.
enum class AskedCode { HasToBeValid, WasTaken };

/// Prices @p draft from @p catalog and what was typed alone, for providers without a preview of their own, and until
/// theirs comes. A draft without line items is priced by its product: what the customer pays is then an estimate, for
/// the provider may add its fee, and absent where the provider converts. Sums are exact where every price and the
/// discount are in the catalog; a discount of which it is not known what it takes off leaves the total unknown, with a
/// note of the most that it can be.
/// One that cannot be used (discountProblem()) takes nothing off, and the totals are estimates too, unless it was taken
/// when the session was made (@p code).
/// Percentages are rounded half up in minor units for each tier; a fixed amount never exceeds the subtotal.
Preview priceLocally(const SessionDraft &draft, const Catalog &catalog, const QDateTime &now,
                     AskedCode code = AskedCode::HasToBeValid);

/// Returns @p draft with what @p quote adds: the charge amount of a priced draft, unless one was typed, and the
/// provider's conversion. This is what is sent; the merchant's draft stays as typed.
SessionDraft priced(SessionDraft draft, const std::optional<Quote> &quote);

/// Returns @p preview with the figures that @p quote reports; nothing is added up.
Preview withQuote(Preview preview, const Quote &quote);

/// Returns @p draft without the texts that have no bearing on a quote: one quote holds for every draft of the same
/// basis.
SessionDraft quoteBasis(SessionDraft draft);

/// Returns why the code or coupon cannot be used, in a sentence; empty when it can, or when @p catalog does not know
/// it.
QString discountProblem(const SessionDraft &draft, const Catalog &catalog, const QDateTime &now);

} // namespace tilldeck::checkout
