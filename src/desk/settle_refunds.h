// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/desk.h"
#include "desk/refresh_depth.h"

#include <QPointer>

namespace tilldeck::desk {

/// Writes to the journal what @p payment, the provider's newest answer, says of the refunds that it has taken: one that
/// was Accepted becomes Confirmed or Failed, one without an id gets that of its entry in the provider's list, one that
/// was Confirmed becomes Failed when the entry with its id says so, and one that Failed becomes Confirmed, or Accepted
/// again. One that was closed as not made, by the merchant, by the provider or after a look, becomes Unknown when an
/// entry may be it (isListedAfterAll(), isListedAfterRefusal()): its amount is gone again, and an equal one a question.
/// An answer that lacks what the provider said before (isOlderCopy()) says of none that it failed.
/// Of a refund that was sent with another key than @p key, with which that was asked, only the entry with its id says
/// anything but a question (isOfOtherKey()).
http::Task<checkout::Result<void>> settleRefunds(QPointer<Desk> desk, QString accountId, ledger::KeyMark key,
                                                 checkout::Transaction payment);

/// Asks the provider about each payment of the account with a refund of countedRefunds(), one that Failed, or one of
/// the last day that was closed as not made, where it can be asked, and settles them. Unless @p depth is Incremental it
/// is asked about those with a refund that was given back in the last month, too: the list of payments does not say
/// that one failed later. Of more than can be asked about at once, those come first that were not asked about for the
/// longest time.
http::Task<checkout::Result<void>> settleTakenRefunds(QPointer<Desk> desk, QString accountId, ProviderHandle provider,
                                                      Depth depth);

} // namespace tilldeck::desk
