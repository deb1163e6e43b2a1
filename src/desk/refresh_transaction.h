// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/desk.h"

#include <QPointer>

namespace tilldeck::desk {

/// Asks the provider about one payment and writes its answer to the ledger. Returns the payment's row. With @p shown,
/// what the merchant was shown of it, another payment is written nowhere. Error: Rejected for that, NotFound when the
/// provider does not know the payment, and those of Desk::provider() and the ledger.
http::Task<checkout::Result<ledger::TransactionRecord>>
refreshTransaction(QPointer<Desk> desk, QString accountId, QString transactionId,
                   std::optional<checkout::Transaction> shown = {});

} // namespace tilldeck::desk
