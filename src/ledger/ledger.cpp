// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/ledger.h"

#include "ledger/columns.h"
#include "ledger/draft_document.h"
#include "ledger/filter_rows.h"
#include "ledger/kept_out.h"
#include "ledger/ledger_store.h"
#include "ledger/payment_rows.h"
#include "ledger/query_terms.h"
#include "ledger/random_id.h"
#include "ledger/search_index.h"
#include "ledger/session_queries.h"
#include "ledger/session_rows.h"
#include "ledger/shown_accounts.h"
#include "ledger/webhook_rows.h"

using namespace Qt::StringLiterals;

namespace tilldeck::ledger {

using checkout::Error;
using checkout::ErrorKind;
using checkout::Result;

namespace {

// Called on the writer's thread, delivered on the ledger's own. The ledger drains its jobs first, so it still exists.
void postDraftsChanged(Ledger *ledger)
{
    QMetaObject::invokeMethod(ledger, [ledger] { emit ledger->draftsChanged(); }, Qt::QueuedConnection);
}

void postSavedFiltersChanged(Ledger *ledger)
{
    QMetaObject::invokeMethod(ledger, [ledger] { emit ledger->savedFiltersChanged(); }, Qt::QueuedConnection);
}

/// Returns what @p read finds under @p accountId or, where it is not there, under a lost account that is shown as that
/// one; with the secrets that are kept out of the file.
template <class Read>
std::optional<SessionRecord> readShown(const Connection &connection, const ConnectedAccounts &connected,
                                       const QString &accountId, const KeptOut &keptOut, const Read &read)
{
    std::optional<SessionRecord> found = read(accountId);
    if (!found) {
        const ShownAccounts shown(connection, connected, QStringList(accountId));
        for (const QString &id : shown.ids())
            found = found ? std::move(found) : read(id);
    }
    if (!found)
        return found;
    keptOut.putBack(*found);
    found->accountId = accountId;
    return found;
}

/// Returns @p record with the secrets that its account keeps out of the file, as far as they are known.
std::optional<SessionRecord> whole(const KeptOut &keptOut, std::optional<SessionRecord> record)
{
    if (record)
        keptOut.putBack(*record);
    return record;
}

DraftRecord draftRecordFrom(const QSqlQuery &query)
{
    return {query.value(0).toString(), query.value(1).toString(), draftFrom(query.value(2)), timeFrom(query.value(3))};
}

} // namespace

void Ledger::setConnectedAccounts(std::function<ConnectedAccounts()> connected)
{
    m_connected = std::move(connected);
}

QFuture<Result<SessionRecord>> Ledger::put(SessionRecord record)
{
    if (record.session.id.isEmpty() && record.intentId.isEmpty())
        return QtFuture::makeReadyFuture(Result<SessionRecord>(
            std::unexpected(Error(ErrorKind::Storage, tr("A session without an id cannot be kept.")))));
    auto changed = std::make_shared<bool>(false);
    return m_store->write<SessionRecord>(
        [record = std::move(record), changed, keptOut = m_keptOut](const Connection &connection) mutable {
            const bool isLearned = keptOut->takeOut(record);
            auto answer = putSession(connection, record, false);
            *changed = answer.changed || isLearned;
            keptOut->putBack(answer.record);
            return std::move(answer.record);
        },
        [this, changed](const SessionRecord &stored) {
            if (*changed)
                m_sessionChanges.post({stored.accountId});
        });
}

QFuture<Result<void>> Ledger::putAll(std::vector<SessionRecord> records)
{
    auto changed = std::make_shared<QStringList>(); // accounts
    return m_store->write<void>(
        [records = std::move(records), changed, keptOut = m_keptOut](const Connection &connection) mutable {
            for (SessionRecord &record : records) {
                const bool isLearned = keptOut->takeOut(record);
                const bool isChanged = putSession(connection, record, false).changed || isLearned;
                if (isChanged && !changed->contains(record.accountId))
                    *changed << record.accountId;
            }
        },
        [this, changed] {
            if (!changed->isEmpty())
                m_sessionChanges.post(*changed);
        });
}

QFuture<Result<int>> Ledger::merge(QString accountId, std::vector<SessionRecord> records)
{
    return m_store->write<int>(
        [accountId, records = std::move(records), accounts = connected(),
         keptOut = m_keptOut](const Connection &connection) mutable {
            const ShownAccounts shown(connection, accounts, QStringList(accountId));
            int changed = 0;
            for (SessionRecord &record : records) {
                record.accountId = accountId;
                const bool isLearned = keptOut->takeOut(record);
                if (!record.session.id.isEmpty() && (putSession(connection, record, true, &shown).changed || isLearned))
                    ++changed;
            }
            return changed;
        },
        [this, accountId](int changed) {
            if (changed > 0)
                m_sessionChanges.post({accountId});
        });
}

QFuture<Result<int>> Ledger::keepSecretsOutOf(QStringList accountIds)
{
    m_keptOut->setAccounts(accountIds);
    if (accountIds.isEmpty())
        return QtFuture::makeReadyFuture(Result<int>(0));
    return m_store->erase(
        [accountIds, keptOut = m_keptOut](const Connection &connection) {
            int taken = 0;
            for (SessionRecord &record : sessionsWithSecrets(connection, accountIds)) {
                keptOut->takeOut(record);
                updateSession(connection, record);
                ++taken;
            }
            return taken;
        },
        [] {});
}

QFuture<Result<std::optional<SessionRecord>>> Ledger::session(QString accountId, QString sessionId)
{
    return m_store->read<std::optional<SessionRecord>>(
        [accountId, sessionId, accounts = connected(), keptOut = m_keptOut](const Connection &connection) {
            const auto read = [&](const QString &id) { return sessionById(connection, id, sessionId); };
            return readShown(connection, accounts, accountId, *keptOut, read);
        });
}

QFuture<Result<std::optional<SessionRecord>>> Ledger::sessionByTransaction(QString accountId, QString transactionId)
{
    return m_store->read<std::optional<SessionRecord>>(
        [accountId, transactionId, accounts = connected(), keptOut = m_keptOut](const Connection &connection) {
            const auto read = [&](const QString &id) {
                return ledger::sessionByTransaction(connection, id, transactionId);
            };
            return readShown(connection, accounts, accountId, *keptOut, read);
        });
}

QFuture<Result<std::optional<SessionRecord>>> Ledger::sessionByIntent(QString intentId)
{
    return m_store->read<std::optional<SessionRecord>>([intentId, keptOut = m_keptOut](const Connection &connection) {
        return whole(*keptOut, ledger::sessionByIntent(connection, intentId));
    });
}

QFuture<Result<std::vector<SessionRecord>>> Ledger::unfinished(QString accountId, int limit, QStringList exceptFlows)
{
    return m_store->read<std::vector<SessionRecord>>(
        [accountId, limit, exceptFlows, keptOut = m_keptOut](const Connection &connection) {
            auto records = unfinishedSessions(connection, accountId, limit, exceptFlows);
            for (SessionRecord &record : records)
                keptOut->putBack(record);
            return records;
        });
}

QFuture<Result<void>> Ledger::removeByIntent(QString intentId)
{
    auto accountId = std::make_shared<QString>();
    return m_store->write<void>(
        [intentId, accountId](const Connection &connection) {
            const auto stored = ledger::sessionByIntent(connection, intentId);
            // A session that exists after all is not forgotten.
            if (!stored || !stored->session.id.isEmpty())
                return;
            *accountId = stored->accountId;
            connection.exec(u"DELETE FROM session WHERE key = ?"_s, {stored->key});
        },
        [this, accountId] {
            if (!accountId->isEmpty())
                m_sessionChanges.post({*accountId});
        });
}

QFuture<Result<int>> Ledger::mergeTransactions(QString accountId, std::vector<TransactionRecord> records,
                                               QDateTime askedAt, ApplyPayment apply, QSet<QString> judged)
{
    const auto sessions = std::make_shared<int>(0);
    return m_store->write<int>(
        [accountId, records = std::move(records), askedAt, apply = std::move(apply), judged = std::move(judged),
         sessions, accounts = connected()](const Connection &connection) mutable {
            const ShownAccounts shown(connection, accounts, QStringList(accountId));
            int changed = 0;
            for (TransactionRecord &record : records) {
                record.accountId = accountId;
                const bool mayLag = !judged.contains(record.transaction.id);
                const MergedPayment merged =
                    mergePayment(connection, std::move(record), askedAt, apply, &shown, mayLag);
                changed += merged.changed ? 1 : 0;
                *sessions += merged.changedSession ? 1 : 0;
            }
            return changed;
        },
        [this, accountId, sessions](int changed) {
            if (changed > 0)
                m_paymentChanges.post({accountId});
            if (*sessions > 0)
                m_sessionChanges.post({accountId});
        });
}

QFuture<Result<SavedFilter>> Ledger::saveFilter(SavedFilter filter)
{
    if (filter.id.isEmpty())
        filter.id = randomId();
    return m_store->write<SavedFilter>(
        [filter = std::move(filter)](const Connection &connection) {
            putFilter(connection, filter);
            return filter;
        },
        [this](const SavedFilter &) { postSavedFiltersChanged(this); });
}

QFuture<Result<void>> Ledger::removeFilter(QString id)
{
    return m_store->write<void>(
        [id](const Connection &connection) { connection.exec(u"DELETE FROM saved_filter WHERE id = ?"_s, {id}); },
        [this] { postSavedFiltersChanged(this); });
}

QFuture<Result<std::vector<SavedFilter>>> Ledger::savedFilters()
{
    return m_store->read<std::vector<SavedFilter>>([](const Connection &connection) { return filters(connection); });
}

QFuture<Result<void>> Ledger::saveDraft(DraftRecord draft)
{
    return m_store->write<void>(
        [draft = std::move(draft)](const Connection &connection) {
            connection.exec(
                u"INSERT INTO draft (id, account_id, document, saved_at) VALUES (?, ?, ?, ?) ON CONFLICT (id) DO "
                "UPDATE SET account_id = excluded.account_id, document = excluded.document, "
                "saved_at = excluded.saved_at"_s,
                {draft.id, draft.accountId, QString::fromUtf8(encodeDraft(draft.draft)),
                 draft.savedAt.toMSecsSinceEpoch()});
        },
        [this] { postDraftsChanged(this); });
}

QFuture<Result<void>> Ledger::removeDraft(QString id)
{
    return m_store->write<void>(
        [id](const Connection &connection) { connection.exec(u"DELETE FROM draft WHERE id = ?"_s, {id}); },
        [this] { postDraftsChanged(this); });
}

QFuture<Result<std::vector<DraftRecord>>> Ledger::drafts(QStringList accountIds)
{
    return m_store->read<std::vector<DraftRecord>>([accountIds, accounts = connected()](const Connection &connection) {
        const ShownAccounts shown(connection, accounts, accountIds);
        const Where where = accountTerm(shown.ids());
        QSqlQuery query = connection.exec(u"SELECT id, account_id, document, saved_at FROM draft WHERE %1 "
                                          "ORDER BY saved_at DESC, id"_s.arg(where.condition()),
                                          where.values);
        std::vector<DraftRecord> records;
        while (connection.next(query))
            records.push_back(draftRecordFrom(query));
        shown.apply(records);
        return records;
    });
}

QFuture<Result<void>> Ledger::addEvent(QString accountId, QString sessionId, TimelineEvent event)
{
    return m_store->write<void>(
        [accountId, sessionId, event](const Connection &connection) {
            insertEvent(connection, accountId, sessionId, event);
        },
        [this, accountId] { m_sessionChanges.post({accountId}); });
}

QFuture<Result<std::vector<TimelineEvent>>> Ledger::timeline(QString accountId, QString sessionId)
{
    return m_store->read<std::vector<TimelineEvent>>(
        [accountId, sessionId, accounts = connected()](const Connection &connection) {
            const ShownAccounts shown(connection, accounts, QStringList(accountId));
            return eventsOf(connection, shown.ids(), sessionId);
        });
}

QFuture<Result<void>> Ledger::putWebhookEvent(WebhookEvent event)
{
    auto changed = std::make_shared<bool>(false);
    const QString accountId = event.accountId;
    return m_store->write<void>(
        [event = std::move(event), changed](const Connection &connection) { *changed = putWebhook(connection, event); },
        [this, accountId, changed] {
            if (*changed)
                m_eventChanges.post({accountId});
        });
}

QFuture<Result<int>> Ledger::removeAccount(QString accountId)
{
    m_keptOut->forgetAccount(accountId);
    return m_store->erase(
        [accountId](const Connection &connection) {
            int rows = 0;
            for (const QString &table : {u"session"_s, u"payment"_s, u"draft"_s, u"event"_s, u"webhook_event"_s})
                rows +=
                    connection.exec(u"DELETE FROM %1 WHERE account_id = ?"_s.arg(table), {accountId}).numRowsAffected();
            connection.exec(u"DELETE FROM refreshed WHERE account_id = ?"_s, {accountId});
            if (rows > 0)
                forgetRemovedWords(connection);
            return rows;
        },
        [this, accountId] {
            m_sessionChanges.post({accountId});
            m_paymentChanges.post({accountId});
            m_eventChanges.post({accountId});
            postDraftsChanged(this);
        });
}

} // namespace tilldeck::ledger

#include "moc_ledger.cpp"
