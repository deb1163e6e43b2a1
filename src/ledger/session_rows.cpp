// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/session_rows.h"

#include "checkout/draft_fields.h"
#include "ledger/columns.h"
#include "ledger/query_terms.h"
#include "ledger/session_combine.h"
#include "ledger/shown_accounts.h"
#include "ledger/value_texts.h"

using namespace Qt::StringLiterals;

namespace tilldeck::ledger {

namespace {

// One order for reading and writing.
const QStringList &listedColumns()
{
    static const QStringList names{
        u"key"_s,         u"account_id"_s, u"intent_id"_s,  u"state"_s,      u"session_id"_s,
        u"status"_s,      u"raw_status"_s, u"expires_at"_s, u"paid_tier"_s,  u"customer_label"_s,
        u"items_label"_s, u"amount"_s,     u"currency"_s,   u"created_at"_s,
    };
    return names;
}

const QStringList &sessionRowColumns()
{
    static const QStringList names =
        listedColumns() + QStringList{u"reported_created_at"_s, u"checked_at"_s, u"flow"_s, u"transaction_id"_s};
    return names;
}

const QStringList &sessionDetailColumns()
{
    static const QStringList names{
        u"secure_token"_s,
        u"url"_s,
        u"customer_id"_s,
        u"customer_email"_s,
        u"customer_name"_s,
        u"customer_first_name"_s,
        u"customer_last_name"_s,
        u"customer_country"_s,
        u"reported_amount"_s,
        u"reported_currency"_s,
        u"paid_route_id"_s,
        u"attempts"_s,
        u"draft"_s,
        u"fees"_s,
        u"handover"_s,
        u"quote"_s,
        u"search"_s,
    };
    return names;
}

/// Returns what a merchant wrote to find the session again: the values of custom fields, and what is sent to nobody.
QStringList ownTexts(const checkout::SessionDraft &draft)
{
    QStringList texts;
    for (const checkout::CustomField &field : draft.customFields) {
        if (const auto *text = std::get_if<QString>(&field.value))
            texts << *text;
        else if (const auto *number = std::get_if<qint64>(&field.value))
            texts << QString::number(*number);
    }
    for (const checkout::DraftField &field : checkout::localFields())
        texts << field.text.in(draft);
    return texts;
}

QVariantList sessionRowValues(const SessionRecord &record)
{
    const checkout::Session &session = record.session;
    return {
        record.key == 0 ? QVariant() : QVariant(record.key),
        record.accountId,
        textColumn(record.intentId),
        storedName(record.state),
        textColumn(session.id),
        storedName(session.status),
        textColumn(session.rawStatus),
        timeColumn(session.expiresAt),
        tierColumn(session.paidTier),
        textColumn(record.customerLabel),
        textColumn(record.itemsLabel),
        amountColumn(record.amount),
        currencyColumn(record.amount),
        record.createdAt.toMSecsSinceEpoch(),
        timeColumn(session.createdAt),
        timeColumn(record.checkedAt),
        textColumn(session.flow),
        textColumn(session.transactionId),
    };
}

QVariantList sessionDetailValues(const SessionRecord &record, qint64 key)
{
    const checkout::Session &session = record.session;
    return {
        key,
        textColumn(session.secureToken),
        textColumn(session.url),
        textColumn(session.customer.id),
        textColumn(session.customer.email),
        textColumn(session.customer.name),
        textColumn(session.customer.firstName),
        textColumn(session.customer.lastName),
        textColumn(session.customer.country),
        amountColumn(session.amount),
        currencyColumn(session.amount),
        textColumn(session.paidRouteId),
        attemptsColumn(session.attempts),
        draftColumn(record.draft),
        feesColumn(session.fees),
        handoverColumn(session.handover),
        quoteColumn(record.quote),
        // Neither token nor URL: they are found only by whoever has them whole.
        searchColumn(QStringList{record.customerLabel, session.customer.id, session.customer.email,
                                 session.customer.name, session.customer.firstName, session.customer.lastName,
                                 record.itemsLabel, session.id, session.transactionId, record.draft.reference,
                                 record.draft.customer.id, record.draft.customer.email, record.draft.customer.name,
                                 record.draft.customer.firstName, record.draft.customer.lastName} +
                     ownTexts(record.draft)),
    };
}

SessionRow rowFrom(const QSqlQuery &query)
{
    int column = 0;
    const auto next = [&] { return query.value(column++); };
    const auto text = [&] { return next().toString(); };
    SessionRow row;
    row.key = next().toLongLong();
    row.accountId = text();
    row.intentId = text();
    row.state = valueOf(next(), RecordState::Known);
    row.id = text();
    row.status = valueOf(next(), SessionStatus::Unrecognised);
    row.rawStatus = text();
    row.expiresAt = timeFrom(next());
    row.paidTier = tierFrom(next());
    row.customerLabel = text();
    row.itemsLabel = text();
    const QVariant minorUnits = next();
    row.amount = amountFrom(minorUnits, next());
    row.createdAt = timeFrom(next());
    return row;
}

SessionRecord recordFrom(const QSqlQuery &query)
{
    int column = static_cast<int>(listedColumns().size());
    const auto next = [&] { return query.value(column++); };
    const auto text = [&] { return next().toString(); };
    const auto amount = [&] {
        const QVariant minorUnits = next();
        return amountFrom(minorUnits, next());
    };
    SessionRow row = rowFrom(query);
    SessionRecord record;
    checkout::Session &session = record.session;
    record.key = row.key;
    record.accountId = std::move(row.accountId);
    record.intentId = std::move(row.intentId);
    record.state = row.state;
    session.id = std::move(row.id);
    session.status = row.status;
    session.rawStatus = std::move(row.rawStatus);
    session.expiresAt = row.expiresAt;
    session.paidTier = row.paidTier;
    record.customerLabel = std::move(row.customerLabel);
    record.itemsLabel = std::move(row.itemsLabel);
    record.amount = row.amount;
    record.createdAt = row.createdAt;
    session.createdAt = timeFrom(next());
    record.checkedAt = timeFrom(next());
    session.flow = text();
    session.transactionId = text();
    session.secureToken = text();
    session.url = text();
    session.customer.id = text();
    session.customer.email = text();
    session.customer.name = text();
    session.customer.firstName = text();
    session.customer.lastName = text();
    session.customer.country = text();
    session.amount = amount();
    session.paidRouteId = text();
    session.attempts = attemptsFrom(next());
    record.draft = draftFrom(next());
    session.fees = feesFrom(next());
    session.handover = handoverFrom(next());
    record.quote = quoteFrom(next());
    return record;
}

std::optional<SessionRecord> firstWhere(const Connection &connection, const QString &condition,
                                        const QVariantList &values)
{
    auto records = sessionsWhere(connection, condition, values);
    return records.empty() ? std::nullopt : std::optional(std::move(records.front()));
}

QString intoStatement(const QString &table, const QStringList &columns)
{
    const QString marks = QStringList(columns.size(), u"?"_s).join(u", "_s);
    return u"INTO %1 (%2) VALUES (%3)"_s.arg(table, columns.join(u", "_s), marks);
}

QString insertSessionDetail()
{
    return insertOrChange(u"session_detail"_s, u"session_key"_s, sessionDetailColumns());
}

QDateTime firstKnownTime(const SessionRecord &record)
{
    for (const QDateTime &time : {record.createdAt, record.session.createdAt, record.checkedAt})
        if (time.isValid())
            return time;
    return QDateTime::currentDateTimeUtc();
}

/// Returns whether two rows with one id are one session, where the accounts may be two.
bool isSameSession(const SessionRecord &one, const SessionRecord &other)
{
    return one.session.createdAt.isValid() && one.session.createdAt == other.session.createdAt &&
           one.amount == other.amount;
}

bool differ(SessionRecord stored, const SessionRecord &record)
{
    stored.checkedAt = record.checkedAt;
    return stored != record;
}

} // namespace

QString wholeSessions()
{
    // A session whose details are lost is a session still.
    return u"session LEFT JOIN session_detail ON session_key = key"_s;
}

SessionRow::SessionRow(const SessionRecord &record)
    : key(record.key)
    , accountId(record.accountId)
    , intentId(record.intentId)
    , state(record.state)
    , id(record.session.id)
    , status(record.session.status)
    , rawStatus(record.session.rawStatus)
    , expiresAt(record.session.expiresAt)
    , paidTier(record.session.paidTier)
    , customerLabel(record.customerLabel)
    , itemsLabel(record.itemsLabel)
    , amount(record.amount)
    , createdAt(record.createdAt)
{
}

std::vector<SessionRow> sessionRowsWhere(const Connection &connection, const QString &condition,
                                         const QVariantList &values)
{
    // SQLite leaves the details alone where the condition does not ask for them.
    static const QString columns = listedColumns().join(u", "_s);
    QSqlQuery query = connection.exec(u"SELECT %1 FROM %2 WHERE %3"_s.arg(columns, wholeSessions(), condition), values);
    std::vector<SessionRow> rows;
    while (connection.next(query))
        rows.push_back(rowFrom(query));
    return rows;
}

std::vector<SessionRecord> sessionsWhere(const Connection &connection, const QString &condition,
                                         const QVariantList &values)
{
    const QStringList columns = sessionRowColumns() + sessionDetailColumns();
    QSqlQuery query =
        connection.exec(u"SELECT %1 FROM %2 WHERE %3"_s.arg(columns.join(u", "_s), wholeSessions(), condition), values);
    std::vector<SessionRecord> records;
    while (connection.next(query))
        records.push_back(recordFrom(query));
    return records;
}

std::optional<SessionRecord> sessionById(const Connection &connection, const QString &accountId,
                                         const QString &sessionId)
{
    return firstWhere(connection, u"account_id = ? AND session_id = ?"_s, {accountId, sessionId});
}

std::optional<SessionRecord> sessionByTransaction(const Connection &connection, const QString &accountId,
                                                  const QString &transactionId)
{
    return firstWhere(connection, u"account_id = ? AND transaction_id = ? ORDER BY key DESC LIMIT 1"_s,
                      {accountId, transactionId});
}

std::optional<SessionRecord> sessionByIntent(const Connection &connection, const QString &intentId)
{
    return firstWhere(connection, u"intent_id = ?"_s, {intentId});
}

std::vector<SessionRecord> sessionsWithSecrets(const Connection &connection, const QStringList &accountIds)
{
    const QString marks = QStringList(accountIds.size(), u"?"_s).join(u", "_s);
    return sessionsWhere(
        connection,
        u"account_id IN (%1) AND (secure_token IS NOT NULL OR url IS NOT NULL OR "
        "instr(handover, '\"client_secret\"') > 0 OR instr(handover, '\"publishable_key\"') > 0)"_s.arg(marks),
        QVariantList(accountIds.begin(), accountIds.end()));
}

SessionInsert::SessionInsert(const Connection &connection)
    : m_connection(connection)
    , m_row(connection.prepared(u"INSERT "_s + intoStatement(u"session"_s, sessionRowColumns())))
    , m_detail(connection.prepared(insertSessionDetail()))
{
}

qint64 SessionInsert::add(const SessionRecord &record)
{
    m_connection.run(m_row, sessionRowValues(record));
    const qint64 key = m_row.lastInsertId().toLongLong();
    m_connection.run(m_detail, sessionDetailValues(record, key));
    return key;
}

void updateSession(const Connection &connection, const SessionRecord &record)
{
    connection.exec(u"UPDATE session SET %1 = ? WHERE key = ?"_s.arg(sessionRowColumns().join(u" = ?, "_s)),
                    sessionRowValues(record) << record.key);
    connection.exec(insertSessionDetail(), sessionDetailValues(record, record.key));
}

PutAnswer putSession(const Connection &connection, const SessionRecord &record, bool keepStoredTexts,
                     const ShownAccounts *shown)
{
    const QString &intentId = record.intentId;
    const QString &sessionId = record.session.id;
    auto stored = intentId.isEmpty() ? std::nullopt : sessionByIntent(connection, intentId);
    auto listed = sessionId.isEmpty() ? std::nullopt : sessionById(connection, record.accountId, sessionId);
    for (const QString &accountId : shown ? shown->lost() : QStringList()) {
        if (stored || sessionId.isEmpty())
            break;
        stored = sessionById(connection, accountId, sessionId);
        if (stored && !shown->isSame(accountId) && !isSameSession(*stored, record))
            stored.reset();
        if (stored)
            connection.exec(u"UPDATE event SET account_id = ? WHERE account_id = ? AND session_id = ?"_s,
                            {record.accountId, accountId, sessionId});
    }
    PutAnswer answer;
    if (!stored && !listed) {
        answer.record = record;
        answer.record.key = 0;
        answer.record.createdAt = firstKnownTime(record);
        answer.record.key = SessionInsert(connection).add(answer.record);
        answer.changed = true;
        return answer;
    }
    const bool wasTwice = stored && listed && stored->key != listed->key;
    if (wasTwice) {
        // A list of the provider's named the session before its own creation was answered: one row of the two.
        connection.exec(u"DELETE FROM session WHERE key = ?"_s, {listed->key});
        stored = combined(*stored, *listed, true);
    } else if (!stored) {
        stored = std::move(listed);
    }
    answer.record = combined(*stored, record, keepStoredTexts);
    answer.changed = wasTwice || differ(*stored, answer.record);
    if (wasTwice || answer.record != *stored)
        updateSession(connection, answer.record);
    return answer;
}

} // namespace tilldeck::ledger
