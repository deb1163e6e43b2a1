// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/refunded_payment.h"

#include "desk/refund_text.h"
#include "desk/refund_totals.h"
#include "desk/while_open.h"

namespace tilldeck::desk {

using checkout::Error;
using checkout::ErrorKind;
using checkout::TransactionStatus;
using ledger::Intent;

namespace {

bool wasPaid(TransactionStatus status)
{
    return status == TransactionStatus::Succeeded || status == TransactionStatus::Refunded ||
           status == TransactionStatus::PartlyRefunded;
}

/// Returns what the provider reports as given back of @p payment in all.
money::Money totalOf(const checkout::Transaction &payment)
{
    const bool isAll = payment.status == TransactionStatus::Refunded;
    return payment.refunded.value_or(isAll ? payment.amount : money::Money(0, payment.amount.currency()));
}

/// Returns the flow of a session; empty where it is not in the list.
http::Task<QString> flowOf(QPointer<Desk> desk, QString accountId, QString sessionId)
{
    const auto session = co_await desk->ledger().session(accountId, sessionId);
    co_return session && session->has_value() ? (*session)->session.flow : QString();
}

/// Returns the id of another row that was paid and that the provider refunds by the same id as @p payment: what is
/// given back of one is given back of both, and neither says how much is left. Empty where there is none.
http::Task<checkout::Result<QString>> twinOf(QPointer<Desk> desk, QString accountId, checkout::Transaction payment)
{
    if (payment.paymentId.isEmpty())
        co_return QString();
    const auto rows = co_await whileOpen(desk, desk->ledger().rowsOfPayment(accountId, payment.paymentId));
    if (!rows)
        co_return std::unexpected(rows.error());
    for (const ledger::TransactionRecord &row : *rows) {
        if (row.transaction.id != payment.id && wasPaid(row.transaction.status))
            co_return row.transaction.id;
    }
    co_return QString();
}

} // namespace

RefundedPayment::RefundedPayment(ledger::TransactionRecord paid, checkout::Capabilities can,
                                 std::vector<Intent> refunds)
    : record(std::move(paid))
    , can(std::move(can))
    , refunds(std::move(refunds))
    , reported(totalOf(record.transaction),
               record.transaction.refunds.value_or(record.transaction.refundsInPart.readable))
{
    reported.isListed = record.transaction.refunds.has_value();
}

http::Task<checkout::Result<RefundedPayment>> refundedPayment(QPointer<Desk> desk, QString accountId,
                                                              QString transactionId)
{
    const auto record = co_await whileOpen(desk, desk->ledger().transaction(accountId, transactionId));
    if (!record)
        co_return std::unexpected(record.error());
    if (!record->has_value())
        co_return std::unexpected(Error(
            ErrorKind::NotFound, RefundText::tr("This payment is not in the list on this computer. Refresh first.")));
    const checkout::Transaction &transaction = (*record)->transaction;
    const auto flow = co_await whileOpen(desk, flowOf(desk, accountId, transaction.sessionId));
    if (!flow)
        co_return std::unexpected(flow.error());
    // accounts.json may have been exchanged meanwhile.
    if (!desk->accounts().byId(accountId))
        co_return std::unexpected(
            Error(ErrorKind::NotFound, RefundText::tr("This account is no longer connected. Nothing was sent.")));
    const checkout::Capabilities can = desk->capabilities(accountId, *flow);
    if (!can.refunds)
        co_return std::unexpected(
            Error(ErrorKind::Unsupported,
                  RefundText::tr("%1 takes no refunds from here. Use its own dashboard.").arg(can.providerName)));
    if (transaction.status == TransactionStatus::Unrecognised)
        co_return std::unexpected(
            Error(ErrorKind::InvalidInput,
                  RefundText::tr("%1 lists this payment as “%2”, and it is not known what that means. Nothing can be "
                                 "given back from here. Look in its own dashboard.",
                                 "provider, its word")
                      .arg(can.providerName, transaction.rawStatus)));
    if (wasPaid(transaction.status) && transaction.amount.minorUnits() == 0)
        co_return std::unexpected(Error(ErrorKind::InvalidInput,
                                        RefundText::tr("Nothing was paid: the amount is zero. So nothing can be given "
                                                       "back.")));
    if (!wasPaid(transaction.status))
        co_return std::unexpected(
            Error(ErrorKind::InvalidInput, RefundText::tr("This payment was not paid, so nothing can be given back.")));
    const auto twin = co_await whileOpen(desk, twinOf(desk, accountId, transaction));
    if (!twin)
        co_return std::unexpected(twin.error());
    if (!twin->isEmpty())
        co_return std::unexpected(
            Error(ErrorKind::InvalidInput,
                  RefundText::tr("%1 lists this payment twice, also as %2, and refunds both by the ID %3. So it is not "
                                 "known what is left of it, and nothing can be given back from here. Use its own "
                                 "dashboard.",
                                 "provider, two IDs")
                      .arg(can.providerName, *twin, transaction.paymentId)));
    auto refunds = co_await whileOpen(desk, desk->journal().refundsOf(accountId, transactionId));
    if (!refunds)
        co_return std::unexpected(refunds.error());
    const QStringList counted = co_await refundsCounted(desk, accountId, *refunds);
    RefundedPayment payment(**record, can, std::move(*refunds));
    payment.reported.counted = counted;
    co_return RefundedPayment(payment);
}

} // namespace tilldeck::desk
