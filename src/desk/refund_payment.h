// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/desk.h"
#include "desk/refund_outcome.h"

#include <QPointer>

namespace tilldeck::desk {

/// Gives @p amount of a payment back, in the currency that the customer paid. The provider is asked about the payment
/// right before, so that what it answers after the refund can be compared: where it cannot be asked, where it answers
/// about another payment than the one that was shown (@p shown, else as the ledger has it; isAnotherPayment()), where
/// its answer lacks what it said before (isOlderCopy()), and where less can be given back than this computer knew,
/// nothing is sent. The intent is committed to the journal first (never more
/// than was paid, also when two refunds race) and sent once; the payment's row is brought up to date after it. Nothing
/// is sent when a step before the send fails; room on the disk for the answer is taken before it. Confirmed only when
/// the provider says that the money was given back; a pending status, or one that is not known, is Accepted. Where it
/// may be a repeatedRefund(), or there is an equalRefundElsewhere(), nothing is sent unless @p repeat allows it:
/// RefundOutcome::same is that refund.
http::Task<RefundOutcome> refundPayment(QPointer<Desk> desk, QString accountId, QString transactionId,
                                        money::Money amount, QString reason,
                                        ledger::Journal::Repeat repeat = ledger::Journal::Repeat::Refuse,
                                        std::optional<checkout::Transaction> shown = {});

} // namespace tilldeck::desk
