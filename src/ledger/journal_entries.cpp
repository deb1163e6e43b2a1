// SPDX-License-Identifier: GPL-3.0-or-later
// The writes into catalogs that the journal holds: coupons, promotion codes and their batches, routes.
#include "ledger/columns.h"
#include "ledger/entry_text.h"
#include "ledger/intent_text.h"
#include "ledger/is_repeatable.h"
#include "ledger/journal_rows.h"
#include "ledger/journal_store.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tilldeck::ledger {

using checkout::Error;
using checkout::ErrorKind;
using checkout::Result;

namespace {

struct JournalEntriesText
{
    Q_DECLARE_TR_FUNCTIONS(Journal)
};

/// Returns the newest intent under one of @p accounts that is open or unknown and asked for the same as @p intent.
std::optional<Intent> sameUndecided(const Connection &connection, const SameAccounts &accounts, const Intent &intent)
{
    auto found = intentsWhere(
        connection, accounts.condition() + u" AND kind = ? AND entry = ? AND state IN (?, ?) ORDER BY key DESC"_s,
        accounts.values() + QVariantList{storedName(intent.kind), entryColumn(intent.entry),
                                         storedName(IntentState::Open), storedName(IntentState::Unknown)});
    return found.empty() ? std::nullopt : std::optional(std::move(found.front()));
}

/// Opens @p intent for @p owner, with the hash, the times and the provider's time that it has.
void openAgain(const Connection &connection, Intent &intent, const QString &owner)
{
    intent.state = IntentState::Open;
    intent.note.clear();
    intent.endedAt = intent.providerEndedAt = QDateTime();
    connection.exec(u"UPDATE intent SET state = ?, owner = ?, body_hash = ?, opened_at = ?, deadline_at = ?, "
                    "provider_opened_at = ?, key_mark = ?, listed_before = ?, note = NULL, ended_at = NULL, "
                    "provider_ended_at = NULL WHERE id = ?"_s,
                    {storedName(intent.state), owner, intent.bodyHash, intent.openedAt.toMSecsSinceEpoch(),
                     timeColumn(intent.deadlineAt), timeColumn(intent.providerOpenedAt),
                     intent.keyMark.isEmpty() ? QVariant() : QVariant(intent.keyMark),
                     listedColumn(intent.listedBefore), intent.id});
}

constexpr QLatin1StringView isMaking("batch_id = ? AND state IN (?, ?)");

/// Returns the codes of a batch that no living process makes. Throws NotFound or Rejected.
std::vector<Intent> idleBatch(const Connection &connection, const QString &directory, const SameAccounts &accounts,
                              const QString &batchId, const QDateTime &now)
{
    closeOrphanedIntents(connection, directory, now);
    auto rows = intentsWhere(connection, u"batch_id = ? AND %1 ORDER BY key"_s.arg(accounts.condition()),
                             QVariantList{batchId} + accounts.values());
    if (rows.empty())
        throw SqlFailure(Error(ErrorKind::NotFound,
                               JournalEntriesText::tr("There are no promotion codes with this ID in this account.")));
    const QVariantList making{batchId, storedName(IntentState::Planned), storedName(IntentState::Open)};
    if (isAnyOwnerAlive(connection, directory, isMaking, making))
        throw SqlFailure(Error(ErrorKind::Rejected, JournalEntriesText::tr("These promotion codes are being made at "
                                                                           "this moment. Wait until that has ended.")));
    return rows;
}

/// Returns a Planned intent for each of @p codes, which are a batch.
std::vector<Intent> plannedRows(const QString &accountId, std::vector<checkout::PromotionCode> codes,
                                const QDateTime &plannedAt)
{
    std::vector<Intent> rows;
    rows.reserve(codes.size());
    const QString batchId = randomId();
    for (checkout::PromotionCode &code : codes) {
        Intent intent;
        intent.id = randomId();
        intent.accountId = accountId;
        intent.kind = IntentKind::PromotionCode;
        intent.state = IntentState::Planned;
        intent.entry = std::move(code);
        intent.batchId = batchId;
        intent.openedAt = plannedAt;
        rows.push_back(std::move(intent));
    }
    return rows;
}

/// Returns the batches of which something is Planned, Open or Unknown, oldest first.
std::vector<CodeBatch> unfinished(const Connection &connection, const QString &directory)
{
    const QString open = storedName(IntentState::Open);
    const QString planned = storedName(IntentState::Planned);
    const QString unknown = storedName(IntentState::Unknown);
    QSqlQuery query = connection.exec(
        u"SELECT batch_id, count(*), sum(state = ?), sum(state = ?), sum(state IN (?, ?)), sum(state = ?), "
        "min(key) FROM intent WHERE batch_id IN (SELECT batch_id FROM intent WHERE batch_id IS NOT NULL AND state "
        "IN (?, ?, ?)) GROUP BY batch_id ORDER BY min(key)"_s,
        {storedName(IntentState::Confirmed), storedName(IntentState::Rejected), open, unknown, planned, open, unknown,
         planned});
    std::vector<CodeBatch> batches;
    while (connection.next(query)) {
        CodeBatch batch;
        batch.id = query.value(0).toString();
        batch.all = query.value(1).toInt();
        batch.made = query.value(2).toInt();
        batch.refused = query.value(3).toInt();
        batch.unknown = query.value(4).toInt();
        batch.notSent = query.value(5).toInt();
        const auto first = intentsWhere(connection, u"key = ?"_s, {query.value(6)});
        if (!first.empty()) {
            batch.accountId = first.front().accountId;
            batch.plannedAt = first.front().openedAt;
        }
        if (const auto *code = first.empty() ? nullptr : std::get_if<checkout::PromotionCode>(&first.front().entry)) {
            batch.firstCode = code->code;
            batch.couponId = code->couponId;
        }
        batch.isRunning = isAnyOwnerAlive(connection, directory, isMaking, {batch.id, planned, open});
        batches.push_back(std::move(batch));
    }
    return batches;
}

/// Returns the oldest unfinished batch under one of @p accounts of which every code whose end is not known is like
/// those that @p isSame is true of.
std::optional<CodeBatch> sameUnfinished(const Connection &connection, const QString &directory,
                                        const SameAccounts &accounts,
                                        const std::function<bool(const checkout::PromotionCode &code)> &isSame)
{
    const auto rows = intentsWhere(
        connection,
        accounts.condition() + u" AND kind = ? AND batch_id IS NOT NULL AND state IN "
                               "(?, ?, ?) ORDER BY key"_s,
        accounts.values() + QVariantList{storedName(IntentKind::PromotionCode), storedName(IntentState::Planned),
                                         storedName(IntentState::Open), storedName(IntentState::Unknown)});
    QSet<QString> same;
    QSet<QString> others;
    for (const Intent &row : rows) {
        const auto *code = std::get_if<checkout::PromotionCode>(&row.entry);
        (code && isSame(*code) ? same : others).insert(row.batchId);
    }
    same -= others;
    if (same.isEmpty())
        return std::nullopt;
    auto batches = unfinished(connection, directory);
    const auto first =
        std::ranges::find_if(batches, [&same](const CodeBatch &batch) { return same.contains(batch.id); });
    return first == batches.end() ? std::nullopt : std::optional(std::move(*first));
}

} // namespace

