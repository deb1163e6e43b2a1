// SPDX-License-Identifier: GPL-3.0-or-later
// The creations of files' rows that the journal holds.
#include "ledger/columns.h"
#include "ledger/draft_document.h"
#include "ledger/journal_rows.h"
#include "ledger/journal_store.h"
#include "ledger/random_id.h"
#include "ledger/value_texts.h"

#include "checkout/draft_fields.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tilldeck::ledger {

using checkout::Error;
using checkout::ErrorKind;
using checkout::Result;

namespace {

struct JournalImportsText
{
    Q_DECLARE_TR_FUNCTIONS(Journal)
};

/// What is of a file's row, in SQL.
constexpr QLatin1StringView isImported("kind = 'create' AND batch_id IS NOT NULL");
/// What was left before it was sent, or sent again.
constexpr QLatin1StringView wasLeft("remark IS 'left'");
/// What was answered with the session of an earlier creation.
constexpr QLatin1StringView isOfEarlier("remark IS 'earlier'");

std::vector<Intent> plannedRows(const QString &accountId, const QString &source, std::vector<ImportRow> rows,
                                const QDateTime &plannedAt, const QDateTime &plannedThere)
{
    std::vector<Intent> planned;
    planned.reserve(rows.size());
    const QString batchId = randomId();
    for (ImportRow &row : rows) {
        Intent intent;
        intent.id = randomId();
        intent.accountId = accountId;
        intent.state = IntentState::Planned;
        intent.draft = std::move(row.draft);
        intent.batchId = batchId;
        intent.source = source;
        intent.sourceLine = row.line;
        intent.openedAt = plannedAt;
        intent.providerOpenedAt = plannedThere;
        planned.push_back(std::move(intent));
    }
    return planned;
}

/// Returns the imports whose id is one of @p ids, which is a term of SQL with the marks of @p values; newest first.
std::vector<ImportBatch> importsIn(const Connection &connection, const QString &directory, const QString &ids,
                                   const QVariantList &values)
{
    const QVariantList states{storedName(IntentState::Confirmed), storedName(IntentState::Rejected),
                              storedName(IntentState::Rejected),  storedName(IntentState::Open),
                              storedName(IntentState::Unknown),   storedName(IntentState::Planned),
                              storedName(IntentState::Abandoned), storedName(IntentState::Confirmed)};
    QSqlQuery query = connection.exec(
        u"SELECT batch_id, count(*), sum(state = ? AND NOT %3), sum(state = ? AND NOT %1), sum(state = ? AND %1), "
        "sum(state IN (?, ?)), sum(state = ?), sum(state = ?), sum(state = ? AND %3), min(account_id), min(opened_at), "
        "min(source) FROM intent WHERE %2 AND batch_id IN (%4) GROUP BY batch_id ORDER BY min(key) DESC"_s.arg(
            wasLeft, isImported, isOfEarlier, ids),
        states + values);
    std::vector<ImportBatch> batches;
    while (connection.next(query)) {
        ImportBatch batch;
        batch.id = query.value(0).toString();
        batch.all = query.value(1).toInt();
        batch.made = query.value(2).toInt();
        batch.refused = query.value(3).toInt();
        batch.cancelled = query.value(4).toInt();
        batch.unknown = query.value(5).toInt();
        batch.notSent = query.value(6).toInt();
        batch.abandoned = query.value(7).toInt();
        batch.earlier = query.value(8).toInt();
        batch.accountId = query.value(9).toString();
        batch.plannedAt = timeFrom(query.value(10));
        batch.source = query.value(11).toString();
        batch.isRunning = isBatchRunning(connection, directory, batch.id);
        batches.push_back(std::move(batch));
    }
    return batches;
}

/// Returns what of a draft makes it another one: all that is sent.
QByteArray contentsOf(const checkout::SessionDraft &draft)
{
    return encodeDraft(checkout::withoutLocalFields(draft));
}

/// Returns the creation under one of @p accounts that a row of @p rows repeats: one whose outcome is not known, or that
/// is planned, and one that was confirmed at @p confirmedSince or later, by this computer's clock or the provider's.
std::optional<EarlierRows> earlierOf(const Connection &connection, const QString &directory,
                                     const SameAccounts &accounts, const std::vector<Intent> &rows,
                                     const QDateTime &confirmedSince, const Clocks &clocks)
{
    const QDateTime there = rows.empty() ? QDateTime() : clocks.there.value(rows.front().accountId);
    const QDateTime sinceThere = there.isValid() ? there.addMSecs(clocks.here.msecsTo(confirmedSince)) : QDateTime();
    const auto candidates = intentsWhere(
        connection,
        accounts.condition() + u" AND kind = ? AND (state IN (?, ?, ?) OR (state = ? AND (max(opened_at, "
                               "coalesce(ended_at, 0), coalesce(confirmed_at, 0)) >= ? OR max(coalesce("
                               "provider_opened_at, 0), coalesce(provider_ended_at, 0)) >= ?))) ORDER BY key DESC"_s,
        accounts.values() + QVariantList{storedName(IntentKind::Create), storedName(IntentState::Planned),
                                         storedName(IntentState::Open), storedName(IntentState::Unknown),
                                         storedName(IntentState::Confirmed), timeColumn(confirmedSince),
                                         timeColumn(sinceThere)});
    QHash<QByteArray, const Intent *> asked;
    for (const Intent &candidate : candidates)
        asked.insert(contentsOf(candidate.draft), &candidate);
    EarlierRows earlier;
    for (const Intent &row : rows) {
        const Intent *same = asked.isEmpty() ? nullptr : asked.value(contentsOf(row.draft));
        if (!same)
            continue;
        if (++earlier.rows == 1)
            earlier.first = *same;
    }
    if (earlier.rows == 0)
        return std::nullopt;
    auto batches = importsIn(connection, directory, u"?"_s, {earlier.first.batchId});
    if (!batches.empty())
        earlier.batch = std::move(batches.front());
    return earlier;
}

std::vector<Intent> rowsIn(const Connection &connection, const SameAccounts &accounts, const QString &batchId)
{
    auto rows =
        intentsWhere(connection, u"batch_id = ? AND %1 AND %2 ORDER BY key"_s.arg(isImported, accounts.condition()),
                     QVariantList{batchId} + accounts.values());
    if (rows.empty())
        throw SqlFailure(Error(ErrorKind::NotFound,
                               JournalImportsText::tr("There is no import with this ID in this account. Copy the ID "
                                                      "from the list of imports.")));
    return rows;
}

/// Returns the rows of an import that no living process makes. Throws NotFound or Rejected.
std::vector<Intent> idleImport(const Connection &connection, const QString &directory, const SameAccounts &accounts,
                               const QString &batchId, const QDateTime &now)
{
    closeOrphanedIntents(connection, directory, now);
    auto rows = rowsIn(connection, accounts, batchId);
    if (isBatchRunning(connection, directory, batchId))
        throw SqlFailure(
            Error(ErrorKind::Rejected, JournalImportsText::tr("This import runs at this moment. Wait until "
                                                              "it has ended, or stop it there.")));
    return rows;
}

/// Returns the row @p intentId, which is Planned. Throws Rejected.
Intent plannedRow(const Connection &connection, const QString &intentId)
{
    auto found = intentsWhere(connection, u"id = ? AND kind = ? AND state = ?"_s,
                              {intentId, storedName(IntentKind::Create), storedName(IntentState::Planned)});
    if (found.empty())
        throw SqlFailure(
            Error(ErrorKind::Rejected, JournalImportsText::tr("Another program has sent this row in the meantime.")));
    return std::move(found.front());
}

} // namespace

