// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/desk.h"

#include <QPointer>

namespace tilldeck::desk {

/// Writes a page of the provider's payments to the ledger. The session of each payment (the one that it names, else the
/// one that names it) gets the amount that was paid and, where the session cannot be asked about, how it ended. Returns
/// how many rows changed. @p askedAt is the moment before the request.
http::Task<checkout::Result<int>> mergeTransactions(QPointer<Desk> desk, QString accountId,
                                                    std::vector<checkout::Transaction> page, QDateTime askedAt);

} // namespace tilldeck::desk
