// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "context.h"

#include "desk/reconcile_creation.h"

namespace tilldeck::cli {

/// Says what @p looked shows of the creation @p intentId, whose outcome it left open, and what can be done.
void printStillOpen(Context &context, const accounts::Account &account, const QString &intentId,
                    const desk::Reconciliation &looked);

} // namespace tilldeck::cli
