// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/payment_rows.h"

#include "ledger/columns.h"
#include "ledger/payment_combine.h"
#include "ledger/query_terms.h"
#include "ledger/session_combine.h"
#include "ledger/session_queries.h"
#include "ledger/session_rows.h"
#include "ledger/value_texts.h"
#include "money/format.h"

#include <QSqlError>

using namespace Qt::StringLiterals;

namespace tilldeck::ledger {

namespace {

// One order for reading and writing.
const QString listedPaymentColumns =
    u"account_id, transaction_id, amount, currency, status, raw_status, session_id, tier, customer_label, items_label, "
    "created_at, fee_amount, fee_currency, route_id, gateway_name"_s;
const QString paymentRowColumns =
    listedPaymentColumns + u", refunded_amount, refunded_currency, received_amount, payment_id, decline_code, method"_s;
const QString paymentDetailColumns =
    u"discount_amount, discount_currency, customer_id, processor_route_id, attempts, gateway, reference, "
    "priced_amount, priced_currency, fees, split, refunds, steps, amount_text, search"_s;
const QString paymentColumns = u"key, "_s + paymentRowColumns + u", "_s + paymentDetailColumns;

QString marksFor(const QString &columns)
{
    return QStringList(columns.count(u',') + 1, u"?"_s).join(u", "_s);
}

QVariantList paymentRowValues(const TransactionRecord &record)
{
    const checkout::Transaction &payment = record.transaction;
    const auto fee = payment.fees ? payment.fees->fee : std::nullopt;
    return {
        record.accountId,
        payment.id,
        payment.amount.minorUnits(),
        payment.amount.currency().code(),
        storedName(payment.status),
        textColumn(payment.rawStatus),
        textColumn(payment.sessionId),
        tierColumn(payment.tier),
        textColumn(record.customerLabel),
        textColumn(record.itemsLabel),
        payment.createdAt.isValid() ? payment.createdAt.toMSecsSinceEpoch() : 0,
        amountColumn(fee),
        currencyColumn(fee),
        textColumn(payment.processorRouteId),
        textColumn(payment.gateway),
        amountColumn(payment.refunded),
        currencyColumn(payment.refunded),
        amountColumn(payment.received),
        textColumn(payment.paymentId),
        textColumn(payment.declineCode),
        textColumn(payment.method),
    };
}

QVariantList paymentDetailValues(const TransactionRecord &record)
{
    const checkout::Transaction &payment = record.transaction;
    return {
        amountColumn(payment.discount),
        currencyColumn(payment.discount),
        textColumn(payment.customerId),
        textColumn(payment.processorRouteId),
        attemptsColumn(payment.attempts),
        textColumn(payment.gateway),
        textColumn(payment.reference),
        amountColumn(payment.priced),
        currencyColumn(payment.priced),
        feesColumn(payment.fees),
        splitColumn(payment.split),
        refundsColumn(payment.refunds, payment.refundsInPart),
        stepsColumn(payment.steps),
        money::plainAmount(payment.amount),
        searchColumn({record.customerLabel, payment.customerId, record.itemsLabel, payment.id, payment.sessionId,
                      payment.reference, payment.declineCode, payment.paymentId}),
    };
}

QString insertPaymentRow()
{
    const QString columns = paymentRowColumns + u", checked_at, first_seen_at"_s;
    return u"INSERT INTO payment (%1) VALUES (%2)"_s.arg(columns, marksFor(columns));
}

QString insertPaymentDetail()
{
    return insertOrChange(u"payment_detail"_s, u"payment_key"_s, paymentDetailColumns.split(u", "_s));
}

PaymentRow rowFrom(const Connection &connection, const QSqlQuery &query)
{
    int column = 0;
    const auto next = [&] { return query.value(column++); };
    const auto text = [&] { return next().toString(); };
    const auto amount = [&] {
        const QVariant minorUnits = next();
        return amountFrom(minorUnits, next());
    };
    const qint64 key = next().toLongLong();
    QString accountId = text();
    QString id = text();
    const auto paid = amount();
    if (!paid)
        connection.fail({}, u"SELECT amount FROM payment"_s);
    PaymentRow row(key, std::move(accountId), std::move(id), *paid);
    row.status = valueOf(next(), TransactionStatus::Unrecognised);
    row.rawStatus = text();
    row.sessionId = text();
    row.tier = tierFrom(next());
    row.customerLabel = text();
    row.itemsLabel = text();
    row.createdAt = timeFrom(next());
    row.fee = amount();
    row.processorRouteId = text();
    row.gateway = text();
    return row;
}

TransactionRecord recordFrom(const Connection &connection, const QSqlQuery &query)
{
    int column = static_cast<int>(listedPaymentColumns.count(u',')) + 2; // behind the key and them
    const auto next = [&] { return query.value(column++); };
    const auto text = [&] { return next().toString(); };
    const auto amount = [&] {
        const QVariant minorUnits = next();
        return amountFrom(minorUnits, next());
    };
    const PaymentRow row = rowFrom(connection, query);
    checkout::Transaction payment(row.id, row.amount);
    payment.status = row.status;
    payment.rawStatus = row.rawStatus;
    payment.sessionId = row.sessionId;
    payment.tier = row.tier;
    payment.createdAt = row.createdAt;
    payment.refunded = amount();
    payment.received = amountFrom(next(), QVariant(payment.amount.currency().code()));
    payment.paymentId = text();
    payment.declineCode = text();
    payment.method = text();
    payment.discount = amount();
    payment.customerId = text();
    payment.processorRouteId = text();
    payment.attempts = attemptsFrom(next());
    payment.gateway = text();
    payment.reference = text();
    payment.priced = amount();
    payment.fees = feesFrom(next());
    payment.split = splitFrom(next());
    const QVariant refunds = next();
    payment.refunds = refundsFrom(refunds);
    payment.refundsInPart = refundsInPartFrom(refunds);
    payment.steps = stepsFrom(next());
    TransactionRecord record(row.key, row.accountId, std::move(payment));
    record.customerLabel = row.customerLabel;
    record.itemsLabel = row.itemsLabel;
    return record;
}

/// How long what was reported as given back stays while answers lack it: a copy of the provider's data may lag behind.
constexpr qint64 lagMs = qint64(24) * 3600 * 1000;

/// Returns whether @p stored, which has the id of @p record, is its row: under its account, or under a lost one that is
/// the same for sure, or with the same time and amount.
bool isRowOf(const TransactionRecord &stored, const TransactionRecord &record, const ShownAccounts *shown)
{
    if (stored.accountId == record.accountId || (shown && shown->isSame(stored.accountId)))
        return true;
    const checkout::Transaction &one = stored.transaction;
    const checkout::Transaction &other = record.transaction;
    return one.createdAt.isValid() && one.createdAt == other.createdAt && one.amount == other.amount;
}

/// Inserts or updates by (account, transaction id). Returns the row as stored, and whether more of it changed than
/// @p askedAt.
std::pair<TransactionRecord, bool> putPayment(const Connection &connection, const TransactionRecord &record,
                                              const QDateTime &askedAt, const ShownAccounts *shown, bool mayLag)
{
    const QStringList lost = shown ? shown->lost() : QStringList();
    const Where where = accountIndexTerm(QStringList(record.accountId) + lost);
    QSqlQuery query =
        connection.exec(u"SELECT %1, checked_at FROM %2 WHERE %3 AND transaction_id = ? ORDER BY account_id = ? "
                        "DESC"_s.arg(paymentColumns, wholePayments(), where.condition()),
                        where.values + QVariantList{record.transaction.id, record.accountId});
    bool isStored = connection.next(query);
    while (isStored && !isRowOf(recordFrom(connection, query), record, shown))
        isStored = connection.next(query);
    if (!isStored) {
        PaymentInsert(connection).add(record, askedAt);
        return {record, true};
    }
    const TransactionRecord stored = recordFrom(connection, query);
    const QDateTime checkedAt = timeFrom(query.value(static_cast<int>(paymentColumns.count(u',')) + 1));
    query.finish();
    const bool isOlder = isOlderAnswer(askedAt, checkedAt);
    // The moment of the last answer that lacked nothing stays, so that the row follows in the end.
    const bool isLagging = mayLag && checkedAt.isValid() && askedAt.isValid() && checkedAt.msecsTo(askedAt) < lagMs &&
                           checkout::lacksRefunds(record.transaction, stored.transaction);
    TransactionRecord after = combinedPayment(stored, record, isOlder, isLagging);
    after.accountId = record.accountId;
    const bool isNewest = askedAt.isValid() && !isOlder && !isLagging;
    const QVariant newest = timeColumn(isNewest ? askedAt : checkedAt);
    if (after != stored) {
        const QString assignments = paymentRowColumns.split(u", "_s).join(u" = ?, "_s);
        connection.exec(u"UPDATE payment SET %1 = ?, checked_at = ? WHERE key = ?"_s.arg(assignments),
                        paymentRowValues(after) << newest << after.key);
        connection.exec(insertPaymentDetail(), QVariantList{after.key} + paymentDetailValues(after));
        return {std::move(after), true};
    }
    if (newest != timeColumn(checkedAt))
        connection.exec(u"UPDATE payment SET checked_at = ? WHERE key = ?"_s, {newest, after.key});
    return {std::move(after), false};
}

} // namespace

PaymentInsert::PaymentInsert(const Connection &connection)
    : m_connection(connection)
    , m_row(connection.prepared(insertPaymentRow()))
    , m_detail(connection.prepared(insertPaymentDetail()))
{
}

void PaymentInsert::add(const TransactionRecord &record, const QDateTime &askedAt)
{
    m_connection.run(m_row, paymentRowValues(record) << timeColumn(askedAt) << timeColumn(askedAt));
    m_connection.run(m_detail, QVariantList{m_row.lastInsertId()} + paymentDetailValues(record));
}

QString wholePayments()
{
    return u"payment LEFT JOIN payment_detail ON payment_key = key"_s;
}

std::vector<PaymentRow> paymentRowsWhere(const Connection &connection, const QString &condition,
                                         const QVariantList &values)
{
    // SQLite leaves the details alone where the condition does not ask for them.
    QSqlQuery query = connection.exec(
        u"SELECT key, %1 FROM %2 WHERE %3"_s.arg(listedPaymentColumns, wholePayments(), condition), values);
    std::vector<PaymentRow> rows;
    while (connection.next(query))
        rows.push_back(rowFrom(connection, query));
    return rows;
}

std::vector<TransactionRecord> paymentsWhere(const Connection &connection, const QString &condition,
                                             const QVariantList &values)
{
    QSqlQuery query =
        connection.exec(u"SELECT %1 FROM %2 WHERE %3"_s.arg(paymentColumns, wholePayments(), condition), values);
    std::vector<TransactionRecord> records;
    while (connection.next(query))
        records.push_back(recordFrom(connection, query));
    return records;
}

namespace {

/// Returns whether the provider says that @p payment is of another customer than @p row was made for: who pays may give
/// another name, and a reference that was used before stands for the charge of that.
bool isOfAnotherCustomer(const checkout::Transaction &payment, const SessionRecord &row)
{
    // Where the provider has no customer ids, the e-mail is one.
    const bool isEmail = payment.customerId.contains(u'@');
    const auto idIn = [isEmail](const checkout::CustomerChoice &customer) {
        return isEmail ? customer.email : customer.id;
    };
    const QString reported = idIn(row.session.customer);
    const QString made = reported.isEmpty() ? idIn(row.draft.customer) : reported;
    return !made.isEmpty() && !payment.customerId.isEmpty() &&
           made.compare(payment.customerId, Qt::CaseInsensitive) != 0;
}

} // namespace

MergedPayment mergePayment(const Connection &connection, TransactionRecord record, const QDateTime &askedAt,
                           const ApplyPayment &apply, const ShownAccounts *shown, bool mayLag)
{
    const auto session = record.transaction.sessionId.isEmpty()
                             ? sessionByTransaction(connection, record.accountId, record.transaction.id)
                             : sessionById(connection, record.accountId, record.transaction.sessionId);
    if (session) {
        record.transaction.sessionId = session->session.id;
        if (record.customerLabel.isEmpty() && !isOfAnotherCustomer(record.transaction, *session))
            record.customerLabel = session->customerLabel;
        if (record.itemsLabel.isEmpty())
            record.itemsLabel = session->itemsLabel;
    }
    if (record.customerLabel.isEmpty())
        record.customerLabel = record.transaction.customerId;
    MergedPayment merged;
    const auto [payment, changed] = putPayment(connection, record, askedAt, shown, mayLag);
    merged.changed = changed;
    if (!session || !apply)
        return merged;
    SessionRecord after = *session;
    apply(after, payment.transaction);
    const bool isNewStatus = after.session.status != session->session.status;
    if (isNewStatus && (!after.checkedAt.isValid() || after.checkedAt < askedAt))
        after.checkedAt = askedAt;
    if (after == *session)
        return merged;
    merged.changedSession = putSession(connection, after, false).changed;
    if (isNewStatus)
        insertEvent(connection, after.accountId, after.session.id,
                    {TimelineEvent::Kind::StatusChanged, after.session.rawStatus, askedAt});
    return merged;
}

std::optional<TransactionRecord> paymentById(const Connection &connection, const QString &accountId,
                                             const QString &transactionId)
{
    auto found = paymentsWhere(connection, u"account_id = ? AND transaction_id = ?"_s, {accountId, transactionId});
    return found.empty() ? std::nullopt : std::optional(std::move(found.front()));
}

QString amountAsTyped(const QString &text)
{
    QString digits;
    qsizetype mark = -1;
    for (const QChar c : text) {
        if (c.isDigit())
            digits += QChar(u'0' + c.digitValue());
        else if (c == u'.' || c == u',')
            mark = digits.size();
        else if (!c.isSpace() && c != u'\'' && c != u'\u2019')
            return {};
    }
    const qsizetype after = mark < 0 ? 0 : digits.size() - mark;
    // Three digits behind the last mark are a group, except in currencies of three decimals, which are found by typing
    // all.
    if (mark > 0 && after != 3)
        digits.insert(mark, u'.');
    return digits;
}

} // namespace tilldeck::ledger
