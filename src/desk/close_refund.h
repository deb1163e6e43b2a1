// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/desk.h"

#include <QPointer>

namespace tilldeck::desk {

/// Writes how a refund ended to the journal. What cannot be written is kept in Desk::unwrittenRefunds(), for
/// writeRefundEnds(). Errors: those of Journal::close(), and that @p desk is closed by now.
http::Task<checkout::Result<void>> closeRefund(QPointer<Desk> desk, QString intentId, UnwrittenRefund end);

/// Writes the ends of refunds that could not be written before. What cannot be written now stays for the next call.
/// Sends nothing.
http::Task<void> writeRefundEnds(QPointer<Desk> desk);

/// Returns a refund as the journal has it after writeRefundEnds(). Errors: those of Journal::intentOf().
http::Task<checkout::Result<ledger::Intent>> storedRefund(QPointer<Desk> desk, QString accountId, QString intentId);

} // namespace tilldeck::desk
