// SPDX-License-Identifier: GPL-3.0-or-later
// One promotion code of a batch.
#pragma once

#include "desk/find_entry.h"
#include "desk/note_tried.h"
#include "desk/promotion_batch.h"

#include <map>

namespace tilldeck::desk {

/// Returns the text of the code that @p row asks for.
QString codeIn(const ledger::Intent &row);

/// Returns the codes that @p provider lists before those of @p rows are sent that were not sent yet; nothing where
/// there are none, or where the list could not be read.
http::Task<std::optional<checkout::Catalog>> codesBefore(ProviderHandle provider, std::vector<ledger::Intent> rows);

/// Sends one code that is Planned or of unknown outcome, under the id of its intent, and closes the intent. A code of
/// unknown outcome that is refused now is looked up: it may be refused because it was made before, so it is refused
/// only where the list shows that it is somebody else's. One of which nothing reached the provider is Planned again,
/// unless it may have been made by an earlier call.
/// @p listedBefore is kept as Intent::listedBefore of one that was not sent before.
http::Task<PromotionBatch::Sent> sendCode(QPointer<Desk> desk, ProviderHandle provider, ledger::Intent row,
                                          std::optional<QStringList> listedBefore);

/// Holds what the provider's list shows of codes of unknown outcome.
struct CodesLookUp
{
    std::optional<LookUpAnswer> open; ///< Of those that it does not settle; nothing when there are none.
    /// The code that is listed and may be older or has other terms than asked for, by the intent that may have made it.
    std::map<QString, EntryCandidate> questions;

    std::vector<EntryCandidate> candidates() const;
};

/// Returns that a code is listed that may be older or has other terms than asked for, in a sentence.
QString otherTermsSentence();

/// Closes those of @p rows whose outcome is unknown and that the provider's list settles, or that made the code with
/// the id @p chosen, because the merchant says so. Errors: those of findEntries(), and of Journal::close(); NotFound
/// for a
/// @p chosen that is none of CodesLookUp::questions.
http::Task<checkout::Result<CodesLookUp>> lookUpCodes(QPointer<Desk> desk, QString accountId,
                                                      std::vector<ledger::Intent> rows, QString chosen = {});

/// Looks up the codes of a batch whose outcome is unknown, as lookUpCodes() does, and sends none. Errors: those of
/// Journal::takeBatch(), too.
http::Task<checkout::Result<CodesLookUp>> lookUpBatch(QPointer<Desk> desk, QString accountId, QString batchId,
                                                      QString chosen = {});

/// Lets go of a batch that this process has. Error: why it is still held; repairCreations() lets go of it later.
http::Task<checkout::Result<void>> releaseBatch(QPointer<Desk> desk, QString batchId);

/// Ends a batch that is not gone on with: what was not sent is not sent, and what is unknown counts as not made,
/// because the merchant decided so. Errors: those of Journal::leaveBatch().
http::Task<checkout::Result<void>> leaveBatch(QPointer<Desk> desk, QString accountId, QString batchId);

} // namespace tilldeck::desk
