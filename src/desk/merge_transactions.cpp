// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/merge_transactions.h"

#include "desk/apply_payment.h"

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

http::Task<void> applyToSession(QPointer<Desk> desk, SessionRecord record, checkout::Transaction transaction,
                                QDateTime askedAt)
{
    const SessionRecord before = record;
    applyAmount(record, transaction);
    if (!desk->capabilities(record.accountId, record.session.flow).looksUpSessions)
        applyPayment(record.session, transaction);
    if (record == before)
        co_return;
    const bool hasEnded = record.session.status != before.session.status;
    if (hasEnded)
        record.checkedAt = askedAt;
    const auto kept = co_await desk->ledger().put(record);
    if (!desk || !kept || !hasEnded)
        co_return;
    ledger::TimelineEvent event;
    event.kind = ledger::TimelineEvent::Kind::StatusChanged;
    event.word = record.session.rawStatus;
    event.at = askedAt;
    co_await desk->ledger().addEvent(record.accountId, record.session.id, event);
}

/// Returns the session that a payment names, else the one that names the payment.
QFuture<checkout::Result<std::optional<SessionRecord>>> sessionOf(ledger::Ledger &ledger, const QString &accountId,
                                                                  const checkout::Transaction &transaction)
{
    return transaction.sessionId.isEmpty() ? ledger.sessionByTransaction(accountId, transaction.id)
                                           : ledger.session(accountId, transaction.sessionId);
}

} // namespace

http::Task<checkout::Result<int>> mergeTransactions(QPointer<Desk> desk, QString accountId,
                                                    std::vector<checkout::Transaction> page, QDateTime askedAt)
{
    std::vector<TransactionRecord> records;
    for (const checkout::Transaction &transaction : page) {
        TransactionRecord record(0, accountId, transaction);
        const auto session = co_await sessionOf(desk->ledger(), accountId, transaction);
        if (!desk)
            co_return std::unexpected(closedError());
        if (session && session->has_value()) {
            record.transaction.sessionId = (*session)->session.id;
            record.customerLabel = (*session)->customerLabel;
            record.itemsLabel = (*session)->itemsLabel;
            co_await applyToSession(desk, **session, transaction, askedAt);
            if (!desk)
                co_return std::unexpected(closedError());
        }
        if (record.customerLabel.isEmpty())
            record.customerLabel = transaction.customerId;
        records.push_back(std::move(record));
    }
    auto merged = co_await desk->ledger().mergeTransactions(accountId, std::move(records));
    co_return merged;
}

} // namespace tilldeck::desk
