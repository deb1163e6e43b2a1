// SPDX-License-Identifier: GPL-3.0-or-later
// Creations of the journal that were closed as not made.
#include "ledger/columns.h"
#include "ledger/journal_rows.h"
#include "ledger/journal_store.h"

using namespace Qt::StringLiterals;

namespace tilldeck::ledger {

using checkout::Result;

namespace {

/// Returns the creation with this id in @p state, if there is one.
std::optional<Intent> creationIn(const Connection &connection, const QString &intentId, IntentState state)
{
    auto found = intentsWhere(connection, u"id = ? AND kind = ? AND state = ?"_s,
                              {intentId, storedName(IntentKind::Create), storedName(state)});
    return found.empty() ? std::nullopt : std::optional(std::move(found.front()));
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
    return m_store->write<bool>([intentId, sessionIds, note](const Connection &connection) {
        const auto stored = creationIn(connection, intentId, IntentState::Abandoned);
        if (!stored)
            return false;
        addListed(connection, *stored, sessionIds);
        connection.exec(u"UPDATE intent SET state = ?, was_closed = 1, note = ? WHERE id = ?"_s,
                        {storedName(IntentState::Unknown), textColumn(note), intentId});
        return true;
    });
}

QFuture<Result<void>> Journal::noteTold(QString intentId, QStringList sessionIds)
{
    return m_store->write<void>([intentId, sessionIds](const Connection &connection) {
        if (const auto stored = creationIn(connection, intentId, IntentState::Unknown))
            addListed(connection, *stored, sessionIds);
    });
}

QFuture<Result<std::vector<Intent>>> Journal::abandonedCreations(QString accountId, QDateTime since)
{
    const SameAccounts accounts(accountId, m_others);
    return m_store->read<std::vector<Intent>>([accounts, since](const Connection &connection) {
        return intentsWhere(connection,
                            accounts.condition() + u" AND state = ? AND kind = ? AND "
                                                   "max(opened_at, coalesce(ended_at, 0)) >= ? ORDER BY key"_s,
                            accounts.values() + QVariantList{storedName(IntentState::Abandoned),
                                                             storedName(IntentKind::Create), timeColumn(since)});
    });
}

} // namespace tilldeck::ledger
