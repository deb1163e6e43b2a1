// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "checkout/catalog.h"
#include "checkout/session_draft.h"

namespace tilldeck::desk {

/// Returns what lists call the customer: name, else e-mail, else id; empty when there is none.
QString customerLabel(const checkout::SessionDraft &draft, const checkout::Catalog &catalog);

/// Returns what lists call the items of a tier: "Starter kit × 3", "Annual membership + 1".
QString itemsLabel(const checkout::SessionDraft &draft, const checkout::Catalog &catalog, int tier = 0);

} // namespace tilldeck::desk
