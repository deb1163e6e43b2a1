// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/labels.h"
#include "desk/refresh_parts.h"

#include <QCoroFuture>

namespace tilldeck::desk {

using checkout::SessionStatus;
using checkout::TransactionStatus;
using ledger::SessionRecord;
using ledger::TransactionRecord;

namespace {

/// What was taken, where the session itself does not tell.
void tellAmount(SessionRecord &record, const checkout::Transaction &transaction)
{
    const bool paid = transaction.status == TransactionStatus::Succeeded;
    if (!paid || !record.session.attempts.empty() || record.amount == transaction.amount)
        return;
    checkout::PaymentAttempt taken;
    taken.tier = transaction.tier.value_or(record.session.paidTier.value_or(0));
    taken.processorRouteId = transaction.processorRouteId;
    taken.succeeded = true;
    taken.amount = transaction.amount;
    taken.at = transaction.createdAt;
    record.session.attempts.push_back(taken);
    record.amount = transaction.amount;
}

http::Task<void> tellSession(QPointer<Desk> desk, SessionRecord record, checkout::Transaction transaction,
                             QDateTime asked)
{
    const SessionRecord before = record;
    tellAmount(record, transaction);
    if (!desk->capabilities(record.accountId, record.session.flow).looksUpSessions)
        settle(record.session, transaction);
    if (record == before)
        co_return;
    const bool settled = record.session.status != before.session.status;
    if (settled)
        record.checkedAt = asked;
    const auto kept = co_await desk->ledger().put(record);
    if (!desk || !kept || !settled)
        co_return;
    ledger::TimelineEvent event;
    event.kind = ledger::TimelineEvent::Kind::StatusChanged;
    event.word = record.session.rawStatus;
    event.at = asked;
    co_await desk->ledger().addEvent(record.accountId, record.session.id, event);
}

} // namespace

SessionRecord recordOf(const QString &accountId, const checkout::Session &session, const checkout::Catalog &catalog,
                       const QDateTime &asked)
{
    SessionRecord record;
    record.accountId = accountId;
    record.session = session;
    record.draft = session.contents;
    record.customerLabel = customerLabel(session.contents, catalog);
    record.itemsLabel = itemsLabel(session.contents, catalog, session.paidTier.value_or(0));
    record.amount = checkout::amountOf(session);
    record.createdAt = session.createdAt.isValid() ? session.createdAt : asked;
    record.checkedAt = asked;
    return record;
}

void settle(checkout::Session &session, const checkout::Transaction &transaction)
{
    switch (transaction.status) {
    case TransactionStatus::Succeeded:
    case TransactionStatus::Refunded:
    case TransactionStatus::PartlyRefunded:
        session.status = SessionStatus::Completed;
        break;
    case TransactionStatus::Failed:
        if (session.status == SessionStatus::Completed)
            return;
        session.status = SessionStatus::Failed;
        break;
    case TransactionStatus::Pending:
    case TransactionStatus::Unrecognised:
        return;
    }
    session.rawStatus = transaction.rawStatus;
    session.transactionId = transaction.id;
    if (transaction.fees)
        session.fees = transaction.fees;
}

http::Task<checkout::Result<void>> listTransactions(QPointer<Desk> desk, QString accountId, ProviderHandle provider,
                                                    Depth depth)
{
    int offset = 0;
    for (int page = 0; page < mostPages; ++page) {
        const QDateTime asked = desk->now();
        auto answer = co_await provider->transactions(offset);
        if (!desk)
            co_return std::unexpected(closedError());
        if (!answer)
            co_return std::unexpected(answer.error());
        std::vector<TransactionRecord> records;
        for (const checkout::Transaction &transaction : answer->items) {
            TransactionRecord record(0, accountId, transaction);
            const auto session = co_await desk->ledger().session(accountId, transaction.sessionId);
            if (!desk)
                co_return std::unexpected(closedError());
            if (session && session->has_value()) {
                record.customerLabel = (*session)->customerLabel;
                record.itemsLabel = (*session)->itemsLabel;
                co_await tellSession(desk, **session, transaction, asked);
                if (!desk)
                    co_return std::unexpected(closedError());
            }
            if (record.customerLabel.isEmpty())
                record.customerLabel = transaction.customerId;
            records.push_back(std::move(record));
        }
        const auto merged = co_await desk->ledger().mergeTransactions(accountId, std::move(records));
        if (!desk)
            co_return std::unexpected(closedError());
        if (!merged)
            co_return std::unexpected(merged.error());
        const bool nothingNew = depth == Depth::News && *merged == 0;
        if (!answer->more || answer->items.empty() || nothingNew)
            break;
        offset += static_cast<int>(answer->items.size());
    }
    co_return checkout::Result<void>();
}

} // namespace tilldeck::desk
