// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/overview.h"

#include "desk/while_open.h"

#include <QCoroFuture>

namespace tilldeck::desk {

namespace {

/// Puts the answer of a read of the ledger into @p into. Returns the error when there is none.
template <class T>
http::Task<std::optional<checkout::Error>> take(QPointer<Desk> desk, QFuture<checkout::Result<T>> reading, T *into)
{
    auto answer = co_await whileOpen(std::move(desk), std::move(reading));
    if (!answer)
        co_return answer.error();
    *into = std::move(*answer);
    co_return std::nullopt;
}

} // namespace

http::Task<checkout::Result<Overview>> overview(QPointer<Desk> desk, QStringList accountIds, int days, QTimeZone zone)
{
    Overview overview;
    const QDateTime now = desk->now();
    const QDate today = now.toTimeZone(zone).date();
    ledger::TransactionFilter paid;
    paid.accountIds = accountIds;
    paid.createdSince = today.addDays(1 - days).startOfDay(zone).toUTC();
    ledger::TransactionFilter failed = paid;
    failed.status = checkout::TransactionStatus::Failed;
    ledger::SessionFilter all;
    all.accountIds = accountIds;
    all.now = now;
    ledger::SessionFilter recent = all;
    recent.createdSince = paid.createdSince;
    ledger::WebhookFilter events;
    events.accountIds = accountIds;
    events.delivery = ledger::WebhookEvent::Delivery::Failed;

    ledger::Ledger &ledger = desk->ledger();
    std::vector<http::Task<std::optional<checkout::Error>>> reads;
    reads.push_back(take(desk, ledger.volume(paid, zone), &overview.volume));
    reads.push_back(take(desk, ledger.totals(paid), &overview.totals));
    reads.push_back(take(desk, ledger.counts(recent), &overview.sessions));
    reads.push_back(take(desk, ledger.counts(all), &overview.now));
    reads.push_back(take(desk, ledger.countTransactions(failed), &overview.failedPayments));
    reads.push_back(take(desk, ledger.countWebhookEvents(events), &overview.failedWebhooks));
    std::optional<checkout::Error> failure;
    for (auto &read : reads) {
        const auto error = co_await read;
        if (error)
            failure = error;
    }
    if (failure)
        co_return std::unexpected(*failure);
    auto attention = co_await needsAttention(desk, accountIds, overview.now);
    if (!attention)
        co_return std::unexpected(attention.error());
    overview.attention = std::move(*attention);
    co_return Overview(overview);
}

} // namespace tilldeck::desk
