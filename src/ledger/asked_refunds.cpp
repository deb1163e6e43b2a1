// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/asked_refunds.h"

#include "ledger/columns.h"
#include "ledger/database.h"
#include "ledger/journal.h"
#include "ledger/payment_sums.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tilldeck::ledger {

namespace {

/// Returns what the provider reports as given back, also of a payment that it calls wholly refunded without a figure.
std::optional<money::Money> reportedGivenBack(const checkout::Transaction &payment)
{
    const bool isAll = payment.status == checkout::TransactionStatus::Refunded;
    return payment.refunded || !isAll ? payment.refunded : std::optional(payment.amount);
}

} // namespace

std::optional<money::Money> knownGivenBack(const TransactionRecord &record)
{
    const auto reported = reportedGivenBack(record.transaction);
    return record.asked && reported ? reported->minus(record.asked->counted) : record.transaction.refunded;
}

AskedByPayment::AskedByPayment(const std::vector<Intent> &refunds, const ConnectedAccounts &connected)
{
    for (const Intent &intent : refunds) {
        if (intent.state != Intent::State::Accepted || !intent.amount)
            continue;
        const qint64 before = intent.refundedBefore ? intent.refundedBefore->minorUnits() : 0;
        for (const QString &accountId : connected.withShown(QStringList(intent.accountId))) {
            Asked &asked = m_asked.try_emplace({accountId, intent.transactionId}, Asked{0, before}).first->second;
            asked.before = std::min(asked.before, before);
            if (__builtin_add_overflow(asked.amount, intent.amount->minorUnits(), &asked.amount))
                asked.amount = std::numeric_limits<qint64>::max();
        }
    }
}

void AskedByPayment::addTo(std::vector<TransactionRecord> &records) const
{
    for (TransactionRecord &record : records) {
        const auto found = m_asked.find({record.accountId, record.transaction.id});
        if (found == m_asked.end())
            continue;
        const money::Currency currency = record.transaction.amount.currency();
        const auto reported = reportedGivenBack(record.transaction);
        const qint64 since = reported ? reported->minorUnits() - found->second.before : 0;
        const qint64 counted = std::clamp(since, qint64(0), found->second.amount);
        record.asked = AskedRefunds{money::Money(found->second.amount, currency), money::Money(counted, currency)};
    }
}

void AskedByPayment::moveIn(std::vector<CurrencyTotal> &totals, const Connection &connection,
                            const TransactionFilter &filter, const ShownAccounts &shown) const
{
    if (m_asked.empty() || totals.empty())
        return;
    QJsonArray asked;
    for (const auto &[payment, refunds] : m_asked)
        asked.append(QJsonArray{payment.first, payment.second, refunds.amount, refunds.before});
    const Where where = paymentTerms(filter, shown);
    QSqlQuery query = connection.exec(
        u"SELECT currency, max(0, min(asked, back - before)), asked FROM ("
        "SELECT currency, %1 AS back, json_extract(a.value, '$[2]') AS asked, json_extract(a.value, '$[3]') AS before "
        "FROM json_each(?) AS a JOIN payment ON account_id = json_extract(a.value, '$[0]') "
        "AND transaction_id = json_extract(a.value, '$[1]') WHERE %2)"_s.arg(refundedColumn(), where.condition()),
        QVariantList{QString::fromUtf8(QJsonDocument(asked).toJson(QJsonDocument::Compact))} + where.values);
    while (connection.next(query)) {
        const QString code = query.value(0).toString();
        const auto total =
            std::ranges::find_if(totals, [&code](const CurrencyTotal &one) { return one.currency.code() == code; });
        if (total == totals.end())
            continue;
        total->refunded -= query.value(1).toLongLong();
        total->isTooLarge =
            __builtin_add_overflow(total->asked, query.value(2).toLongLong(), &total->asked) || total->isTooLarge;
    }
}

QStringList AskedByPayment::accountsUnlike(const AskedByPayment &other) const
{
    QStringList accounts;
    const auto addUnlike = [&accounts](const AskedByPayment &these, const AskedByPayment &those) {
        for (const auto &[payment, refunds] : these.m_asked) {
            const auto found = those.m_asked.find(payment);
            if ((found == those.m_asked.end() || found->second != refunds) && !accounts.contains(payment.first))
                accounts << payment.first;
        }
    };
    addUnlike(*this, other);
    addUnlike(other, *this);
    return accounts;
}

} // namespace tilldeck::ledger
