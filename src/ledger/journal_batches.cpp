// SPDX-License-Identifier: GPL-3.0-or-later
// The batches of promotion codes that the journal holds.
#include "ledger/columns.h"
#include "ledger/entry_text.h"
#include "ledger/journal_rows.h"
#include "ledger/journal_store.h"
#include "ledger/random_id.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tilldeck::ledger {

using checkout::Error;
using checkout::ErrorKind;
using checkout::Result;

namespace {

struct JournalBatchesText
{
    Q_DECLARE_TR_FUNCTIONS(Journal)
};

/// Returns the codes of a batch that no living process makes. Throws NotFound or Rejected.
std::vector<Intent> idleBatch(const Connection &connection, const QString &directory, const SameAccounts &accounts,
                              const QString &batchId, const QDateTime &now)
{
    closeOrphanedIntents(connection, directory, now);
    auto rows = intentsWhere(connection, u"batch_id = ? AND kind = ? AND %1 ORDER BY key"_s.arg(accounts.condition()),
                             QVariantList{batchId, storedName(IntentKind::PromotionCode)} + accounts.values());
    if (rows.empty())
        throw SqlFailure(Error(ErrorKind::NotFound,
                               JournalBatchesText::tr("There are no promotion codes with this ID in this account.")));
    if (isBatchRunning(connection, directory, batchId))
        throw SqlFailure(Error(ErrorKind::Rejected, JournalBatchesText::tr("These promotion codes are being made at "
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

/// Returns the batches whose id is one of @p ids, which is a term of SQL with the marks of @p values; oldest first.
std::vector<CodeBatch> batchesIn(const Connection &connection, const QString &directory, const QString &ids,
                                 const QVariantList &values)
{
    const QString open = storedName(IntentState::Open);
    const QString planned = storedName(IntentState::Planned);
    const QString unknown = storedName(IntentState::Unknown);
    QSqlQuery query = connection.exec(
        u"SELECT batch_id, count(*), sum(state = ?), sum(state = ?), sum(state IN (?, ?)), sum(state = ?), "
        "min(key) FROM intent WHERE batch_id IN (%1) GROUP BY batch_id ORDER BY min(key)"_s.arg(ids),
        QVariantList{storedName(IntentState::Confirmed), storedName(IntentState::Rejected), open, unknown, planned} +
            values);
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
        batch.isRunning = isBatchRunning(connection, directory, batch.id);
        batches.push_back(std::move(batch));
    }
    return batches;
}

/// Returns the batches of which something is Planned, Open or Unknown, oldest first.
std::vector<CodeBatch> unfinished(const Connection &connection, const QString &directory)
{
    return batchesIn(connection, directory,
                     u"SELECT batch_id FROM intent WHERE batch_id IS NOT NULL AND kind = ? AND state IN (?, ?, ?)"_s,
                     {storedName(IntentKind::PromotionCode), storedName(IntentState::Open),
                      storedName(IntentState::Unknown), storedName(IntentState::Planned)});
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

/// Returns whether @p code is made to the same terms as @p other.
bool hasTermsOf(const checkout::PromotionCode &code, const checkout::PromotionCode &other)
{
    return code.couponId == other.couponId && code.maxRedemptions == other.maxRedemptions &&
           code.expiresAt == other.expiresAt;
}

/// Returns the newest batch under one of @p accounts that is made, in part at least, with as many codes as @p rows, of
/// the same terms and like those that @p isSame is true of, when one of the clocks says that a code of it was sent less
/// than @p window ago.
std::optional<CodeBatch> sameMade(const Connection &connection, const QString &directory, const SameAccounts &accounts,
                                  const std::vector<Intent> &rows,
                                  const std::function<bool(const checkout::PromotionCode &code)> &isSame,
                                  const Clocks &clocks, std::chrono::seconds window)
{
    const auto *wanted = rows.empty() ? nullptr : std::get_if<checkout::PromotionCode>(&rows.front().entry);
    const QDateTime there = rows.empty() ? QDateTime() : clocks.there.value(rows.front().accountId);
    if (!wanted || window == std::chrono::seconds())
        return std::nullopt;
    const QDateTime since = clocks.here.addSecs(-window.count());
    const QDateTime sinceThere = there.isValid() ? there.addSecs(-window.count()) : QDateTime();
    const auto made = intentsWhere(
        connection,
        accounts.condition() + u" AND kind = ? AND batch_id IS NOT NULL AND state = ? AND "
                               "(opened_at > ? OR provider_opened_at > ?) ORDER BY key DESC"_s,
        accounts.values() + QVariantList{storedName(IntentKind::PromotionCode), storedName(IntentState::Confirmed),
                                         timeColumn(since), timeColumn(sinceThere)});
    QSet<QString> seen;
    for (const Intent &row : made) {
        const auto *code = std::get_if<checkout::PromotionCode>(&row.entry);
        if (seen.contains(row.batchId) || !code || !hasTermsOf(*code, *wanted) || !isSame(*code))
            continue;
        seen.insert(row.batchId);
        auto batches = batchesIn(connection, directory, u"?"_s, {row.batchId});
        if (!batches.empty() && batches.front().all == static_cast<int>(rows.size()))
            return std::move(batches.front());
    }
    return std::nullopt;
}

} // namespace

QFuture<Result<std::vector<Intent>>> Journal::planCodes(QString accountId, std::vector<checkout::PromotionCode> codes,
                                                        QDateTime plannedAt)
{
    auto rows = plannedRows(accountId, std::move(codes), plannedAt);
    const QString owner = m_store->owner ? m_store->owner->token() : QString();
    const auto work = [store = m_store.get(), rows = std::move(rows), owner](const Connection &connection) {
        for (const Intent &row : rows) {
            insertIntent(connection, row, owner);
            store->makes.insert(row.batchId);
        }
        return rows;
    };
    return m_store->begin<std::vector<Intent>>(work);
}

QFuture<Result<PlannedCodes>> Journal::planCodesOnce(QString accountId, std::vector<checkout::PromotionCode> codes,
                                                     QDateTime plannedAt,
                                                     std::function<bool(const checkout::PromotionCode &code)> isSame,
                                                     std::chrono::seconds window)
{
    auto rows = plannedRows(accountId, std::move(codes), plannedAt);
    const QString owner = m_store->owner ? m_store->owner->token() : QString();
    const SameAccounts accounts(accountId, m_others);
    return m_store->begin<PlannedCodes>([store = m_store.get(), rows = std::move(rows), owner, accounts,
                                         isSame = std::move(isSame), window, directory = m_store->directory(),
                                         clocks = m_clocks()](const Connection &connection) {
        closeOrphanedIntents(connection, directory, clocks.here);
        if (auto earlier = sameUnfinished(connection, directory, accounts, isSame))
            return PlannedCodes(std::move(*earlier));
        if (auto earlier = sameMade(connection, directory, accounts, rows, isSame, clocks, window))
            return PlannedCodes(std::move(*earlier));
        for (const Intent &row : rows) {
            insertIntent(connection, row, owner);
            store->makes.insert(row.batchId);
        }
        return PlannedCodes(rows);
    });
}

QFuture<Result<std::vector<Intent>>> Journal::takeBatch(QString accountId, QString batchId)
{
    const QString owner = m_store->owner ? m_store->owner->token() : QString();
    const SameAccounts accounts(accountId, m_others);
    return m_store->begin<std::vector<Intent>>([store = m_store.get(), accounts, batchId, owner,
                                                directory = m_store->directory(),
                                                now = m_clocks().here](const Connection &connection) {
        auto rows = idleBatch(connection, directory, accounts, batchId, now);
        connection.exec(u"UPDATE intent SET owner = ? WHERE batch_id = ? AND state = ?"_s,
                        {owner, batchId, storedName(IntentState::Planned)});
        store->makes.insert(batchId);
        return rows;
    });
}

QFuture<Result<void>> Journal::releaseBatch(QString batchId)
{
    return m_store->write<void>([store = m_store.get(), batchId](const Connection &connection) {
        store->makes.remove(batchId);
        connection.exec(u"UPDATE intent SET owner = '' WHERE batch_id = ? AND state = ?"_s,
                        {batchId, storedName(IntentState::Planned)});
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

} // namespace tilldeck::ledger
