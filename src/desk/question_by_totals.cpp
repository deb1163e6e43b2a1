// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/question_by_totals.h"

#include "desk/refund_history.h"
#include "desk/refund_text.h"
#include "desk/while_open.h"
#include "ledger/left_to_refund.h"
#include "money/format.h"

namespace tilldeck::desk {

using ledger::Intent;

namespace {

/// How long after a refund was sent that the provider refused a total is taken for one that may hold it.
constexpr qint64 refusedSeconds = 86'400;

/// Returns whether the provider took @p refund and did not give it back, also if the merchant took note of that.
bool hasFailed(const Intent &refund)
{
    using State = Intent::State;
    // One that was refused has no id.
    return refund.state == State::Failed || refund.state == State::Abandoned ||
           (refund.state == State::Rejected && !refund.sessionId.isEmpty());
}

/// Returns whether the provider refused @p refund not long ago.
bool wasRefused(const Intent &refund, const QDateTime &now)
{
    return refund.state == Intent::State::Rejected && refund.sessionId.isEmpty() &&
           refund.openedAt.secsTo(now) < refusedSeconds;
}

/// Returns whether @p other accounts for a part of what a total rose by, beside a refund that @p isRefused or failed.
bool explainsRise(const Intent &other, bool isRefused)
{
    using State = Intent::State;
    const bool isUndecided = other.state == State::Open || other.state == State::Unknown;
    return other.state == State::Accepted || other.state == State::Confirmed || (isRefused && isUndecided);
}

/// Returns whether the total in @p payment holds @p refund, which was closed as not made, beside those of @p refunds
/// that were taken since it was sent.
bool mayBeCounted(const checkout::Transaction &payment, const Intent &refund, const std::vector<Intent> &refunds)
{
    const money::Money before = refund.refundedBefore.value_or(money::Money(0, payment.amount.currency()));
    const bool isRefused = !hasFailed(refund);
    std::optional<money::Money> needed = before.plus(*refund.amount);
    for (const Intent &other : refunds) {
        const auto amount = ledger::reportedAmount(other);
        const bool isSince = other.refundedBefore && other.refundedBefore->minorUnits() >= before.minorUnits();
        if (needed && other.id != refund.id && amount && explainsRise(other, isRefused) && isSince)
            needed = needed->plus(*amount);
    }
    return needed && payment.refunded && payment.refunded->minorUnits() >= needed->minorUnits();
}

/// Returns why @p refund is a question again, in a sentence.
QString whyQuestioned(const Intent &refund, const QString &providerName)
{
    const QString amount = money::format(*refund.amount, QLocale());
    return hasFailed(refund)
               ? RefundText::tr("%1 may count this refund of %2 again in what it gave back.", "provider, an amount")
                     .arg(providerName, amount)
               : RefundText::tr(
                     "%1 counts %2 more as given back since this refund, which ended as refused. It may have "
                     "made it all the same.",
                     "provider, an amount")
                     .arg(providerName, amount);
}

/// Makes those refunds of @p payment Unknown that were closed as not made, and that its total may count.
http::Task<checkout::Result<void>> questionCounted(QPointer<Desk> desk, QString accountId,
                                                   checkout::Transaction payment)
{
    auto refunds = co_await whileOpen(desk, desk->journal().refundsOf(accountId, payment.id));
    if (!refunds)
        co_return std::unexpected(refunds.error());
    for (Intent &refund : *refunds) {
        const bool isClosed = hasFailed(refund) || wasRefused(refund, desk->now());
        if (!isClosed || !refund.amount || !mayBeCounted(payment, refund, *refunds))
            continue;
        const auto events = co_await whileOpen(desk, desk->ledger().timeline(refund.accountId, refund.id));
        if (!events)
            co_return std::unexpected(events.error());
        // What the merchant decided as not given back stays so: a total does not say whose it is.
        if (refund.state == Intent::State::Abandoned && lastRefundStep(*events) != RefundStep::Noted)
            continue;
        const QString note = whyQuestioned(refund, desk->capabilities(accountId).providerName);
        const auto questioned = co_await whileOpen(desk, desk->journal().questionRefund(refund.id, note));
        if (!questioned)
            co_return std::unexpected(questioned.error());
        noteRefundStep(*desk, refund, RefundStep::Questioned);
        // It accounts for a rise from now on.
        refund.state = Intent::State::Unknown;
    }
    co_return checkout::Result<void>();
}

/// Returns the ids of the payments with a refund that was closed as not made.
http::Task<checkout::Result<QStringList>> paymentsWithClosed(QPointer<Desk> desk)
{
    QStringList payments;
    for (const Intent::State state : {Intent::State::Failed, Intent::State::Abandoned, Intent::State::Rejected}) {
        const auto refunds = co_await whileOpen(desk, desk->journal().refundsIn(state));
        if (!refunds)
            co_return std::unexpected(refunds.error());
        for (const Intent &refund : *refunds) {
            if (hasFailed(refund) || wasRefused(refund, desk->now()))
                payments << refund.transactionId;
        }
    }
    co_return QStringList(payments);
}

} // namespace

http::Task<checkout::Result<void>> questionByTotals(QPointer<Desk> desk, QString accountId,
                                                    std::vector<checkout::Transaction> answer)
{
    const auto withClosed = co_await whileOpen(desk, paymentsWithClosed(desk));
    if (!withClosed)
        co_return std::unexpected(withClosed.error());
    for (const checkout::Transaction &payment : answer) {
        if (payment.refunds || !payment.refunded || !withClosed->contains(payment.id))
            continue;
        const auto questioned = co_await whileOpen(desk, questionCounted(desk, accountId, payment));
        if (!questioned)
            co_return std::unexpected(questioned.error());
    }
    co_return checkout::Result<void>();
}

} // namespace tilldeck::desk
