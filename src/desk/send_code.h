// SPDX-License-Identifier: GPL-3.0-or-later
// One promotion code of a batch.
#pragma once

#include "desk/promotion_batch.h"

namespace tilldeck::desk {

/// Returns the text of the code that @p row asks for.
QString codeIn(const ledger::Intent &row);

/// Sends one code that is Planned or of unknown outcome, under the id of its intent, and closes the intent. A code of
/// unknown outcome that is refused now is looked up: it may be refused because it was made before. One of which nothing
/// reached the provider is Planned again, unless it may have been made by an earlier call.
http::Task<PromotionBatch::Sent> sendCode(QPointer<Desk> desk, ProviderHandle provider, ledger::Intent row);

/// Closes those of @p rows whose outcome is unknown and that the provider's list settles. A list that cannot be read
/// settles none.
http::Task<void> lookUpCodes(QPointer<Desk> desk, QString accountId, std::vector<ledger::Intent> rows);

/// Ends a batch that is not gone on with: what was not sent is not sent, and what is unknown counts as not made,
/// because the merchant decided so. Errors: those of Journal::leaveBatch().
http::Task<checkout::Result<void>> leaveBatch(QPointer<Desk> desk, QString accountId, QString batchId);

} // namespace tilldeck::desk
