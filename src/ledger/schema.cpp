// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/schema.h"

#include "ledger/search_index.h"

using namespace Qt::StringLiterals;

namespace tilldeck::ledger {

namespace {

/// Returns the triggers that keep how many rows of @p table an account has of each day and word, and with a row what
/// stands apart of it.
QStringList keptCounts(const QString &table, const QString &word)
{
    const auto statement = [&](QString text) { return text.replace(u"%1"_s, table).replace(u"%2"_s, word); };
    const QString more = statement(
        u"INSERT INTO %1_count (account_id, %2, day, n) VALUES (NEW.account_id, NEW.%2, NEW.created_at / 86400000, 1) "
        "ON CONFLICT (account_id, %2, day) DO UPDATE SET n = n + 1;"_s);
    const QString itsDay =
        statement(u"account_id = OLD.account_id AND %2 = OLD.%2 AND day = OLD.created_at / 86400000"_s);
    const QString less = statement(u"UPDATE %1_count SET n = n - 1 WHERE "_s) + itsDay +
                         statement(u"; DELETE FROM %1_count WHERE "_s) + itsDay + u" AND n <= 0;"_s;
    return {
        statement(u"CREATE TRIGGER %1_added AFTER INSERT ON %1 BEGIN "_s) + more + u" END"_s,
        statement(
            u"CREATE TRIGGER %1_removed AFTER DELETE ON %1 BEGIN DELETE FROM %1_detail WHERE %1_key = OLD.key; "_s) +
            less + u" END"_s,
        statement(u"CREATE TRIGGER %1_moved AFTER UPDATE ON %1 WHEN OLD.account_id <> NEW.account_id OR OLD.%2 <> "
                  "NEW.%2 OR OLD.created_at <> NEW.created_at BEGIN "_s) +
            less + more + u" END"_s,
    };
}

/// Returns the statements after which a table that has its rows is complete.
QStringList finished(const QString &table, const QString &word, const QStringList &indexes)
{
    const auto statement = [&](QString text) { return text.replace(u"%1"_s, table).replace(u"%2"_s, word); };
    const QStringList counts{
        statement(u"CREATE TABLE %1_count (account_id TEXT NOT NULL, %2 TEXT NOT NULL, day INTEGER NOT NULL, n INTEGER "
                  "NOT NULL, PRIMARY KEY (account_id, %2, day)) WITHOUT ROWID"_s),
        statement(u"INSERT INTO %1_count SELECT account_id, %2, created_at / 86400000, count(*) FROM %1 GROUP BY 1, 2, "
                  "3"_s),
    };
    return counts + indexes + keptCounts(table, word);
}

DividedTable dividedSessions()
{
    return {
        u"session"_s,
        // What a session counts as, but for those that are open: their time may be over.
        uR"(CREATE TABLE session (
            key INTEGER PRIMARY KEY AUTOINCREMENT, account_id TEXT NOT NULL, intent_id TEXT, state TEXT NOT NULL,
            session_id TEXT, status TEXT NOT NULL, raw_status TEXT, reported_created_at INTEGER, expires_at INTEGER,
            paid_tier INTEGER, customer_label TEXT, items_label TEXT, amount INTEGER, currency TEXT,
            created_at INTEGER NOT NULL, checked_at INTEGER, flow TEXT, transaction_id TEXT,
            shown TEXT NOT NULL GENERATED ALWAYS AS (CASE WHEN state <> 'known' THEN state ELSE status END) STORED))"_s,
        u"account_id, intent_id, state, session_id, status, raw_status, reported_created_at, expires_at, paid_tier, "
        "customer_label, items_label, amount, currency, created_at, checked_at, flow, transaction_id"_s,
        uR"(CREATE TABLE session_detail (
            session_key INTEGER PRIMARY KEY, secure_token TEXT, url TEXT, customer_id TEXT, customer_email TEXT,
            customer_name TEXT, customer_first_name TEXT, customer_last_name TEXT, customer_country TEXT,
            reported_amount INTEGER, reported_currency TEXT, paid_route_id TEXT, attempts TEXT, draft TEXT, fees TEXT,
            handover TEXT, quote TEXT, search TEXT))"_s,
        u"secure_token, url, customer_id, customer_email, customer_name, customer_first_name, customer_last_name, "
        "customer_country, reported_amount, reported_currency, paid_route_id, attempts, draft, fees, handover, quote, "
        "search"_s,
        finished(
            u"session"_s, u"shown"_s,
            {
                u"CREATE UNIQUE INDEX session_by_id ON session (account_id, session_id) WHERE session_id IS NOT NULL"_s,
                u"CREATE UNIQUE INDEX session_by_intent ON session (intent_id) WHERE intent_id IS NOT NULL"_s,
                u"CREATE INDEX session_by_transaction ON session (account_id, transaction_id) WHERE transaction_id IS NOT NULL"_s,
                u"CREATE INDEX session_page ON session (created_at DESC, key DESC)"_s,
                u"CREATE INDEX session_account_page ON session (account_id, created_at DESC, key DESC)"_s,
                u"CREATE INDEX session_shown_page ON session (account_id, shown, created_at DESC, key DESC)"_s,
                // The few that wait for their end, with the time of it.
                u"CREATE INDEX session_open_page ON session (account_id, created_at DESC, key DESC, expires_at) "
                "WHERE state = 'known' AND status = 'open'"_s,
            }),
    };
}

