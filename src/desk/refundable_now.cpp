// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/refundable_now.h"

#include "desk/refund_text.h"
#include "desk/refunded_payment.h"
#include "desk/total_fit.h"
#include "ledger/left_to_refund.h"
#include "money/format.h"

#include <algorithm>

namespace tilldeck::desk {

namespace {

/// Returns whether the provider's total may hold a refund from here that is held back on top of it.
bool isAnyInTotal(const RefundedPayment &payment)
{
    using State = ledger::Intent::State;
    return std::ranges::any_of(payment.refunds, [&payment](const ledger::Intent &refund) {
        const bool isOver =
            refund.state == State::Rejected || refund.state == State::Failed || refund.state == State::Abandoned;
        return !isOver && refund.amount && !payment.reported.counted.contains(refund.id) &&
               totalMayHold(payment.record.transaction, refund, payment.refunds);
    });
}

QString whyHeldBack(const RefundedPayment &payment)
{
    const ledger::HeldBack held = ledger::heldBack(payment.reported, payment.refunds);
    QStringList sentences;
    const checkout::Transaction &paid = payment.record.transaction;
    if (paid.mostRefundable() != paid.amount)
        sentences << RefundText::tr("%1 received only %2 of the %3 of this payment, so no more can be given back.",
                                    "provider, two amounts")
                         .arg(payment.can.providerName, money::format(paid.mostRefundable(), QLocale()),
                              money::format(paid.amount, QLocale()));
    if (held.underWay.minorUnits() > 0)
        sentences << RefundText::tr("%1 is held back for a refund that is under way.", "an amount")
                         .arg(money::format(held.underWay, QLocale()));
    if (held.unknown.minorUnits() > 0)
        sentences << RefundText::tr("%1 is held back for refunds from here whose outcome is not known.", "an amount")
                         .arg(money::format(held.unknown, QLocale()));
    const bool mayBeCounted = isAnyInTotal(payment);
    const QString total = money::format(payment.reported.total, QLocale());
    const QString notCounted = money::format(held.notCounted, QLocale());
    if (held.notCounted.minorUnits() > 0 && !mayBeCounted)
        sentences << RefundText::tr("%1 is held back because %2 may not count all refunds from here yet. After a day "
                                    "Tilldeck takes them as counted.",
                                    "an amount, provider")
                         .arg(notCounted, payment.can.providerName);
    else if (held.notCounted.minorUnits() > 0)
        sentences << RefundText::tr("%1 counts %2 as given back in all. That may hold what was refunded from here, or "
                                    "an equal refund that was made elsewhere, so %3 is held back beside it. After a "
                                    "day Tilldeck takes it as the one from here.",
                                    "provider, two amounts")
                         .arg(payment.can.providerName, total, notCounted);
    else if (held.underWay.minorUnits() + held.unknown.minorUnits() > 0 && mayBeCounted)
        sentences << RefundText::tr("%1 counts %2 as given back in all. That may hold what is held back, or an equal "
                                    "refund that was made elsewhere, so both are taken off.",
                                    "provider, an amount")
                         .arg(payment.can.providerName, total);
    return sentences.join(u' ');
}

/// Returns what of @p left is only free because refunds failed by a total alone, in a sentence; empty where that is
/// nothing.
QString whatMayBeGivenBack(const RefundedPayment &payment, money::Money left)
{
    const money::Money doubtful = ledger::freeByTotalsAlone(payment.refunds, left);
    return doubtful.minorUnits() > 0
               ? RefundText::tr("%1 of it was asked for before. %2 counts that no longer, and does not say that it "
                                "failed: the customer may have it.",
                                "an amount, provider")
                     .arg(money::format(doubtful, QLocale()), payment.can.providerName)
               : QString();
}

} // namespace

QString Refundable::remarks() const
{
    return (heldBack + u' ' + doubt).trimmed();
}

http::Task<checkout::Result<Refundable>> refundableNow(QPointer<Desk> desk, QString accountId, QString transactionId)
{
    const auto payment = co_await refundedPayment(desk, accountId, transactionId);
    if (!payment)
        co_return std::unexpected(payment.error());
    const money::Money left =
        ledger::leftToRefund(payment->record.transaction.mostRefundable(), payment->reported, payment->refunds);
    const Refundable now{left, whyHeldBack(*payment), whatMayBeGivenBack(*payment, left)};
    co_return checkout::Result<Refundable>(now);
}

} // namespace tilldeck::desk
