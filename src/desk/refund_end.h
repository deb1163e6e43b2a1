// SPDX-License-Identifier: GPL-3.0-or-later
// The way of a refund from its open intent to its end: shared by those who send one.
#pragma once

#include "desk/refund_outcome.h"
#include "desk/send_write.h"

namespace tilldeck::desk {

using ReadyRefund = ReadyWrite<checkout::Refund>;

/// Prepares the refund that is @p wanted under @p key, the id of its intent. Nothing is written, and nothing is sent
/// that gives money back. Errors: those of Provider::prepareRefund(), and Storage when there is no room for what
/// journal and ledger write after the answer.
http::Task<checkout::Result<ReadyRefund>> prepareRefund(QPointer<Desk> desk, ProviderHandle provider,
                                                        providers::RefundRequest wanted, QString key);

/// Sends the request of @p intent, which is open, once and writes how it ended. What was sent before is refused by an
/// answer about the refund alone: any other refusal says nothing about the first request.
http::Task<RefundOutcome> sendRefund(QPointer<Desk> desk, ReadyRefund ready, ledger::Intent intent, Sending sending);

/// Returns the end of a refund that wrote and sent nothing.
RefundOutcome rejectedRefund(checkout::Error error);

} // namespace tilldeck::desk
