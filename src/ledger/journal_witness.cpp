// SPDX-License-Identifier: GPL-3.0-or-later
// What ties the intents of the journal to another file that remembers them.
#include "ledger/columns.h"
#include "ledger/journal_rows.h"
#include "ledger/journal_store.h"
#include "ledger/log.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tilldeck::ledger {

using checkout::Result;

namespace {

/// Returns the row of the intent @p id; 0 when there is none.
qint64 keyOf(const Connection &connection, const QString &id)
{
    QSqlQuery query = connection.exec(u"SELECT key FROM intent WHERE id = ?"_s, {id});
    return connection.next(query) ? query.value(0).toLongLong() : 0;
}

} // namespace

checkout::Result<FileLook> Journal::Store::lookHere()
{
    const auto newest = witness.newest ? witness.newest() : Result<QString>(QString());
    if (!newest)
        return std::unexpected(newest.error());
    return database.lookHere([&](const Connection &connection) {
        const bool isKnown = pairIdIn(connection) == pairId &&
                             std::ranges::all_of(QStringList{*newest, newestBegun}, [&](const QString &id) {
                                 return id.isEmpty() || keyOf(connection, id) != 0;
                             });
        // Both files may be exchanged, and the ledger with what it remembers: this program has seen it.
        if (isKnown)
            newestBegun = newestIn(connection);
        return isKnown;
    });
}

qint64 Journal::Store::mustKnow(const Connection &connection, const QStringList &ids) const
{
    if (pairIdIn(connection) != pairId)
        throw SqlFailure(Database::replacedError(path));
    for (const QString &id : ids) {
        if (!id.isEmpty() && keyOf(connection, id) == 0)
            throw SqlFailure(Database::replacedError(path));
    }
    QSqlQuery query = connection.exec(u"SELECT coalesce(max(key), 0) FROM intent"_s);
    return connection.next(query) ? query.value(0).toLongLong() : 0;
}

void Journal::Store::commitWaiting()
{
    std::vector<Waiting> taken;
    {
        const QMutexLocker lock(&m_waitingMutex);
        taken.swap(m_waiting);
    }
    if (taken.empty())
        return;
    const bool begins = std::ranges::any_of(taken, &Waiting::begins);
    const auto newest = begins && witness.newest ? witness.newest() : Result<QString>(QString());
    std::vector<std::optional<checkout::Error>> failures(taken.size());
    const auto committed = database.writeHere<void>([&](const Connection &connection) {
        std::optional<checkout::Error> mayNotBegin;
        if (!newest)
            mayNotBegin = newest.error();
        try {
            if (begins && newest)
                mustKnow(connection, {*newest, newestBegun});
        } catch (const SqlFailure &failure) {
            mayNotBegin = failure.error;
        }
        for (size_t i = 0; i < taken.size(); ++i) {
            if (taken.at(i).begins && mayNotBegin) {
                failures.at(i) = mayNotBegin;
                continue;
            }
            connection.exec(u"SAVEPOINT one"_s);
            try {
                taken.at(i).work(connection);
            } catch (const SqlFailure &failure) {
                // Where SQLite itself fails, nothing of the transaction counts.
                if (failure.code != 0)
                    throw;
                connection.exec(u"ROLLBACK TO one"_s);
                failures.at(i) = failure.error;
            }
            connection.exec(u"RELEASE one"_s);
        }
    });
    for (size_t i = 0; i < taken.size(); ++i)
        taken.at(i).end(committed ? failures.at(i) : std::optional(committed.error()));
}

void Journal::Store::reject(qint64 before, qint64 last, const QString &note) const
{
    const auto rejected = database.writeHere<void>([before, last, &note](const Connection &connection) {
        connection.exec(
            u"UPDATE intent SET state = ?, note = ?, remark = ? WHERE key > ? AND key <= ?"_s,
            {storedName(IntentState::Rejected), textColumn(note), storedName(IntentRemark::Left), before, last});
    });
    // One that stays open becomes unknown when this program has ended.
    if (!rejected)
        qCWarning(ledgerLog).noquote() << rejected.error().sentence;
}

void Journal::setWitness(IntentWitness witness)
{
    m_store->witness = std::move(witness);
}

QFuture<Result<std::vector<BegunIntent>>> Journal::begunAfter(QString id)
{
    return m_store->read<std::vector<BegunIntent>>(
        [id](const Connection &connection) { return ledger::begunAfter(connection, keyOf(connection, id)); });
}

QFuture<Result<bool>> Journal::lacksNewest()
{
    return m_store->read<bool>([store = m_store.get()](const Connection &connection) {
        return !store->newestBegun.isEmpty() && keyOf(connection, store->newestBegun) == 0;
    });
}

QFuture<Result<int>> Journal::addRemembered(std::vector<Intent> intents)
{
    return m_store->write<int>([intents = std::move(intents), now = m_clocks().here](const Connection &connection) {
        int added = 0;
        for (Intent intent : intents) {
            if (keyOf(connection, intent.id) != 0)
                continue;
            if (intent.state == IntentState::Open)
                intent.state = IntentState::Unknown;
            // When it ended nobody knows: not after now.
            if (!intent.endedAt.isValid())
                intent.endedAt = now;
            insertIntent(connection, intent, u""_s); // nobody waits for its answer
            connection.exec(u"UPDATE intent SET note = ?, session_id = ? WHERE id = ?"_s,
                            {textColumn(intent.note), textColumn(intent.sessionId), intent.id});
            ++added;
        }
        return added;
    });
}

} // namespace tilldeck::ledger