bool isRepeatable(const Intent &intent)
{
    const auto *route = std::get_if<checkout::ProcessorRoute>(&intent.entry);
    return intent.kind == IntentKind::DeactivateCode || intent.kind == IntentKind::DeactivateCoupon ||
           (route && !route->id.isEmpty());
}

QFuture<Result<Intent>> Journal::beginEntry(QString id, QString accountId, QByteArray bodyHash, Intent::Kind kind,
                                            CatalogEntry entry, QDateTime openedAt, QDateTime deadlineAt,
                                            QDateTime providerOpenedAt, KeyMark key,
                                            std::optional<QStringList> listedBefore)
{
    Intent intent;
    intent.listedBefore = std::move(listedBefore);
    intent.keyMark = newMark(key);
    intent.id = std::move(id);
    intent.accountId = std::move(accountId);
    intent.bodyHash = std::move(bodyHash);
    intent.kind = kind;
    intent.entry = std::move(entry);
    intent.openedAt = std::move(openedAt);
    intent.deadlineAt = std::move(deadlineAt);
    intent.providerOpenedAt = std::move(providerOpenedAt);
    const QString owner = m_store->owner ? m_store->owner->token() : QString();
    const SameAccounts accounts(intent.accountId, m_others);
    return m_store->begin<Intent>([intent = std::move(intent), owner, accounts, directory = m_store->directory(),
                                   now = m_clocks().here](const Connection &connection) {
        closeOrphanedIntents(connection, directory, now);
        auto earlier = sameUndecided(connection, accounts, intent);
        if (!earlier) {
            insertIntent(connection, intent, owner);
            return intent;
        }
        if (earlier->state == IntentState::Open)
            throw SqlFailure(Error(ErrorKind::Rejected, whyResolved(*earlier)));
        if (!isRepeatable(*earlier))
            throw SqlFailure(
                Error(ErrorKind::Rejected,
                      JournalEntriesText::tr("The same was sent before, and whether it was made is not known. Look it "
                                             "up before you make another: otherwise there may be two of them.")));
        earlier->keyMark = intent.keyMark;
        earlier->bodyHash = intent.bodyHash;
        earlier->openedAt = intent.openedAt;
        earlier->deadlineAt = intent.deadlineAt;
        earlier->providerOpenedAt = intent.providerOpenedAt;
        openAgain(connection, *earlier, owner);
        return *earlier;
    });
}