DividedTable dividedPayments()
{
    return {
        u"payment"_s,
        uR"(CREATE TABLE payment (
            key INTEGER PRIMARY KEY AUTOINCREMENT, account_id TEXT NOT NULL, transaction_id TEXT NOT NULL,
            amount INTEGER NOT NULL, currency TEXT NOT NULL, refunded_amount INTEGER, refunded_currency TEXT,
            received_amount INTEGER, status TEXT NOT NULL, raw_status TEXT, session_id TEXT, payment_id TEXT,
            tier INTEGER, decline_code TEXT, method TEXT, customer_label TEXT, items_label TEXT,
            created_at INTEGER NOT NULL, checked_at INTEGER, first_seen_at INTEGER))"_s,
        u"account_id, transaction_id, amount, currency, refunded_amount, refunded_currency, received_amount, status, "
        "raw_status, session_id, payment_id, tier, decline_code, method, customer_label, items_label, created_at, "
        "checked_at, first_seen_at"_s,
        uR"(CREATE TABLE payment_detail (
            payment_key INTEGER PRIMARY KEY, discount_amount INTEGER, discount_currency TEXT, customer_id TEXT,
            processor_route_id TEXT, attempts TEXT, gateway TEXT, reference TEXT, priced_amount INTEGER,
            priced_currency TEXT, fees TEXT, split TEXT, refunds TEXT, steps TEXT, amount_text TEXT, search TEXT))"_s,
        u"discount_amount, discount_currency, customer_id, processor_route_id, attempts, gateway, reference, "
        "priced_amount, priced_currency, fees, split, refunds, steps, amount_text, search"_s,
        finished(
            u"payment"_s, u"status"_s,
            {
                u"CREATE UNIQUE INDEX payment_by_id ON payment (account_id, transaction_id)"_s,
                u"CREATE INDEX payment_by_session ON payment (session_id) WHERE session_id IS NOT NULL"_s,
                u"CREATE INDEX payment_by_payment_id ON payment (account_id, payment_id) WHERE payment_id IS NOT NULL"_s,
                u"CREATE INDEX payment_page ON payment (created_at DESC, key DESC)"_s,
                u"CREATE INDEX payment_account_page ON payment (account_id, created_at DESC, key DESC)"_s,
                u"CREATE INDEX payment_status_page ON payment (account_id, status, created_at DESC, key DESC)"_s,
            }),
    };
}

