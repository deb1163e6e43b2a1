// SPDX-License-Identifier: GPL-3.0-or-later
// The rows of the journal. Private to the ledger.
#pragma once

#include "ledger/database.h"
#include "ledger/journal.h"

#include <QSet>

namespace tilldeck::ledger {

/// Returns the intents for which @p condition holds, in which each ? stands for one of @p values.
std::vector<Intent> intentsWhere(const Connection &connection, const QString &condition, const QVariantList &values);

/// Returns how Intent::listedBefore stands in its column.
QVariant listedColumn(const std::optional<QStringList> &ids);

/// Inserts @p intent, which @p owner has begun: the token of its OwnerLock.
void insertIntent(const Connection &connection, const Intent &intent, const QString &owner);

/// Says under which accounts intents are looked for: under all but @c others, or under @c own alone.
struct SameAccounts
{
    SameAccounts(QString own,
                 const std::function<std::optional<QStringList>(const QString &accountId)> &othersThan = {})
        : own(std::move(own))
        , others(othersThan ? othersThan(this->own) : std::nullopt)
    {
    }

    QString condition() const; ///< A term of SQL, with a mark for each of values().
    QVariantList values() const;

    QString own;
    std::optional<QStringList> others;
};

/// Returns the intent of @p kind that belongs to one of @p accounts. Throws NotFound, in a sentence, where there is
/// none.
Intent intentFor(const Connection &connection, const SameAccounts &accounts, Intent::Kind kind,
                 const QString &intentId);

/// Returns the refunds of a payment under @p accounts, oldest first.
std::vector<Intent> refundsFor(const Connection &connection, const SameAccounts &accounts,
                               const QString &transactionId);

/// Returns whether a process that lives has begun one of the intents for which @p condition holds.
bool isAnyOwnerAlive(const Connection &connection, const QString &directory, const QString &condition,
                     const QVariantList &values);

/// Returns whether a process that lives makes a batch.
bool isBatchRunning(const Connection &connection, const QString &directory, const QString &batchId);

/// Returns whether a creation under @p accounts, other than @p exceptIntentId, is known to have made a session.
bool isMadeByAnother(const Connection &connection, const SameAccounts &accounts, const QString &exceptIntentId,
                     const QString &sessionId);

/// Writes the times of @p before, as it was before it got the state @p now: that its request has ended, and that it was
/// confirmed.
void noteTimes(const Connection &connection, const Intent &before, Intent::State now, const Clocks &clocks);

/// Returns the id of the intent that was begun last; empty when there is none.
QString newestIn(const Connection &connection);

/// Makes the open intents Unknown whose owner in @p directory has ended, not after @p now.
void closeOrphanedIntents(const Connection &connection, const QString &directory, const QDateTime &now);

/// Returns the ids of the sessions that creations of the accounts are known to have made, without that of
/// @p exceptIntentId.
QSet<QString> sessionsMadeBy(const Connection &connection, const SameAccounts &accounts, const QString &exceptIntentId);

} // namespace tilldeck::ledger
