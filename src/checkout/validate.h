// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "checkout/capabilities.h"
#include "checkout/catalog.h"
#include "checkout/problem.h"
#include "checkout/session_draft.h"

#include <QDateTime>

#include <vector>

namespace tilldeck::checkout {

/// Everything that is known to be wrong with DRAFT before it is sent, in the order of the editor's fields. Empty: it
/// may be created. What only the provider knows (a price id that is not in CATALOG while the catalog is unavailable) is
/// no problem here. NOW decides whether a code is over. Bounds: contracts, paymentkit CheckoutSessionCreate (quantity
/// from 1, hours 1 to 720, URL pattern, texts up to 500).
std::vector<Problem> validate(const SessionDraft &draft, const Capabilities &capabilities, const Catalog &catalog,
                              const QDateTime &now);

} // namespace tilldeck::checkout
