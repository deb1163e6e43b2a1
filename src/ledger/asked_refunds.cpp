// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/asked_refunds.h"

#include "ledger/columns.h"
#include "ledger/database.h"
#include "ledger/journal.h"
#include "ledger/left_to_refund.h"
#include "ledger/payment_rows.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace tilldeck::ledger {

using checkout::TransactionStatus;

namespace {

/// Returns what the provider reports as given back, also of a payment that it calls wholly refunded without a figure.
std::optional<money::Money> reportedGivenBack(const checkout::Transaction &payment)
{
    const bool isAll = payment.status == checkout::TransactionStatus::Refunded;
    return payment.refunded || !isAll ? payment.refunded : std::optional(payment.amount);
}

/// Returns the sum of the refunds that the provider lists as given back.
qint64 listedGivenBack(const checkout::Transaction &payment)
{
    qint64 sum = 0;
    for (const checkout::Refund &entry : payment.refunds.value_or(payment.refundsInPart.readable)) {
        const bool isGivenBack = entry.status == checkout::RefundStatus::Succeeded;
        if (isGivenBack && __builtin_add_overflow(sum, entry.amount.minorUnits(), &sum))
            return std::numeric_limits<qint64>::max();
    }
    return sum;
}

} // namespace

std::optional<money::Money> knownGivenBack(const TransactionRecord &record)
{
    const auto reported = reportedGivenBack(record.transaction);
    return record.asked && reported ? reported->minus(record.asked->counted) : record.transaction.refunded;
}

TransactionStatus knownStatus(const TransactionRecord &record)
{
    const TransactionStatus reported = record.transaction.status;
    const bool isGivenBack = reported == TransactionStatus::Refunded || reported == TransactionStatus::PartlyRefunded;
    if (!record.asked || !isGivenBack)
        return reported;
    const auto back = knownGivenBack(record);
    if (!back || back->minorUnits() == 0)
        return TransactionStatus::Succeeded;
    return record.asked->counted.minorUnits() > 0 ? TransactionStatus::PartlyRefunded : reported;
}

OpenRefunds openRefunds(const TransactionRecord &record)
{
    const TransactionStatus status = knownStatus(record);
    const bool isPaid = status == TransactionStatus::Succeeded || status == TransactionStatus::Refunded ||
                        status == TransactionStatus::PartlyRefunded;
    if (!record.asked || !isPaid)
        return OpenRefunds::None;
    if (record.asked->unknown.minorUnits() > 0)
        return OpenRefunds::Unknown;
    if (record.asked->underWay.minorUnits() > 0)
        return OpenRefunds::UnderWay;
    const auto back = knownGivenBack(record);
    return !back || back->minorUnits() == 0 ? OpenRefunds::Asked : OpenRefunds::None;
}

AskedByPayment::AskedByPayment(const std::vector<Intent> &refunds, const ConnectedAccounts &connected)
{
    const auto add = [](qint64 &sum, qint64 amount) {
        if (__builtin_add_overflow(sum, amount, &sum))
            sum = std::numeric_limits<qint64>::max();
    };
    const auto sumOf = [](Asked &asked, Intent::State state) -> qint64 & {
        switch (state) {
        case Intent::State::Accepted:
            return asked.amount;
        case Intent::State::Unknown:
            return asked.unknown;
        case Intent::State::Open:
            return asked.underWay;
        default:
            return asked.confirmed;
        }
    };
    for (const Intent &intent : refunds) {
        using State = Intent::State;
        const bool isConfirmed = intent.state == State::Confirmed;
        const bool isOpen =
            intent.state == State::Accepted || intent.state == State::Unknown || intent.state == State::Open;
        if ((!isConfirmed && !isOpen) || !intent.amount)
            continue;
        const qint64 before = intent.refundedBefore ? intent.refundedBefore->minorUnits() : 0;
        for (const QString &accountId : connected.withShown(QStringList(intent.accountId))) {
            const Payment payment(accountId, intent.transactionId);
            if (isConfirmed && !m_asked.contains(payment))
                continue;
            Asked &asked = m_asked.try_emplace(payment, Asked{.before = before}).first->second;
            if (isOpen)
                asked.before = std::min(asked.before, before);
            // What the provider says of it is what its total counts.
            add(sumOf(asked, intent.state), reportedAmount(intent)->minorUnits());
        }
    }
}