QFuture<Result<PlannedImport>> Journal::planImport(QString accountId, QString source, std::vector<ImportRow> rows,
                                                   QDateTime plannedAt, QDateTime confirmedSince)
{
    const QDateTime there = m_clocks().there.value(accountId);
    auto planned = plannedRows(accountId, source, std::move(rows), plannedAt, there);
    const QString owner = m_store->owner ? m_store->owner->token() : QString();
    const SameAccounts accounts(accountId, m_others);
    return m_store->begin<PlannedImport>([store = m_store.get(), planned = std::move(planned), owner, accounts,
                                          confirmedSince, directory = m_store->directory(),
                                          clocks = m_clocks()](const Connection &connection) {
        closeOrphanedIntents(connection, directory, clocks.here);
        if (confirmedSince.isValid()) {
            if (auto earlier = earlierOf(connection, directory, accounts, planned, confirmedSince, clocks))
                return PlannedImport(std::move(*earlier));
        }
        for (const Intent &row : planned) {
            insertIntent(connection, row, owner);
            store->makes.insert(row.batchId);
        }
        return PlannedImport(planned);
    });
}

QFuture<Result<std::vector<Intent>>> Journal::takeImport(QString accountId, QString batchId)
{
    const QString owner = m_store->owner ? m_store->owner->token() : QString();
    const SameAccounts accounts(accountId, m_others);
    return m_store->begin<std::vector<Intent>>([store = m_store.get(), accounts, batchId, owner,
                                                directory = m_store->directory(),
                                                now = m_clocks().here](const Connection &connection) {
        auto rows = idleImport(connection, directory, accounts, batchId, now);
        connection.exec(u"UPDATE intent SET owner = ? WHERE batch_id = ? AND state = ?"_s,
                        {owner, batchId, storedName(IntentState::Planned)});
        store->makes.insert(batchId);
        return rows;
    });
}

