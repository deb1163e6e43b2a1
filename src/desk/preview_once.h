// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "checkout/breakdown.h"
#include "checkout/catalog.h"
#include "desk/desk.h"

#include <QPointer>

namespace tilldeck::desk {

/// Returns what @p draft would cost: the local figures, with the provider's quote or the reason why there is none. Asks
/// the provider only where the flow has quotes.
http::Task<checkout::Preview> previewOnce(QPointer<Desk> desk, QString accountId, checkout::SessionDraft draft,
                                          checkout::Catalog catalog);

} // namespace tilldeck::desk
