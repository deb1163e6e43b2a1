// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/desk.h"
#include "desk/refund_outcome.h"

#include <QPointer>

namespace tilldeck::desk {

/// Returns why @p refund cannot be sent again under its own key beside @p refunds, those of its payment, oldest first,
/// in a sentence; empty when it can. It can while its outcome is unknown, where the provider documents that a refund
/// with the same key is the first one (Capabilities::honoursRefundKey) and remembers the key still (whyKeyForgotten()),
/// unless it was closed before (Intent::wasClosed), an equal refund was begun after it, or @p payment, the provider's
/// last answer, may hold it: in its list by an entry of that amount, or of one that is not said, or in its total.
QString whyRefundNotResent(const Desk &desk, const ledger::Intent &refund, const std::vector<ledger::Intent> &refunds,
                           const std::optional<checkout::Transaction> &payment);

/// Sends a refund of unknown outcome once more, the same body under the same key, so that the provider answers with the
/// refund that the first request made, or makes it now. The provider is asked about the payment before, as
/// reconcileRefund() does: an end that its answer shows is returned, and nothing is sent. The request ends as that of
/// refundPayment() does, except that a refusal leaves it Unknown, since it says nothing about the first request.
///
/// Errors, where nothing was sent and nothing changed, with that in the sentence: those of Journal::intentOf(), why the
/// provider could not be asked, and Rejected with why it cannot be sent again: whyRefundNotResent() by the time that
/// the provider says now and what it lists now, a body that would not be the same any more, or an account that is
/// another one than it was sent by.
http::Task<checkout::Result<RefundOutcome>> resendRefund(QPointer<Desk> desk, QString accountId, QString intentId);

} // namespace tilldeck::desk
