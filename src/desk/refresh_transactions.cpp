// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/labels.h"

#include "desk/refresh_parts.h"
#include "desk/refresh_text.h"

#include <QCoreApplication>
#include <QCoroFuture>

namespace tilldeck::desk {

using checkout::Error;
using checkout::ErrorKind;
using checkout::SessionStatus;
using checkout::TransactionStatus;
using ledger::SessionRecord;
using ledger::TransactionRecord;

namespace {

/// What was taken, where the session itself does not tell.
void applyAmount(SessionRecord &record, const checkout::Transaction &transaction)
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

http::Task<void> applyToSession(QPointer<Desk> desk, SessionRecord record, checkout::Transaction transaction,
                                QDateTime asked)
{
    const SessionRecord before = record;
    applyAmount(record, transaction);
    if (!desk->capabilities(record.accountId, record.session.flow).looksUpSessions)
        applyPayment(record.session, transaction);
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

/// The session that a payment names, else the one that names the payment.
QFuture<checkout::Result<std::optional<SessionRecord>>> sessionOf(ledger::Ledger &ledger, const QString &accountId,
                                                                  const checkout::Transaction &transaction)
{
    return transaction.sessionId.isEmpty() ? ledger.sessionByTransaction(accountId, transaction.id)
                                           : ledger.session(accountId, transaction.sessionId);
}

/// Writes a page of payments to the ledger, and tells their sessions. Answers how many rows changed.
http::Task<checkout::Result<int>> mergePage(QPointer<Desk> desk, QString accountId,
                                            std::vector<checkout::Transaction> page, QDateTime asked)
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
            co_await applyToSession(desk, **session, transaction, asked);
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

void applyPayment(checkout::Session &session, const checkout::Transaction &transaction)
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
    const int most = depth == Depth::Full ? mostFullPages : mostPages;
    PageWalk walk;
    for (int page = 0; page < most; ++page) {
        const QDateTime asked = desk->now();
        auto answer = co_await provider->transactions(walk.offset());
        if (!desk)
            co_return std::unexpected(closedError());
        if (!answer)
            co_return std::unexpected(answer.error());
        QStringList ids;
        for (const checkout::Transaction &transaction : answer->items)
            ids << transaction.id;
        const auto merged = co_await mergePage(desk, accountId, answer->items, asked);
        if (!desk)
            co_return std::unexpected(closedError());
        if (!merged)
            co_return std::unexpected(merged.error());
        const bool nothingNew = depth == Depth::Incremental && *merged == 0;
        if (!answer->more || answer->items.empty() || nothingNew)
            break;
        walk.take(ids);
        if (walk.isLooping())
            co_return std::unexpected(
                Error(ErrorKind::Malformed,
                      RefreshText::tr("The provider's list of payments repeats itself, so it could not be "
                                      "read to its end. What it gave is here; try again later.")));
    }
    co_return checkout::Result<void>();
}

http::Task<checkout::Result<checkout::Transaction>>
askTransaction(QPointer<Desk> desk, QString accountId, ProviderHandle provider, QString transactionId, bool looksUp)
{
    PageWalk walk;
    for (int page = 0; page < mostPages; ++page) {
        const QDateTime asked = desk->now();
        std::vector<checkout::Transaction> items;
        bool more = false;
        if (looksUp) {
            auto answer = co_await provider->transaction(transactionId);
            if (!answer)
                co_return std::unexpected(answer.error());
            items.push_back(std::move(*answer));
        } else {
            auto answer = co_await provider->transactions(walk.offset());
            if (!answer)
                co_return std::unexpected(answer.error());
            more = answer->more;
            items = std::move(answer->items);
        }
        if (!desk)
            co_return std::unexpected(closedError());
        const auto merged = co_await mergePage(desk, accountId, items, asked);
        if (!merged)
            co_return std::unexpected(merged.error());
        if (!desk)
            co_return std::unexpected(closedError());
        QStringList ids;
        for (const checkout::Transaction &transaction : items) {
            if (transaction.id == transactionId)
                co_return checkout::Transaction(transaction);
            ids << transaction.id;
        }
        walk.take(ids);
        if (!more || items.empty() || walk.isLooping())
            break;
    }
    co_return std::unexpected(
        Error(ErrorKind::NotFound, RefreshText::tr("The provider does not list this payment. Try again later.")));
}

} // namespace tilldeck::desk
