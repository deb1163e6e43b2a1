// SPDX-License-Identifier: GPL-3.0-or-later
// What the ledger knows of accounts.
#include "ledger/columns.h"
#include "ledger/ledger_store.h"
#include "ledger/session_rows.h"
#include "ledger/shown_accounts.h"

using namespace Qt::StringLiterals;

namespace tilldeck::ledger {

using checkout::Result;

namespace {

std::vector<KnownAccount> knownIn(const Connection &connection)
{
    QSqlQuery query = connection.exec(
        u"SELECT id, provider, mode, base_url, account_id, merchant_id FROM known_account ORDER BY id"_s);
    std::vector<KnownAccount> known;
    while (connection.next(query)) {
        const auto text = [&query](int column) { return query.value(column).toString(); };
        known.push_back({text(0), text(1), text(2), text(3), text(4), text(5)});
    }
    return known;
}

AccountTrace traceOf(const Connection &connection, const QString &id)
{
    const auto first = [&](const QString &column, const QString &condition) {
        QSqlQuery query = connection.exec(
            u"SELECT %1 FROM %2 WHERE account_id = ? AND %3 LIMIT 1"_s.arg(column, wholeSessions(), condition), {id});
        return connection.next(query) ? query.value(0).toString() : QString();
    };
    AccountTrace trace;
    trace.id = id;
    trace.flow = first(u"flow"_s, u"flow IS NOT NULL"_s);
    // No other address of a checkout page may be without TLS.
    trace.isOfSandbox = !first(u"url"_s, u"url LIKE 'http://%'"_s).isEmpty();
    return trace;
}

} // namespace

QFuture<Result<void>> Ledger::noteAccounts(std::vector<KnownAccount> accounts)
{
    return m_store->write<void>(
        [accounts = std::move(accounts)](const Connection &connection) {
            for (const KnownAccount &account : accounts)
                connection.exec(u"INSERT OR REPLACE INTO known_account (id, provider, mode, base_url, account_id, "
                                "merchant_id) VALUES (?, ?, ?, ?, ?, ?)"_s,
                                {account.id, account.provider, account.mode, account.baseUrl, account.accountId,
                                 account.merchantId});
        },
        [] {});
}

QFuture<Result<void>> Ledger::noteRefreshed(QString accountId, QDateTime at)
{
    return m_store->write<void>(
        [accountId, at](const Connection &connection) {
            connection.exec(u"INSERT OR REPLACE INTO refreshed (account_id, at) VALUES (?, ?)"_s,
                            {accountId, at.toMSecsSinceEpoch()});
        },
        [] {});
}

QFuture<Result<QDateTime>> Ledger::refreshedAt(QString accountId)
{
    return m_store->read<QDateTime>([accountId](const Connection &connection) {
        QSqlQuery query = connection.exec(u"SELECT at FROM refreshed WHERE account_id = ?"_s, {accountId});
        return connection.next(query) ? timeFrom(query.value(0)) : QDateTime();
    });
}

QFuture<Result<std::vector<KnownAccount>>> Ledger::knownAccounts()
{
    return m_store->read<std::vector<KnownAccount>>(knownIn);
}

QFuture<Result<void>> Ledger::noteKeys(std::vector<MarkedKey> keys, std::vector<MarkedKey> mistyped)
{
    return m_store->write<void>(
        [keys = std::move(keys), mistyped = std::move(mistyped)](const Connection &connection) {
            for (const MarkedKey &key : mistyped)
                connection.exec(u"DELETE FROM account_key WHERE account_id = ? AND mark = ? AND answered = 0"_s,
                                {key.accountId, key.mark});
            for (const MarkedKey &key : keys)
                connection.exec(u"INSERT INTO account_key (account_id, mark, answered) VALUES (?, ?, ?) ON CONFLICT "
                                "(account_id, mark) DO UPDATE SET answered = max(answered, excluded.answered)"_s,
                                {key.accountId, key.mark, key.isAnswered ? 1 : 0});
        },
        [] {});
}

QFuture<Result<std::vector<MarkedKey>>> Ledger::markedKeys()
{
    return m_store->read<std::vector<MarkedKey>>([](const Connection &connection) {
        QSqlQuery query = connection.exec(u"SELECT account_id, mark, answered FROM account_key ORDER BY rowid"_s);
        std::vector<MarkedKey> keys;
        while (connection.next(query))
            keys.push_back({query.value(0).toString(), query.value(1).toByteArray(), query.value(2).toBool()});
        return keys;
    });
}

QFuture<Result<std::vector<AccountTrace>>> Ledger::tracesOfOthers(QStringList accountIds)
{
    return m_store->read<std::vector<AccountTrace>>([accountIds](const Connection &connection) {
        std::vector<AccountTrace> traces;
        for (const QString &id : accountsWithRows(connection)) {
            if (!accountIds.contains(id))
                traces.push_back(traceOf(connection, id));
        }
        return traces;
    });
}

} // namespace tilldeck::ledger
