// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/older_copy.h"

#include "desk/refund_text.h"

#include <algorithm>

namespace tilldeck::desk {

using checkout::Refund;
using ledger::Intent;

namespace {

/// Returns whether the list of @p payment has no entry with an id that it had before.
bool lacksEntry(const checkout::Transaction &payment, const std::vector<Intent> &refunds)
{
    const auto isMissing = [&payment](const QString &id) {
        return !id.isEmpty() && std::ranges::find(*payment.refunds, id, &Refund::id) == payment.refunds->end();
    };
    return payment.refunds && std::ranges::any_of(refunds, [&isMissing](const Intent &refund) {
               return isMissing(refund.sessionId) ||
                      std::ranges::any_of(refund.listedBefore.value_or(QStringList()), isMissing);
           });
}

/// Returns the sum of what may have been in a total before @p refund and is in it no more.
money::Money mayHaveLeftTotal(const checkout::Transaction &payment, const Intent &refund,
                              const std::vector<Intent> &refunds)
{
    std::optional<money::Money> sum(money::Money(0, payment.amount.currency()));
    const auto add = [&sum](const money::Money &amount) { sum = sum ? sum->plus(amount) : sum; };
    if (payment.refunds) {
        for (const Refund &entry : *payment.refunds) {
            if (entry.status == checkout::RefundStatus::Failed)
                add(entry.amount);
        }
        return sum.value_or(payment.amount);
    }
    for (const Intent &other : refunds) {
        if (other.id == refund.id)
            break;
        if (other.state != Intent::State::Confirmed && other.amount)
            add(*other.amount);
    }
    return sum.value_or(payment.amount);
}

/// Returns whether the total of @p payment is less than what was reported before one of @p refunds.
bool totalLacks(const checkout::Transaction &payment, const std::vector<Intent> &refunds)
{
    return payment.refunded && std::ranges::any_of(refunds, [&](const Intent &refund) {
               const auto held = payment.refunded->plus(mayHaveLeftTotal(payment, refund, refunds));
               return refund.refundedBefore && held && held->minorUnits() < refund.refundedBefore->minorUnits();
           });
}

QString listLacks(const QString &providerName)
{
    return RefundText::tr("%1 does not list refunds that it listed before.", "provider").arg(providerName);
}

QString totalFell(const QString &providerName)
{
    return RefundText::tr("%1 counts less of this payment as given back than it did before.", "provider")
        .arg(providerName);
}

} // namespace

QString whatItLacks(const checkout::Transaction &payment, const std::vector<Intent> &refunds,
                    const QString &providerName)
{
    if (lacksEntry(payment, refunds))
        return listLacks(providerName);
    return totalLacks(payment, refunds) ? totalFell(providerName) : QString();
}

QString whatItLacks(const checkout::Transaction &payment, const checkout::Transaction &known,
                    const QString &providerName)
{
    if (checkout::lacksListedRefund(payment, known))
        return listLacks(providerName);
    return checkout::lacksRefunds(payment, known) ? totalFell(providerName) : QString();
}

bool isOlderCopy(const checkout::Transaction &payment, const std::vector<Intent> &refunds)
{
    return lacksEntry(payment, refunds) || totalLacks(payment, refunds);
}

} // namespace tilldeck::desk
