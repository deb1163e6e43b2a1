// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/refresh_transaction.h"

#include "desk/ask_transaction.h"
#include "desk/refund_text.h"
#include "desk/refuse_keys.h"
#include "desk/use_case_log.h"
#include "desk/while_open.h"

namespace tilldeck::desk {

namespace {

http::Task<checkout::Result<ledger::TransactionRecord>> doRefreshTransaction(QPointer<Desk> desk, QString accountId,
                                                                             QString transactionId,
                                                                             std::optional<checkout::Transaction> shown)
{
    auto provider = co_await whileOpen(desk, desk->provider(accountId));
    if (!provider)
        co_return std::unexpected(provider.error());
    if (const auto refused = refusedKey(*desk, transactionId, AskedFor::Payment))
        co_return std::unexpected(*refused);
    const bool looksUp = desk->capabilities(accountId).looksUpTransactions;
    const auto answer =
        co_await whileOpen(desk, askTransaction(desk, accountId, *provider, transactionId, looksUp, std::move(shown)));
    if (!answer)
        co_return std::unexpected(answer.error());
    const auto row = co_await desk->ledger().transaction(accountId, answer->id);
    if (!row)
        co_return std::unexpected(row.error());
    if (!row->has_value())
        co_return std::unexpected(
            checkout::Error(checkout::ErrorKind::NotFound,
                            RefundText::tr("This payment is not in the list on this computer. Refresh first.")));
    co_return ledger::TransactionRecord(**row);
}

} // namespace

http::Task<checkout::Result<ledger::TransactionRecord>> refreshTransaction(QPointer<Desk> desk, QString accountId,
                                                                           QString transactionId,
                                                                           std::optional<checkout::Transaction> shown)
{
    const UseCaseLog log("refreshTransaction", accountId);
    return log.ending(
        doRefreshTransaction(std::move(desk), std::move(accountId), std::move(transactionId), std::move(shown)));
}

} // namespace tilldeck::desk
