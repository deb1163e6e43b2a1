// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/merge_transactions.h"

#include "desk/apply_payment.h"
#include "desk/flows_without_look_up.h"
#include "desk/while_open.h"

#include <QCoroFuture>

namespace tilldeck::desk {

using checkout::TransactionStatus;
using ledger::SessionRecord;
using ledger::TransactionRecord;

namespace {

/// Sets the amount that was paid, where the session itself does not report it.
void applyAmount(SessionRecord &record, const checkout::Transaction &transaction)
{
    const bool paid = transaction.status == TransactionStatus::Succeeded;
    if (!paid || !record.session.attempts.empty() || record.amount == transaction.amount)
        return;
    checkout::PaymentAttempt attempt;
    attempt.tier = transaction.tier.value_or(record.session.paidTier.value_or(0));
    attempt.processorRouteId = transaction.processorRouteId;
    attempt.succeeded = true;
    attempt.amount = transaction.amount;
    attempt.at = transaction.createdAt;
    record.session.attempts.push_back(attempt);
    record.amount = transaction.amount;
}

/// Sets the amount that was paid for a charge. A charge has no tiers, and its payment is as old as the charge is: when
/// it was paid is not said.
void applyChargeAmount(SessionRecord &record, const checkout::Transaction &transaction)
{
    if (transaction.status != TransactionStatus::Succeeded || record.amount == transaction.amount)
        return;
    record.session.amount = transaction.amount;
    record.amount = transaction.amount;
}

} // namespace

http::Task<checkout::Result<int>> mergeTransactions(QPointer<Desk> desk, QString accountId,
                                                    std::vector<checkout::Transaction> page, QDateTime askedAt)
{
    std::vector<TransactionRecord> records;
    records.reserve(page.size());
    for (checkout::Transaction &transaction : page)
        records.emplace_back(0, accountId, std::move(transaction));
    auto judged = co_await whileOpen(desk, desk->journal().paymentsWithRefunds(accountId));
    if (!judged)
        co_return std::unexpected(judged.error());
    const QStringList flows = flowsWithoutLookUp(*desk, accountId);
    const ledger::ApplyPayment apply = [flows](SessionRecord &record, const checkout::Transaction &transaction) {
        if (!flows.contains(record.session.flow))
            return applyAmount(record, transaction);
        applyChargeAmount(record, transaction);
        applyPayment(record.session, transaction);
    };
    const auto merging =
        desk->ledger().mergeTransactions(accountId, std::move(records), askedAt, apply, std::move(*judged));
    auto merged = co_await merging;
    co_return merged;
}

} // namespace tilldeck::desk
