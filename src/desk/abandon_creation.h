// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/desk.h"

#include <QPointer>

namespace tilldeck::desk {

/// Closes a creation of unknown outcome as abandoned, on the merchant's decision that it was not created or does not
/// matter, and takes its row off the list. This comes before the same draft can be created again. Errors: those of
/// Journal::abandon() and of the ledger.
http::Task<checkout::Result<void>> abandonCreation(QPointer<Desk> desk, QString accountId, QString intentId);

} // namespace tilldeck::desk