QFuture<Result<Intent>> Journal::openPlanned(QString intentId, QByteArray bodyHash, QDateTime openedAt,
                                             QDateTime deadlineAt, QDateTime providerOpenedAt, KeyMark key,
                                             std::optional<checkout::Quote> quote)
{
    const QString owner = m_store->owner ? m_store->owner->token() : QString();
    const QByteArray mark = newMark(key);
    const auto work = [intentId, bodyHash, openedAt, deadlineAt, providerOpenedAt, mark, quote,
                       owner](const Connection &connection) {
        Intent intent = plannedRow(connection, intentId);
        // What its first sending made, though it was refused, is looked for from then on.
        if (intent.bodyHash.isEmpty()) {
            intent.openedAt = openedAt;
            intent.providerOpenedAt = providerOpenedAt;
        }
        intent.state = IntentState::Open;
        intent.bodyHash = bodyHash;
        intent.deadlineAt = deadlineAt;
        intent.keyMark = mark;
        intent.quote = quote;
        intent.note.clear();
        intent.endedAt = intent.providerEndedAt = QDateTime();
        connection.exec(u"UPDATE intent SET state = ?, owner = ?, body_hash = ?, opened_at = ?, deadline_at = ?, "
                        "provider_opened_at = ?, key_mark = ?, quote = ?, note = NULL, ended_at = NULL, "
                        "provider_ended_at = NULL WHERE id = ?"_s,
                        {storedName(intent.state), owner, intent.bodyHash, intent.openedAt.toMSecsSinceEpoch(),
                         timeColumn(intent.deadlineAt), timeColumn(intent.providerOpenedAt),
                         mark.isEmpty() ? QVariant() : QVariant(mark), quoteColumn(quote), intentId});
        return intent;
    };
    return m_store->together<Intent>(work, true);
}

QFuture<Result<void>> Journal::closePlanned(QString intentId, Intent::State state, QString sessionId, QString note,
                                            HandedOut handedOut)
{
    const auto work = [intentId, state, sessionId, note, handedOut = std::move(handedOut),
                       clocks = m_clocks()](const Connection &connection) {
        const Intent row = plannedRow(connection, intentId);
        connection.exec(
            u"UPDATE intent SET state = ?, session_id = ?, note = ?, handed_out = ? WHERE id = ?"_s,
            {storedName(state), textColumn(sessionId), textColumn(note), handedOutColumn(handedOut), intentId});
        noteTimes(connection, row, state, clocks);
    };
    return m_store->together<void>(work, false);
}

QFuture<Result<int>> Journal::cancelImport(QString accountId, QString batchId, QString note)
{
    const SameAccounts accounts(accountId, m_others);
    return m_store->write<int>([accounts, batchId, note, directory = m_store->directory(),
                                now = m_clocks().here](const Connection &connection) {
        const auto rows = idleImport(connection, directory, accounts, batchId, now);
        // One that was sent and refused keeps what it was sent as: the provider may list it yet.
        connection.exec(u"UPDATE intent SET state = ?, note = ?, remark = ? WHERE batch_id = ? AND state = ?"_s,
                        {storedName(IntentState::Rejected), textColumn(note), storedName(IntentRemark::Left), batchId,
                         storedName(IntentState::Planned)});
        return static_cast<int>(std::ranges::count(rows, IntentState::Planned, &Intent::state));
    });
}

QFuture<Result<std::vector<Intent>>> Journal::rowsOfImport(QString accountId, QString batchId)
{
    const SameAccounts accounts(accountId, m_others);
    return m_store->read<std::vector<Intent>>(
        [accounts, batchId](const Connection &connection) { return rowsIn(connection, accounts, batchId); });
}

QFuture<Result<std::vector<ImportBatch>>> Journal::imports(QString accountId)
{
    const SameAccounts accounts(accountId, m_others);
    return m_store->read<std::vector<ImportBatch>>(
        [accounts, directory = m_store->directory()](const Connection &connection) {
            return importsIn(connection, directory,
                             u"SELECT batch_id FROM intent WHERE %1 AND %2"_s.arg(isImported, accounts.condition()),
                             accounts.values());
        });
}

QFuture<Result<std::vector<ImportBatch>>> Journal::unsentImports()
{
    return m_store->read<std::vector<ImportBatch>>([directory = m_store->directory()](const Connection &connection) {
        auto unsent =
            importsIn(connection, directory, u"SELECT batch_id FROM intent WHERE state = ? AND "_s + isImported,
                      {storedName(IntentState::Planned)});
        std::erase_if(unsent, &ImportBatch::isRunning);
        return unsent;
    });
}

} // namespace tilldeck::ledger
