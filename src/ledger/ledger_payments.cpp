// SPDX-License-Identifier: GPL-3.0-or-later
// Reads the payments of the ledger.
#include "ledger/asked_refunds.h"
#include "ledger/columns.h"
#include "ledger/ledger_store.h"
#include "ledger/payment_queries.h"
#include "ledger/payment_rows.h"
#include "ledger/payment_sums.h"

using namespace Qt::StringLiterals;

namespace tilldeck::ledger {

using checkout::Result;

namespace {

/// Returns whether rows are looked at one by one, which takes the longer the more there are.
bool maySearchLong(const TransactionFilter &filter, const TransactionOrder &order = {})
{
    return !filter.text.trimmed().isEmpty() || !filter.currency.isEmpty() || filter.tier ||
           order.by != TransactionOrder::By::Created;
}

} // namespace

QFuture<Result<RecordPage<TransactionRecord>>> Ledger::transactions(TransactionFilter filter, PageKey after, int limit)
{
    const bool mayTakeLong = maySearchLong(filter);
    return m_store->readOrAsk<RecordPage<TransactionRecord>>(
        mayTakeLong, [filter = std::move(filter), after, limit, asked = m_asked,
                      accounts = connected()](const Connection &connection) {
            const ShownAccounts shown(connection, accounts, filter.accountIds);
            auto page = paymentPage(connection, filter, shown, asked->knownStatuses(connection), after, limit);
            asked->addTo(page.rows);
            shown.apply(page.rows);
            return page;
        });
}

QFuture<Result<RowWindow<PaymentRow>>> Ledger::transactionsAt(TransactionFilter filter, TransactionOrder order,
                                                              RowRange range)
{
    const bool mayTakeLong = maySearchLong(filter, order);
    return m_store->readOrAsk<RowWindow<PaymentRow>>(
        mayTakeLong, [filter = std::move(filter), order, range, asked = m_asked,
                      accounts = connected()](const Connection &connection) {
            const ShownAccounts shown(connection, accounts, filter.accountIds);
            auto window = paymentWindow(connection, filter, shown, asked->knownStatuses(connection), order, range);
            asked->addTo(window.rows, connection);
            shown.apply(window.rows);
            return window;
        });
}

QFuture<Result<std::vector<TransactionRecord>>> Ledger::transactionsByKey(QStringList accountIds,
                                                                          std::vector<qint64> keys)
{
    return m_store->read<std::vector<TransactionRecord>>(
        [accountIds, keys = std::move(keys), asked = m_asked, accounts = connected()](const Connection &connection) {
            auto records = byKey<TransactionRecord>(connection, keys, paymentsWhere);
            asked->addTo(records);
            ShownAccounts(connection, accounts, accountIds).apply(records);
            return records;
        });
}

QFuture<Result<std::optional<qint64>>> Ledger::positionOf(TransactionFilter filter, TransactionOrder order, qint64 key)
{
    const bool mayTakeLong = maySearchLong(filter, order);
    return m_store->readOrAsk<std::optional<qint64>>(
        mayTakeLong, [filter = std::move(filter), order, key, asked = m_asked,
                      accounts = connected()](const Connection &connection) {
            return paymentPosition(connection, filter, ShownAccounts(connection, accounts, filter.accountIds),
                                   asked->knownStatuses(connection), order, key);
        });
}

QFuture<Result<bool>> Ledger::wasSeenBefore(QString accountId, QString transactionId, QDateTime at)
{
    return m_store->read<bool>([accountId, transactionId, at, accounts = connected()](const Connection &connection) {
        const ShownAccounts shown(connection, accounts, QStringList(accountId));
        Where where = shown.rowsOf(ShownAccounts::Table::Payment);
        where.terms << u"transaction_id = ? AND first_seen_at < ?"_s;
        where.values << transactionId << timeColumn(at);
        QSqlQuery query = connection.exec(u"SELECT 1 FROM payment WHERE "_s + where.condition(), where.values);
        return connection.next(query);
    });
}

QFuture<Result<qint64>> Ledger::countTransactions(TransactionFilter filter)
{
    return m_store->ask<qint64>(
        [filter = std::move(filter), asked = m_asked, accounts = connected()](const Connection &connection) {
            return paymentCount(connection, filter, ShownAccounts(connection, accounts, filter.accountIds),
                                asked->knownStatuses(connection));
        });
}

QFuture<Result<std::optional<TransactionRecord>>> Ledger::transaction(QString accountId, QString transactionId)
{
    return m_store->read<std::optional<TransactionRecord>>(
        [accountId, transactionId, asked = m_asked, accounts = connected()](const Connection &connection) {
            auto found = paymentById(connection, accountId, transactionId);
            const ShownAccounts shown(connection, accounts, QStringList(accountId));
            for (const QString &id : shown.ids())
                found = found ? std::move(found) : paymentById(connection, id, transactionId);
            if (!found)
                return found;
            std::vector<TransactionRecord> records{std::move(*found)};
            asked->addTo(records);
            shown.apply(records);
            return std::optional(std::move(records.front()));
        });
}

QFuture<Result<std::vector<TransactionRecord>>> Ledger::rowsOfPayment(QString accountId, QString paymentId)
{
    return m_store->read<std::vector<TransactionRecord>>(
        [accountId, paymentId, accounts = connected()](const Connection &connection) {
            const ShownAccounts shown(connection, accounts, QStringList(accountId));
            Where where = shown.rowsOf(ShownAccounts::Table::Payment);
            where.terms << u"payment_id = ?"_s;
            where.values << paymentId;
            return paymentsWhere(connection, where.condition(), where.values);
        });
}

QFuture<Result<std::vector<CurrencyTotal>>> Ledger::totals(TransactionFilter filter)
{
    return m_store->ask<std::vector<CurrencyTotal>>(
        [filter = std::move(filter), asked = m_asked, accounts = connected()](const Connection &connection) {
            const ShownAccounts shown(connection, accounts, filter.accountIds);
            const KnownStatuses known = asked->knownStatuses(connection);
            auto totals = paymentTotals(connection, filter, shown, known);
            asked->moveIn(totals, connection, filter, shown, known);
            return totals;
        });
}

void Ledger::setAskedRefunds(AskedByPayment asked)
{
    const QStringList changed = m_asked->accountsUnlike(asked);
    m_asked = std::make_shared<const AskedByPayment>(std::move(asked));
    if (!changed.isEmpty())
        emit transactionsChanged(changed);
}

QFuture<Result<std::vector<DayVolume>>> Ledger::volume(TransactionFilter filter, QTimeZone zone)
{
    return m_store->ask<std::vector<DayVolume>>(
        [filter = std::move(filter), zone, asked = m_asked, accounts = connected()](const Connection &connection) {
            return paymentVolume(connection, filter, ShownAccounts(connection, accounts, filter.accountIds),
                                 asked->knownStatuses(connection), zone);
        });
}

} // namespace tilldeck::ledger
