// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/desk.h"

#include <QPointer>

namespace tilldeck::desk {

/// Says what abandonCreation() does while nothing shows that the session was not made.
enum class EarlyAbandon {
    Refuse,
    Allow, ///< The merchant was told, and said so once more.
};

/// Closes a creation of unknown outcome as abandoned, on the merchant's decision that it was not created or does not
/// matter, and takes its row off the list. This comes before the same draft can be created again. With
/// EarlyAbandon::Refuse it is looked up first (reconcileCreation()), where its flow has a list or a reference; a
/// session that is found is taken. Errors: those of Journal::abandon() and of the ledger; Rejected, with its id, for
/// one that was found; and UnknownOutcome, in a sentence, for what is refused because a session may be it or may still
/// appear, because the provider could not be asked, its list proves nothing, or it has none and the same request sent
/// again would tell, or because the account does not have the key that it was sent with (isOfOtherKey()); Unauthorised
/// where it has none, and would be asked with it. A session that becomes known later makes it a question again
/// (questionAbandoned()), unless the sentence has named it.
http::Task<checkout::Result<void>> abandonCreation(QPointer<Desk> desk, QString accountId, QString intentId,
                                                   EarlyAbandon early);

} // namespace tilldeck::desk