/// Returns the step after which a row holds what lists show and filter by, and the rest of it stands apart. Keys stay,
/// and none is given again.
QStringList narrowRows()
{
    QStringList statements;
    for (const DividedTable &table : dividedTables()) {
        const auto statement = [&](QString text) {
            return text.replace(u"%1"_s, table.name)
                .replace(u"%2"_s, table.columns)
                .replace(u"%3"_s, table.detailColumns);
        };
        statements << table.detailCreated
                   << statement(u"INSERT INTO %1_detail (%1_key, %3) SELECT key, %3 FROM %1 ORDER BY key"_s)
                   << statement(u"ALTER TABLE %1 RENAME TO %1_before"_s) << table.created
                   << statement(u"INSERT INTO %1 (key, %2) SELECT key, %2 FROM %1_before ORDER BY key"_s)
                   << statement(u"DELETE FROM sqlite_sequence WHERE name = '%1'"_s)
                   << statement(u"INSERT INTO sqlite_sequence (name, seq) SELECT '%1', seq FROM sqlite_sequence WHERE "
                                "name = '%1_before'"_s)
                   << statement(u"DROP TABLE %1_before"_s) << table.finished;
    }
    return statements;
}

} // namespace

std::vector<DividedTable> dividedTables()
{
    return {dividedSessions(), dividedPayments()};
}

