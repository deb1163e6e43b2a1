// SPDX-License-Identifier: GPL-3.0-or-later
// The rows of intents in the journal. Every function runs on the journal's thread and may throw SqlFailure.
#pragma once

#include "ledger/database.h"
#include "ledger/journal.h"

namespace tilldeck::ledger {

/// Returns the intents whose rows fulfil @p condition, with @p values for its marks.
std::vector<Intent> intentsWhere(const Connection &connection, const QString &condition, const QVariantList &values);

/// Adds the row of @p intent, which is the program @p owner's while it is open.
void insertIntent(const Connection &connection, const Intent &intent, const QString &owner);

/// Returns the intent of @p kind that belongs to an account. Throws NotFound, with what to do, where there is none.
Intent intentFor(const Connection &connection, const QString &accountId, Intent::Kind kind, const QString &intentId);

/// Returns the creation that asked for the same as @p intent, as beginOnce() defines it: one whose outcome is open or
/// unknown before a confirmed one, else the newest. The draft counts beside the hash, because a quote that was renewed
/// changes the body and not what the merchant asks for.
std::optional<Intent> earlierOf(const Connection &connection, const Intent &intent, const QDateTime &confirmedSince);

/// Says under which accounts the refunds of a payment are looked for: all but @c others, or @c own alone.
struct RefundAccounts
{
    QString own;
    std::optional<QStringList> others;
};

/// Returns the refunds of a payment, oldest first.
std::vector<Intent> refundsFor(const Connection &connection, const RefundAccounts &accounts,
                               const QString &transactionId);

} // namespace tilldeck::ledger
