// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/desk.h"

#include <QPointer>

namespace tilldeck::desk {

/// Notes as open the sessions of an account that are known from the journal alone (SessionStatus::NotAsked), that
/// cannot be asked about, and of which the provider's list of payments, which was read to its end just now, has none:
/// as they were when they were created. Errors: those of the ledger.
http::Task<checkout::Result<void>> settleNotAsked(QPointer<Desk> desk, QString accountId);

} // namespace tilldeck::desk
