// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "checkout/session.h"
#include "checkout/transaction.h"

namespace tilldeck::desk {

/// Gives @p session the status, fees and payment id of @p transaction. A payment that is not the end of the session
/// changes no status but NotAsked, and a paid session stays paid.
void applyPayment(checkout::Session &session, const checkout::Transaction &transaction);

} // namespace tilldeck::desk
