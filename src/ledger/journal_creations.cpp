// SPDX-License-Identifier: GPL-3.0-or-later
// Creations of the journal that are closed as not made.
#include "ledger/columns.h"
#include "ledger/journal_rows.h"
#include "ledger/journal_store.h"

#include <algorithm>
#include <initializer_list>

using namespace Qt::StringLiterals;

namespace tilldeck::ledger {

using checkout::Result;

namespace {

/// Returns the creation with this id in one of @p states, if there is one.
std::optional<Intent> creationIn(const Connection &connection, const QString &intentId,
                                 std::initializer_list<IntentState> states)
{
    auto found = intentsWhere(connection, u"id = ? AND kind = ?"_s, {intentId, storedName(IntentKind::Create)});
    const bool isFound = !found.empty() && std::ranges::find(states, found.front().state) != states.end();
    return isFound ? std::optional(std::move(found.front())) : std::nullopt;
}

void addListed(const Connection &connection, const Intent &creation, const QStringList &sessionIds)
{
    QStringList listed = creation.listedBefore.value_or(QStringList()) + sessionIds;
    listed.removeDuplicates();
    connection.exec(u"UPDATE intent SET listed_before = ? WHERE id = ?"_s, {listedColumn(listed), creation.id});
}

} // namespace

QFuture<Result<bool>> Journal::questionCreation(QString intentId, QStringList sessionIds, QString note)
{
    return m_store->write<bool>([intentId, sessionIds, note, now = m_clocks().here](const Connection &connection) {
        const auto stored =
            creationIn(connection, intentId, {IntentState::Abandoned, IntentState::Rejected, IntentState::Planned});
        if (!stored)
            return false;
        addListed(connection, *stored, sessionIds);
        // A row of a file may have been sent at any time until now, as a journal of an earlier time does not know.
        if (stored->state == IntentState::Planned)
            connection.exec(u"UPDATE intent SET deadline_at = ?, ended_at = ?, provider_ended_at = NULL WHERE id = ?"_s,
                            {timeColumn(now), timeColumn(now), intentId});
        connection.exec(u"UPDATE intent SET state = ?, was_closed = 1, note = ?, remark = NULL WHERE id = ?"_s,
                        {storedName(IntentState::Unknown), textColumn(note), intentId});
        return true;
    });
}

QFuture<Result<void>> Journal::noteTold(QString intentId, QStringList sessionIds)
{
    return m_store->write<void>([intentId, sessionIds](const Connection &connection) {
        if (const auto stored = creationIn(connection, intentId, {IntentState::Unknown}))
            addListed(connection, *stored, sessionIds);
    });
}

QFuture<Result<std::vector<Intent>>> Journal::creationsNotMade(QString accountId, QDateTime since,
                                                               QDateTime rejectedSince)
{
    const SameAccounts accounts(accountId, m_others);
    return m_store->read<std::vector<Intent>>([accounts, since, rejectedSince](const Connection &connection) {
        return intentsWhere(
            connection,
            // A row of a file that was closed before it was sent made nothing for sure.
            accounts.condition() + u" AND kind = ? AND NOT (batch_id IS NOT NULL AND length(body_hash) = 0) AND "
                                   u"max(opened_at, coalesce(ended_at, 0)) >= CASE state WHEN ? "
                                   "THEN ? WHEN ? THEN ? END ORDER BY key"_s,
            accounts.values() + QVariantList{storedName(IntentKind::Create), storedName(IntentState::Abandoned),
                                             timeColumn(since), storedName(IntentState::Rejected),
                                             timeColumn(rejectedSince)});
    });
}

} // namespace tilldeck::ledger
