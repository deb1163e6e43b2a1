// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/desk.h"

#include <QPointer>

namespace tilldeck::desk {

/// Says what abandonCreation() does while the session may still appear at the provider.
enum class EarlyAbandon {
    Refuse,
    Allow, ///< The merchant was told, and said so once more.
};

/// Closes a creation of unknown outcome as abandoned, on the merchant's decision that it was not created or does not
/// matter, and takes its row off the list. This comes before the same draft can be created again. Errors: those of
/// Journal::abandon() and of the ledger, and UnknownOutcome, in a sentence, for what is refused because it may still
/// appear, or because the account does not have the key that it was sent with (isOfOtherKey()).
http::Task<checkout::Result<void>> abandonCreation(QPointer<Desk> desk, QString accountId, QString intentId,
                                                   EarlyAbandon early);

} // namespace tilldeck::desk
