// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/reconcile_creation.h"

namespace tilldeck::desk {

/// Returns what the provider's lists showed, for the log.
QString loggedFinding(const checkout::Result<Reconciliation> &result);

/// Keeps in the timeline of a creation that it was looked up, with what came of it; that it was found is another event.
void noteLookUp(Desk &desk, const QString &accountId, const QString &intentId,
                const checkout::Result<Reconciliation> &result);

} // namespace tilldeck::desk
