// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/begun_intents.h"

#include "ledger/columns.h"
#include "ledger/database.h"

namespace tilldeck::ledger {

namespace {

/// How many of the newest intents are kept, of any kind that asks for no more.
constexpr int mostKept = 1000;

/// Says, for SQL, of which intents only the newest are kept: a creation has its row beside it, and a catalog entry can
/// be listed. A refund that is forgotten can be made a second time.
constexpr QLatin1String isPruned("kind <> 'refund'");

constexpr QLatin1String begunColumns("key, id, account_id, kind, transaction_id, amount, currency, refunded_before, "
                                     "opened_at, provider_opened_at");

std::vector<BegunIntent> begunFrom(const Connection &connection, QSqlQuery query)
{
    std::vector<BegunIntent> found;
    while (connection.next(query)) {
        BegunIntent begun;
        begun.key = query.value(0).toLongLong();
        begun.intent.id = query.value(1).toString();
        begun.intent.accountId = query.value(2).toString();
        begun.intent.kind = valueOf(query.value(3), IntentKind::Create);
        begun.intent.transactionId = query.value(4).toString();
        begun.intent.amount = amountFrom(query.value(5), query.value(6));
        begun.intent.refundedBefore = amountFrom(query.value(7), query.value(6));
        begun.intent.openedAt = timeFrom(query.value(8));
        begun.intent.providerOpenedAt = timeFrom(query.value(9));
        found.push_back(std::move(begun));
    }
    return found;
}

bool remembers(const Connection &ledger)
{
    return ledger.exec(u"SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'begun'"_s).next();
}

} // namespace

std::vector<BegunIntent> begunAfter(const Connection &journal, qint64 key)
{
    return begunFrom(
        journal,
        journal.exec(
            u"SELECT %1 FROM intent WHERE key > ? AND (NOT (%2) OR key > (SELECT max(key) FROM intent) - %3) ORDER BY key"_s
                .arg(begunColumns, isPruned)
                .arg(mostKept),
            {key}));
}

QString begunTable()
{
    return u"begun"_s;
}

QStringList begunSchema()
{
    return {uR"(CREATE TABLE IF NOT EXISTS begun (
            key INTEGER PRIMARY KEY, id TEXT NOT NULL, account_id TEXT NOT NULL, kind TEXT NOT NULL, transaction_id TEXT,
            amount INTEGER, currency TEXT, refunded_before INTEGER, opened_at INTEGER, provider_opened_at INTEGER))"_s,
            u"CREATE INDEX IF NOT EXISTS begun_pruned ON begun (key) WHERE "_s + isPruned};
}

void noteBegun(const Connection &ledger, const std::vector<BegunIntent> &begun)
{
    for (const QString &statement : begunSchema())
        ledger.exec(statement);
    for (const auto &[key, intent] : begun)
        ledger.exec(u"INSERT OR REPLACE INTO begun (%1) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s.arg(begunColumns),
                    {key, intent.id, intent.accountId, storedName(intent.kind), textColumn(intent.transactionId),
                     amountColumn(intent.amount), currencyColumn(intent.amount), amountColumn(intent.refundedBefore),
                     timeColumn(intent.openedAt), timeColumn(intent.providerOpenedAt)});
    ledger.exec(
        u"DELETE FROM begun WHERE key <= (SELECT max(key) FROM begun) - %1 AND %2"_s.arg(mostKept).arg(isPruned));
}

std::vector<BegunIntent> notedIntents(const Connection &ledger)
{
    if (!remembers(ledger))
        return {};
    return begunFrom(ledger, ledger.exec(u"SELECT %1 FROM begun ORDER BY key"_s.arg(begunColumns)));
}

QString newestNoted(const Connection &ledger)
{
    if (!remembers(ledger))
        return {};
    QSqlQuery query = ledger.exec(u"SELECT id FROM begun ORDER BY key DESC LIMIT 1"_s);
    return ledger.next(query) ? query.value(0).toString() : QString();
}

void forgetBegun(const Connection &ledger)
{
    if (remembers(ledger))
        ledger.exec(u"DELETE FROM begun"_s);
}

} // namespace tilldeck::ledger
