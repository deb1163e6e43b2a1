// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/desk.h"

#include <QPointer>

namespace tilldeck::desk {

/// Makes those creations of an account of unknown outcome again that were closed as not created in the last month, or
/// refused in the last day, and that one of @p sessions, which the provider lists, fits: Fit::Yes or Fit::Perhaps, of
/// the time of the creation or the day after, or whatever else it is if it is of its very time and a look-up would have
/// named it; of one that was refused, from its very request, by the provider's clock. It was made by no other creation,
/// and not known to the merchant when it was closed. Such a creation has its row in the list again. Errors: those of
/// journal and ledger.
http::Task<checkout::Result<void>> questionAbandoned(QPointer<Desk> desk, QString accountId,
                                                     std::vector<checkout::Session> sessions);

/// Makes @p intent, which was not made as far as is known, a question because of @p fitting, which its provider lists
/// and it may have made. It has its row in the list then. Returns it as it is now; nothing where it is in another state
/// than Journal::questionCreation() takes. Errors: those of journal and ledger.
http::Task<checkout::Result<std::optional<ledger::Intent>>> questionCreation(QPointer<Desk> desk, ledger::Intent intent,
                                                                             std::vector<checkout::Session> fitting);

/// Does the same by @p payments, which the provider lists: one fits a creation of a flow with references when it has
/// its reference, or the id of its intent as one, and nothing else of it differs (mayBeChargeOf()), and when it may be
/// it without that (mayBeWithoutReference()).
http::Task<checkout::Result<void>> questionAbandonedCharges(QPointer<Desk> desk, QString accountId,
                                                            std::vector<checkout::Transaction> payments);

} // namespace tilldeck::desk