std::vector<QStringList> ledgerSchema()
{
    const QStringList first{
        // AUTOINCREMENT: a key is never given again, so pages stay put when rows are removed.
        uR"(CREATE TABLE session (
            key INTEGER PRIMARY KEY AUTOINCREMENT, account_id TEXT NOT NULL, intent_id TEXT, state TEXT NOT NULL,
            session_id TEXT, secure_token TEXT, url TEXT, status TEXT NOT NULL, raw_status TEXT,
            customer_id TEXT, customer_email TEXT, customer_name TEXT,
            reported_amount INTEGER, reported_currency TEXT, reported_created_at INTEGER, expires_at INTEGER,
            paid_tier INTEGER, paid_route_id TEXT, attempts TEXT, draft TEXT, customer_label TEXT, items_label TEXT,
            amount INTEGER, currency TEXT, created_at INTEGER NOT NULL, checked_at INTEGER, sample INTEGER NOT NULL,
            search TEXT))"_s,
        u"CREATE UNIQUE INDEX session_by_id ON session (account_id, session_id) WHERE session_id IS NOT NULL"_s,
        u"CREATE UNIQUE INDEX session_by_intent ON session (intent_id) WHERE intent_id IS NOT NULL"_s,
        u"CREATE INDEX session_page ON session (created_at DESC, key DESC)"_s,
        u"CREATE INDEX session_account_page ON session (account_id, created_at DESC, key DESC)"_s,
        uR"(CREATE TABLE payment (
            key INTEGER PRIMARY KEY AUTOINCREMENT, account_id TEXT NOT NULL, transaction_id TEXT NOT NULL,
            amount INTEGER NOT NULL, currency TEXT NOT NULL, refunded_amount INTEGER, refunded_currency TEXT,
            discount_amount INTEGER, discount_currency TEXT, status TEXT NOT NULL, raw_status TEXT, session_id TEXT,
            customer_id TEXT, processor_route_id TEXT, tier INTEGER, decline_code TEXT, method TEXT, attempts TEXT,
            customer_label TEXT, items_label TEXT, created_at INTEGER NOT NULL, amount_text TEXT, search TEXT))"_s,
        u"CREATE UNIQUE INDEX payment_by_id ON payment (account_id, transaction_id)"_s,
        u"CREATE INDEX payment_page ON payment (created_at DESC, key DESC)"_s,
        u"CREATE INDEX payment_account_page ON payment (account_id, created_at DESC, key DESC)"_s,
        u"CREATE INDEX payment_by_session ON payment (session_id) WHERE session_id IS NOT NULL"_s,
        uR"(CREATE TABLE draft (
            id TEXT PRIMARY KEY, account_id TEXT NOT NULL, document TEXT NOT NULL, saved_at INTEGER NOT NULL))"_s,
        uR"(CREATE TABLE event (
            key INTEGER PRIMARY KEY AUTOINCREMENT, account_id TEXT NOT NULL, session_id TEXT NOT NULL,
            kind TEXT NOT NULL, word TEXT, at INTEGER NOT NULL))"_s,
        u"CREATE INDEX event_by_session ON event (account_id, session_id, at DESC, key DESC)"_s,
    };
    const QStringList second{
        u"ALTER TABLE session ADD COLUMN flow TEXT"_s,
        u"ALTER TABLE session ADD COLUMN customer_first_name TEXT"_s,
        u"ALTER TABLE session ADD COLUMN customer_last_name TEXT"_s,
        u"ALTER TABLE session ADD COLUMN customer_country TEXT"_s,
        u"ALTER TABLE session ADD COLUMN transaction_id TEXT"_s,
        u"ALTER TABLE session ADD COLUMN fees TEXT"_s,
        u"ALTER TABLE session ADD COLUMN handover TEXT"_s,
        u"ALTER TABLE session ADD COLUMN quote TEXT"_s,
        u"ALTER TABLE payment ADD COLUMN gateway TEXT"_s,
        u"ALTER TABLE payment ADD COLUMN reference TEXT"_s,
        u"ALTER TABLE payment ADD COLUMN priced_amount INTEGER"_s,
        u"ALTER TABLE payment ADD COLUMN priced_currency TEXT"_s,
        u"ALTER TABLE payment ADD COLUMN fees TEXT"_s,
        u"ALTER TABLE payment ADD COLUMN split TEXT"_s,
        uR"(CREATE TABLE webhook_event (
            key INTEGER PRIMARY KEY AUTOINCREMENT, account_id TEXT NOT NULL, event_id TEXT NOT NULL, type TEXT,
            about TEXT, body BLOB, signature_header BLOB, signature BLOB, url TEXT, delivery TEXT NOT NULL,
            attempts INTEGER NOT NULL, http_status INTEGER NOT NULL, created_at INTEGER NOT NULL, search TEXT))"_s,
        u"CREATE UNIQUE INDEX webhook_event_by_id ON webhook_event (account_id, event_id)"_s,
        u"CREATE INDEX webhook_event_page ON webhook_event (created_at DESC, key DESC)"_s,
        u"CREATE INDEX webhook_event_account_page ON webhook_event (account_id, created_at DESC, key DESC)"_s,
    };
    const QStringList third{
        u"ALTER TABLE payment ADD COLUMN refunds TEXT"_s,
        u"ALTER TABLE payment ADD COLUMN steps TEXT"_s,
        uR"(CREATE TABLE saved_filter (
            id TEXT PRIMARY KEY, name TEXT, last_days INTEGER NOT NULL, account_ids TEXT, status TEXT,
            text TEXT, session_id TEXT, since INTEGER, since_zone TEXT, before INTEGER, before_zone TEXT,
            currency TEXT, amount_from INTEGER, amount_to INTEGER))"_s,
    };
    const QStringList fourth{
        u"CREATE INDEX session_by_transaction ON session (account_id, transaction_id) WHERE transaction_id IS NOT NULL"_s,
    };
    const QStringList fifth{
        u"ALTER TABLE payment ADD COLUMN payment_id TEXT"_s,
    };
    const QStringList sixth{
        u"ALTER TABLE payment ADD COLUMN checked_at INTEGER"_s,
    };
    const QStringList seventh{
        u"CREATE TABLE IF NOT EXISTS pair (id TEXT NOT NULL, since INTEGER NOT NULL)"_s,
    };
    const QStringList eighth{
        // What each account is at its provider, for the time when accounts.json is lost.
        uR"(CREATE TABLE IF NOT EXISTS known_account (
            id TEXT PRIMARY KEY, provider TEXT NOT NULL, mode TEXT NOT NULL, base_url TEXT NOT NULL,
            account_id TEXT, merchant_id TEXT))"_s,
    };
    const QStringList ninth{
        // Salted hashes of the keys of each account, never the keys.
        uR"(CREATE TABLE IF NOT EXISTS account_key (
            account_id TEXT NOT NULL, mark BLOB NOT NULL, UNIQUE (account_id, mark)))"_s,
    };
    const QStringList tenth{
        // Whether the provider has accepted the key. Of those from before nobody knows: they stay the account's.
        u"ALTER TABLE account_key ADD COLUMN answered INTEGER NOT NULL DEFAULT 1"_s,
    };
    const QStringList eleventh{
        u"CREATE INDEX IF NOT EXISTS payment_by_payment_id ON payment (account_id, payment_id) WHERE payment_id IS NOT NULL"_s,
    };
    const QStringList twelfth{
        u"ALTER TABLE payment ADD COLUMN received_amount INTEGER"_s,
    };
    const QStringList thirteenth{
        // When a list had it first, by the clock of this computer. Of those from before nobody knows.
        u"ALTER TABLE payment ADD COLUMN first_seen_at INTEGER"_s,
    };
    const QStringList sixteenth{
        // When the lists of an account were read last, as far as the rows of this file say. Of those from before nobody
        // knows.
        u"CREATE TABLE refreshed (account_id TEXT PRIMARY KEY, at INTEGER NOT NULL) WITHOUT ROWID"_s,
        // What lists and sums need of the details.
        u"ALTER TABLE payment ADD COLUMN fee_amount INTEGER"_s,
        u"ALTER TABLE payment ADD COLUMN fee_currency TEXT"_s,
        u"ALTER TABLE payment ADD COLUMN route_id TEXT"_s,
        u"ALTER TABLE payment ADD COLUMN gateway_name TEXT"_s,
        listedDetailsOfPayments(),
        // Whoever has a token or a URL whole has the end of it.
        u"CREATE INDEX session_by_token ON session_detail (substr(secure_token, -12)) WHERE secure_token IS NOT NULL"_s,
        u"CREATE INDEX session_by_url ON session_detail (substr(url, -20)) WHERE url IS NOT NULL"_s,
    };
    return {first, second, third,    fourth,  fifth,      sixth,        seventh,           eighth,
            ninth, tenth,  eleventh, twelfth, thirteenth, narrowRows(), searchIndexStep(), sixteenth};
}