QFuture<Result<std::vector<Intent>>> Journal::planCodes(QString accountId, std::vector<checkout::PromotionCode> codes,
                                                        QDateTime plannedAt)
{
    auto rows = plannedRows(accountId, std::move(codes), plannedAt);
    const QString owner = m_store->owner ? m_store->owner->token() : QString();
    return m_store->begin<std::vector<Intent>>([rows = std::move(rows), owner](const Connection &connection) {
        for (const Intent &row : rows)
            insertIntent(connection, row, owner);
        return rows;
    });
}

QFuture<Result<PlannedCodes>> Journal::planCodesOnce(QString accountId, std::vector<checkout::PromotionCode> codes,
                                                     QDateTime plannedAt,
                                                     std::function<bool(const checkout::PromotionCode &code)> isSame)
{
    auto rows = plannedRows(accountId, std::move(codes), plannedAt);
    const QString owner = m_store->owner ? m_store->owner->token() : QString();
    const SameAccounts accounts(accountId, m_others);
    return m_store->begin<PlannedCodes>([rows = std::move(rows), owner, accounts, isSame = std::move(isSame),
                                         directory = m_store->directory(),
                                         now = m_clocks().here](const Connection &connection) {
        closeOrphanedIntents(connection, directory, now);
        if (auto earlier = sameUnfinished(connection, directory, accounts, isSame))
            return PlannedCodes(std::move(*earlier));
        for (const Intent &row : rows)
            insertIntent(connection, row, owner);
        return PlannedCodes(rows);
    });
}

QFuture<Result<std::vector<Intent>>> Journal::takeBatch(QString accountId, QString batchId)
{
    const QString owner = m_store->owner ? m_store->owner->token() : QString();
    const SameAccounts accounts(accountId, m_others);
    return m_store->begin<std::vector<Intent>>([accounts, batchId, owner, directory = m_store->directory(),
                                                now = m_clocks().here](const Connection &connection) {
        auto rows = idleBatch(connection, directory, accounts, batchId, now);
        connection.exec(u"UPDATE intent SET owner = ? WHERE batch_id = ? AND state = ?"_s,
                        {owner, batchId, storedName(IntentState::Planned)});
        return rows;
    });
}

QFuture<Result<void>> Journal::releaseBatch(QString batchId)
{
    return m_store->write<void>([batchId](const Connection &connection) {
        connection.exec(u"UPDATE intent SET owner = '' WHERE batch_id = ? AND state = ?"_s,
                        {batchId, storedName(IntentState::Planned)});
    });
}

