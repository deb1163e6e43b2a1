// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/import_review.h"

#include <QPointer>

#include <memory>

namespace tilldeck::desk {

/// What whoever waits for quoteRows() shares with it.
struct QuoteRun
{
    ImportReview review; ///< Gets the amounts, and the problems that the provider names.
    std::function<void(int quoted, int all)> progressed; ///< May be empty.
    bool isCancelled = false;                            ///< Set by whoever does not wait any more.
};

/// Asks the provider for the price of each row, within what it takes; creates nothing. A row that is refused gets a
/// problem. Errors: Cancelled; those of requestQuote() that are about the account and not about a row.
http::Task<checkout::Result<void>> quoteRows(QPointer<Desk> desk, QString accountId, std::shared_ptr<QuoteRun> run);

} // namespace tilldeck::desk
