// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/abandon_creation.h"
#include "desk/desk.h"
#include "desk/find_entry.h"

#include <QPointer>

namespace tilldeck::desk {

/// Looks up in the provider's catalog what became of a write of unknown outcome: a coupon, a promotion code, a route,
/// or one of them switched off. Sends nothing that changes anything. What is found to be made closes the intent as
/// Confirmed, what is found not to be made as Rejected; every other finding leaves it to the merchant, see
/// abandonEntry(). With @p chosen, the id of one of EntryFinding::candidates, the write made that one, because the
/// merchant says so. Errors: NotFound for an id that is no such write of the account, and for a @p chosen that does not
/// fit, UnknownOutcome while it is under way, Rejected for one that needs no decision, then those of the provider.
http::Task<checkout::Result<EntryFinding>> reconcileEntry(QPointer<Desk> desk, QString accountId, QString intentId,
                                                          QString chosen = {});

/// Closes such a write as not made, because the merchant decided so. Errors: those of Journal::abandon(), and
/// UnknownOutcome, in a sentence, for a coupon or a new route that may still appear, which is refused unless @p early
/// allows it: made again before that, there may be two.
http::Task<checkout::Result<void>> abandonEntry(QPointer<Desk> desk, QString accountId, QString intentId,
                                                EarlyAbandon early);

/// Returns the intent @p intentId if it is a write into the catalog of the account's provider. Errors: NotFound, and
/// those of the journal.
http::Task<checkout::Result<ledger::Intent>> entryIntent(QPointer<Desk> desk, QString accountId, QString intentId);

/// Returns what the catalog of the account's provider shows of @p intents now, in their order. Errors: those of
/// Desk::provider() and Provider::catalog().
http::Task<checkout::Result<std::vector<EntryFinding>>> findEntries(QPointer<Desk> desk, QString accountId,
                                                                    std::vector<ledger::Intent> intents);

/// Returns how an intent is closed after @p finding; nothing when the finding leaves it open.
std::optional<ledger::Intent::State> endAfter(const EntryFinding &finding);

/// Returns why @p intent was not made after all, as @p finding says, in a sentence.
QString notMadeSentence(const ledger::Intent &intent,
                        const EntryFinding &finding = EntryFinding(EntryFinding::Finding::NotMade));

} // namespace tilldeck::desk
