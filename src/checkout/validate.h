// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "checkout/capabilities.h"
#include "checkout/catalog.h"
#include "checkout/problem.h"
#include "checkout/session_draft.h"
#include "keys/key_form.h"

#include <QDateTime>

#include <vector>

namespace tilldeck::checkout {

/// Returns everything that is known to be wrong with @p draft before it is sent: texts that hold a key (keyProblems()),
/// then the others in the order of the editor's fields. An empty list means that the draft may be created. What only
/// the provider knows (a price id that is not in @p catalog while the catalog is unavailable) is no problem here. @p
/// now decides whether a code is over. Bounds: contracts, paymentkit CheckoutSessionCreate (quantity from 1, hours 1 to
/// 720, URL pattern, texts up to 500).
std::vector<Problem> validate(const SessionDraft &draft, const Capabilities &capabilities, const Catalog &catalog,
                              const QDateTime &now, const keys::HoldsKey &holdsKey = keys::holdsKeyForm);

} // namespace tilldeck::checkout
