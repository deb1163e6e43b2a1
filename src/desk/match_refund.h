// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/desk.h"
#include "desk/refund_decision.h"
#include "desk/refund_outcome.h"

#include <QPointer>

namespace tilldeck::desk {

/// Takes the entry @p entryId of the provider's list for a refund of unknown outcome, because the merchant says so:
/// it ends as the entry says, and the entry belongs to no other refund from then on. Asks the provider first, and sends
/// nothing that gives money back. Returns Rejected, with the reason and without a change, where the provider lists no
/// such entry, another refund has it, or the end of this one is known; Unknown with the reason where the provider
/// cannot be asked or the journal not be written, and unless the merchant knows that (@p unproven), where the entry is
/// of another amount, for no contract says that a provider lists a refund with another amount than was asked for, or
/// where it failed and another one of its amount did not, for the provider may have tried once more, or where it failed
/// by an answer that lacks what was said before (isOlderCopy()).
http::Task<RefundOutcome> matchRefund(QPointer<Desk> desk, QString accountId, QString intentId, QString entryId,
                                      Unproven unproven = Unproven::Refuse);

} // namespace tilldeck::desk
