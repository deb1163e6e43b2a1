// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/desk.h"

#include <QPointer>

namespace tilldeck::desk {

/// Asks the provider about one payment, by itself where it can be asked for, else in its list, and writes the answer to
/// the ledger. NotFound: the provider does not tell of it.
http::Task<checkout::Result<ledger::TransactionRecord>> refreshTransaction(QPointer<Desk> desk, QString accountId,
                                                                           QString transactionId);

} // namespace tilldeck::desk