QFuture<Result<Intent>> Journal::openCode(QString intentId, QByteArray bodyHash, QDateTime openedAt,
                                          QDateTime deadlineAt, QDateTime providerOpenedAt, KeyMark key,
                                          std::optional<QStringList> listedBefore)
{
    const QString owner = m_store->owner ? m_store->owner->token() : QString();
    return m_store->begin<Intent>([intentId, bodyHash, openedAt, deadlineAt, providerOpenedAt, key, listedBefore,
                                   owner](const Connection &connection) {
        auto found = intentsWhere(connection, u"id = ? AND kind = ? AND state IN (?, ?)"_s,
                                  {intentId, storedName(IntentKind::PromotionCode), storedName(IntentState::Planned),
                                   storedName(IntentState::Unknown)});
        if (found.empty())
            throw SqlFailure(
                Error(ErrorKind::Rejected,
                      JournalEntriesText::tr("Another program has sent this promotion code in the meantime.")));
        Intent intent = std::move(found.front());
        // Its text is made once in its account, whatever key of that is given.
        intent.keyMark = newMark(key);
        intent.bodyHash = bodyHash;
        // What a first request made is of its time, and was not listed before it.
        if (intent.state == IntentState::Planned) {
            intent.openedAt = openedAt;
            intent.providerOpenedAt = providerOpenedAt;
            intent.listedBefore = listedBefore;
        }
        intent.deadlineAt = deadlineAt;
        openAgain(connection, intent, owner);
        return intent;
    });
}

QFuture<Result<void>> Journal::leaveBatch(QString accountId, QString batchId, QString notSent, QString undecided)
{
    const SameAccounts accounts(accountId, m_others);
    return m_store->write<void>([accounts, batchId, notSent, undecided, directory = m_store->directory(),
                                 now = m_clocks().here](const Connection &connection) {
        (void)idleBatch(connection, directory, accounts, batchId, now);
        const auto end = [&](IntentState from, IntentState to, const QString &note) {
            connection.exec(u"UPDATE intent SET state = ?, note = ? WHERE batch_id = ? AND state = ?"_s,
                            {storedName(to), textColumn(note), batchId, storedName(from)});
        };
        end(IntentState::Planned, IntentState::Rejected, notSent);
        end(IntentState::Unknown, IntentState::Abandoned, undecided);
    });
}

QFuture<Result<std::vector<CodeBatch>>> Journal::unfinishedBatches()
{
    return m_store->read<std::vector<CodeBatch>>(
        [directory = m_store->directory()](const Connection &connection) { return unfinished(connection, directory); });
}

QFuture<Result<std::vector<Intent>>> Journal::unknownEntries()
{
    return m_store->read<std::vector<Intent>>([directory = m_store->directory()](const Connection &connection) {
        auto found =
            intentsWhere(connection, u"batch_id IS NULL AND kind NOT IN (?, ?) AND state IN (?, ?) ORDER BY key"_s,
                         {storedName(IntentKind::Create), storedName(IntentKind::Refund), storedName(IntentState::Open),
                          storedName(IntentState::Unknown)});
        // An open one of a program that has ended is unknown as well.
        std::erase_if(found, [&](const Intent &intent) {
            return intent.state == IntentState::Open &&
                   isAnyOwnerAlive(connection, directory, u"id = ?"_s, {intent.id});
        });
        return found;
    });
}

QFuture<Result<std::vector<Intent>>> Journal::sent(Intent::Kind kind, QString accountId)
{
    const SameAccounts accounts(accountId, m_others);
    return m_store->read<std::vector<Intent>>([kind, accounts](const Connection &connection) {
        return intentsWhere(
            connection, u"kind = ? AND state NOT IN (?, ?) AND %1 ORDER BY opened_at, key"_s.arg(accounts.condition()),
            QVariantList{storedName(kind), storedName(IntentState::Planned), storedName(IntentState::Rejected)} +
                accounts.values());
    });
}

} // namespace tilldeck::ledger
