// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/payment_rows.h"

#include "ledger/columns.h"
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
const QString paymentRowColumns =
    u"account_id, transaction_id, amount, currency, refunded_amount, refunded_currency, received_amount, status, "
    "raw_status, session_id, payment_id, tier, decline_code, method, customer_label, items_label, created_at"_s;
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
    return {
        record.accountId,
        payment.id,
        payment.amount.minorUnits(),
        payment.amount.currency().code(),
        amountColumn(payment.refunded),
        currencyColumn(payment.refunded),
        amountColumn(payment.received),
        storedName(payment.status),
        textColumn(payment.rawStatus),
        textColumn(payment.sessionId),
        textColumn(payment.paymentId),
        tierColumn(payment.tier),
        textColumn(payment.declineCode),
        textColumn(payment.method),
        textColumn(record.customerLabel),
        textColumn(record.itemsLabel),
        payment.createdAt.isValid() ? payment.createdAt.toMSecsSinceEpoch() : 0,
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

TransactionRecord recordFrom(const Connection &connection, const QSqlQuery &query)
{
    int column = 0;
    const auto next = [&] { return query.value(column++); };
    const auto text = [&] { return next().toString(); };
    const auto amount = [&] {
        const QVariant minorUnits = next();
        return amountFrom(minorUnits, next());
    };
    const qint64 key = next().toLongLong();
    const QString accountId = text();
    const QString id = text();
    const auto paid = amount();
    if (!paid)
        connection.fail({}, u"SELECT amount FROM payment"_s);
    checkout::Transaction payment(id, *paid);
    payment.refunded = amount();
    payment.received = amountFrom(next(), QVariant(payment.amount.currency().code()));
    payment.status = valueOf(next(), TransactionStatus::Unrecognised);
    payment.rawStatus = text();
    payment.sessionId = text();
    payment.paymentId = text();
    payment.tier = tierFrom(next());
    payment.declineCode = text();
    payment.method = text();
    const QString customerLabel = text();
    const QString itemsLabel = text();
    payment.createdAt = timeFrom(next());
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
    TransactionRecord record(key, accountId, std::move(payment));
    record.customerLabel = customerLabel;
    record.itemsLabel = itemsLabel;
    return record;
}

bool wasTaken(TransactionStatus status)
{
    return status == TransactionStatus::Succeeded || status == TransactionStatus::PartlyRefunded ||
           status == TransactionStatus::Refunded;
}

/// Keeps what an earlier answer reported and this one leaves out: a list reports less than a look-up.
void keepUnreported(checkout::Transaction &payment, const checkout::Transaction &before)
{
    const auto keep = [](auto &value, const auto &old) {
        if (value == std::remove_cvref_t<decltype(value)>())
            value = old;
    };
    // A payment that was paid is never under way again, whatever a list that lags behind says.
    if (payment.status == TransactionStatus::Pending && wasTaken(before.status)) {
        payment.status = before.status;
        payment.rawStatus = before.rawStatus;
    }
    const bool wasGivenBack =
        before.status == TransactionStatus::PartlyRefunded || before.status == TransactionStatus::Refunded;
    if (wasGivenBack && payment.status == TransactionStatus::Succeeded && !payment.refunded) {
        payment.status = before.status;
        payment.rawStatus = before.rawStatus;
    }
    // A part that was given back is no figure for the whole.
    if (payment.status != TransactionStatus::Refunded || before.status == TransactionStatus::Refunded)
        keep(payment.refunded, before.refunded);
    keep(payment.received, before.received);
    keep(payment.discount, before.discount);
    keep(payment.sessionId, before.sessionId);
    keep(payment.customerId, before.customerId);
    keep(payment.processorRouteId, before.processorRouteId);
    keep(payment.tier, before.tier);
    keep(payment.method, before.method);
    keep(payment.gateway, before.gateway);
    keep(payment.reference, before.reference);
    keep(payment.paymentId, before.paymentId);
    keep(payment.priced, before.priced);
    keep(payment.fees, before.fees);
    keep(payment.split, before.split);
    keep(payment.attempts, before.attempts);
    if (payment.status == TransactionStatus::Failed && before.status == TransactionStatus::Failed)
        keep(payment.declineCode, before.declineCode);
    // A list with entries that cannot be read is a newer one than that of before.
    if (payment.refundsInPart == checkout::RefundsInPart())
        keep(payment.refunds, before.refunds);
    if (!payment.refunds)
        keep(payment.refundsInPart, before.refundsInPart);
    keep(payment.steps, before.steps);
}

/// Returns whether @p one and @p other have nothing in common but their id. A payment that was made at the same moment
/// may only be written in another way, or have gone on.
bool isOfAnotherShop(const checkout::Transaction &one, const checkout::Transaction &other)
{
    return one.createdAt.isValid() && other.createdAt.isValid() && one.createdAt != other.createdAt &&
           one.amount != other.amount;
}

/// How long what was reported as given back stays while answers lack it: a copy of the provider's data may lag behind.
constexpr qint64 lagMs = qint64(24) * 3600 * 1000;

/// Keeps what @p before reported as given back, and the status by it.
void keepRefunds(checkout::Transaction &payment, const checkout::Transaction &before)
{
    payment.status = before.status;
    payment.rawStatus = before.rawStatus;
    payment.refunded = before.refunded;
    payment.refunds = before.refunds;
    payment.refundsInPart = before.refundsInPart;
}

/// Combines an answer with the stored row: what was asked for later wins, and what it leaves out stays; so does what
/// was given back where the answer @p isLagging. Of two different payments the later one is the row, and nothing of the
/// other.
TransactionRecord combinedPayment(const TransactionRecord &stored, const TransactionRecord &incoming, bool isOlder,
                                  bool isLagging)
{
    const TransactionRecord &before = isOlder ? incoming : stored;
    TransactionRecord after = isOlder ? stored : incoming;
    after.key = stored.key;
    if (isOfAnotherShop(stored.transaction, incoming.transaction))
        return after;
    // A row's place in the list does not move once it is shown.
    after.transaction.createdAt = stored.transaction.createdAt;
    keepUnreported(after.transaction, before.transaction);
    if (isLagging)
        keepRefunds(after.transaction, stored.transaction);
    if (after.customerLabel.isEmpty())
        after.customerLabel = before.customerLabel;
    if (after.itemsLabel.isEmpty())
        after.itemsLabel = before.itemsLabel;
    return after;
}

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