std::vector<QStringList> journalSchema()
{
    const QStringList first{
        uR"(CREATE TABLE intent (
            key INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, account_id TEXT NOT NULL,
            body_hash BLOB NOT NULL, draft TEXT NOT NULL, opened_at INTEGER NOT NULL, deadline_at INTEGER,
            state TEXT NOT NULL, session_id TEXT, note TEXT, owner TEXT NOT NULL))"_s,
        u"CREATE INDEX intent_by_state ON intent (state, key)"_s,
    };
    const QStringList second{
        u"ALTER TABLE intent ADD COLUMN kind TEXT NOT NULL DEFAULT 'create'"_s,
        u"ALTER TABLE intent ADD COLUMN transaction_id TEXT"_s,
        u"ALTER TABLE intent ADD COLUMN amount INTEGER"_s,
        u"ALTER TABLE intent ADD COLUMN currency TEXT"_s,
        u"ALTER TABLE intent ADD COLUMN refunded_before INTEGER"_s,
        u"CREATE INDEX intent_by_transaction ON intent (account_id, transaction_id)"_s,
    };
    const QStringList third{
        u"ALTER TABLE intent ADD COLUMN provider_opened_at INTEGER"_s,
    };
    const QStringList fourth{
        u"ALTER TABLE intent ADD COLUMN entry TEXT"_s,
        u"ALTER TABLE intent ADD COLUMN batch_id TEXT"_s,
        u"CREATE INDEX intent_by_batch ON intent (batch_id, key) WHERE batch_id IS NOT NULL"_s,
    };
    const QStringList fifth{
        u"ALTER TABLE intent ADD COLUMN listed_before TEXT"_s,
        u"ALTER TABLE intent ADD COLUMN reason TEXT"_s,
    };
    const QStringList sixth{
        u"ALTER TABLE intent ADD COLUMN quote TEXT"_s,
        // A salted hash of the key that an intent was sent with, never the key.
        u"ALTER TABLE intent ADD COLUMN key_mark BLOB"_s,
    };
    const QStringList seventh{
        // What came with the session, where its account does not keep that out of files.
        u"ALTER TABLE intent ADD COLUMN handed_out TEXT"_s,
        u"ALTER TABLE intent ADD COLUMN draft_id TEXT"_s,
    };
    const QStringList eighth{
        u"ALTER TABLE intent ADD COLUMN was_closed INTEGER"_s,
    };
    const QStringList ninth{unknownRefundsMayHaveBeenClosed()};
    const QStringList tenth{
        // When the request ended, by both clocks, and when it was confirmed.
        u"ALTER TABLE intent ADD COLUMN ended_at INTEGER"_s,
        u"ALTER TABLE intent ADD COLUMN provider_ended_at INTEGER"_s,
        u"ALTER TABLE intent ADD COLUMN confirmed_at INTEGER"_s,
        // When those from before ended nobody knows: it was not after now.
        u"UPDATE intent SET ended_at = CAST(strftime('%s', 'now') AS INTEGER) * 1000 "
        "WHERE state IN ('open', 'unknown', 'accepted')"_s,
    };
    const QStringList eleventh{
        // What the provider says of a refund whose amount it has otherwise.
        u"ALTER TABLE intent ADD COLUMN reported_amount INTEGER"_s,
    };
    const QStringList twelfth{
        u"ALTER TABLE intent ADD COLUMN failed_by_total INTEGER"_s,
        // Of those from before nobody knows by what they failed.
        u"UPDATE intent SET failed_by_total = 1 WHERE kind = 'refund' AND state = 'failed'"_s,
    };
    const QStringList thirteenth{
        // Of a creation that is the row of a file.
        u"ALTER TABLE intent ADD COLUMN source TEXT"_s,
        u"ALTER TABLE intent ADD COLUMN source_line INTEGER"_s,
        u"CREATE INDEX IF NOT EXISTS intent_by_session ON intent (session_id) WHERE session_id IS NOT NULL"_s,
    };
    const QStringList fourteenth{
        // Of a creation, what its state does not say.
        u"ALTER TABLE intent ADD COLUMN remark TEXT"_s,
        // Those that were cancelled, and some whose quote was refused.
        u"UPDATE intent SET remark = 'left' WHERE kind = 'create' AND batch_id IS NOT NULL AND state = 'rejected' AND "
        "length(body_hash) = 0"_s,
        // Those that were answered with the session of another.
        u"UPDATE intent SET remark = 'earlier' WHERE kind = 'create' AND state = 'confirmed' AND session_id IS NOT "
        "NULL AND EXISTS (SELECT 1 FROM intent AS first WHERE first.session_id = intent.session_id AND first.kind = "
        "'create' AND first.state = 'confirmed' AND first.account_id = intent.account_id AND first.key < intent.key)"_s,
    };
    return {first,  second, third, fourth,   fifth,   sixth,      seventh,
            eighth, ninth,  tenth, eleventh, twelfth, thirteenth, fourteenth};
}

QString listedDetailsOfPayments()
{
    return u"UPDATE payment SET (fee_amount, fee_currency, route_id, gateway_name) = (SELECT CASE WHEN "
           "json_valid(fees) THEN json_extract(fees, '$.fee.amount') END, CASE WHEN json_valid(fees) THEN "
           "json_extract(fees, '$.fee.currency') END, processor_route_id, gateway FROM payment_detail WHERE "
           "payment_key = key) WHERE key IN (SELECT payment_key FROM payment_detail)"_s;
}

QString unknownRefundsMayHaveBeenClosed()
{
    return u"UPDATE intent SET was_closed = 1 WHERE kind = 'refund' AND state IN ('open', 'unknown')"_s;
}

} // namespace tilldeck::ledger