void AskedByPayment::addTo(std::vector<TransactionRecord> &records) const
{
    for (TransactionRecord &record : records) {
        const auto found = m_asked.find({record.accountId, record.transaction.id});
        if (found == m_asked.end())
            continue;
        const Asked &asked = found->second;
        const money::Currency currency = record.transaction.amount.currency();
        const auto reported = reportedGivenBack(record.transaction);
        const bool isComparable = reported && reported->currency() == currency;
        // What is given back beside them is no part of any, and what the provider lists as given back is that.
        const qint64 beside = std::max(asked.before + asked.confirmed, listedGivenBack(record.transaction));
        qint64 left = isComparable ? reported->minorUnits() - beside : 0;
        const auto counted = [&left](qint64 amount) {
            const qint64 part = std::clamp(left, qint64(0), amount);
            left -= part;
            return part;
        };
        const qint64 taken = counted(asked.amount);
        const qint64 unknown = counted(asked.unknown);
        const qint64 underWay = counted(asked.underWay);
        record.asked =
            AskedRefunds{money::Money(asked.amount, currency), money::Money(asked.unknown, currency),
                         money::Money(asked.underWay, currency), money::Money(taken + unknown + underWay, currency)};
    }
}

void AskedByPayment::addTo(std::vector<PaymentRow> &rows, const Connection &connection) const
{
    if (m_asked.empty())
        return;
    for (PaymentRow &row : rows) {
        if (!m_asked.contains({row.accountId, row.id}))
            continue;
        std::vector<TransactionRecord> whole = paymentsWhere(connection, u"key = ?"_s, {row.key});
        addTo(whole);
        for (const TransactionRecord &record : whole) {
            row.status = knownStatus(record);
            row.refunds = openRefunds(record);
        }
    }
}

std::vector<TransactionRecord> AskedByPayment::records(const Connection &connection, Where where) const
{
    QJsonArray payments;
    for (const auto &[payment, refunds] : m_asked)
        payments.append(QJsonArray{payment.first, payment.second});
    where.terms << u"(account_id, transaction_id) IN (SELECT json_extract(value, '$[0]'), json_extract(value, '$[1]') "
                   "FROM json_each(?))"_s;
    where.values << QString::fromUtf8(QJsonDocument(payments).toJson(QJsonDocument::Compact));
    std::vector<TransactionRecord> found = paymentsWhere(connection, where.condition(), where.values);
    addTo(found);
    return found;
}

KnownStatuses AskedByPayment::knownStatuses(const Connection &connection) const
{
    KnownStatuses known;
    if (m_asked.empty())
        return known;
    for (const TransactionRecord &record : records(connection, {})) {
        const TransactionStatus status = knownStatus(record);
        if (status != record.transaction.status)
            known.others.emplace_back(record.key, status);
        if (record.asked && record.asked->amount.minorUnits() > 0)
            known.asked.push_back(record.key);
    }
    return known;
}

void AskedByPayment::moveIn(std::vector<CurrencyTotal> &totals, const Connection &connection,
                            const TransactionFilter &filter, const ShownAccounts &shown,
                            const KnownStatuses &known) const
{
    if (m_asked.empty() || totals.empty())
        return;
    for (const TransactionRecord &record : records(connection, paymentTerms(connection, filter, shown, known))) {
        const money::Currency currency = record.transaction.amount.currency();
        const auto total = std::ranges::find(totals, currency, &CurrencyTotal::currency);
        if (total == totals.end() || !record.asked)
            continue;
        const auto add = [&total](qint64 &sum, const money::Money &amount) {
            total->isTooLarge = __builtin_add_overflow(sum, amount.minorUnits(), &sum) || total->isTooLarge;
        };
        total->refunded -= record.asked->counted.minorUnits();
        add(total->asked, record.asked->amount);
        add(total->unknown, record.asked->unknown);
        add(total->underWay, record.asked->underWay);
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
