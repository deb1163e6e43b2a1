// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/left_to_refund.h"

#include "money/format.h"

#include <QCoreApplication>

#include <limits>
#include <set>

namespace tilldeck::ledger {

namespace {

struct LeftToRefundText
{
    Q_DECLARE_TR_FUNCTIONS(Journal)
};

/// The most sums that are tried. Without the others less is offered, never more.
constexpr size_t mostSums = 4096;

/// How long ago an equal refund that was made is likely to be the one that is meant.
constexpr qint64 sameRefundSeconds = 300;

bool countsAsGivenBack(const Intent &intent)
{
    return (intent.state == Intent::State::Confirmed || intent.state == Intent::State::Accepted) && intent.amount;
}

/// Returns the greatest sum of refunds that a report of @p refunded can hold: none that is greater than what was
/// reported since it began, together with those that began after it.
qint64 heldBy(qint64 refunded, const std::vector<Intent> &refunds)
{
    std::set<qint64> sums{0};
    for (auto intent = refunds.rbegin(); intent != refunds.rend(); ++intent) {
        if (!countsAsGivenBack(*intent))
            continue;
        const qint64 since = refunded - (intent->refundedBefore ? intent->refundedBefore->minorUnits() : 0);
        const std::set<qint64> before = sums;
        for (const qint64 sum : before) {
            if (sums.size() < mostSums && intent->amount->minorUnits() <= since - sum)
                sums.insert(sum + intent->amount->minorUnits());
        }
    }
    return *sums.rbegin();
}

} // namespace

money::Money givenBack(money::Money refunded, const std::vector<Intent> &refunds)
{
    const auto currency = refunded.currency();
    std::optional<money::Money> all = refunded;
    for (const Intent &intent : refunds) {
        if (all && countsAsGivenBack(intent))
            all = all->plus(*intent.amount);
    }
    if (all)
        all = all->minus(money::Money(heldBy(refunded.minorUnits(), refunds), currency));
    // A sum beyond all bounds leaves nothing to give back.
    return all.value_or(money::Money(std::numeric_limits<qint64>::max(), currency));
}

money::Money leftToRefund(money::Money paid, money::Money refunded, const std::vector<Intent> &refunds)
{
    const money::Money nothing(0, paid.currency());
    std::optional<money::Money> left = paid.minus(givenBack(refunded, refunds));
    for (const Intent &intent : refunds) {
        const bool pending = intent.state == Intent::State::Open || intent.state == Intent::State::Unknown;
        if (left && pending && intent.amount)
            left = left->minus(*intent.amount);
    }
    return left && left->minorUnits() > 0 ? *left : nothing;
}

bool isSameRefund(const Intent &earlier, money::Money amount, const QDateTime &now)
{
    if (earlier.amount != amount)
        return false;
    switch (earlier.state) {
    case Intent::State::Open:
    case Intent::State::Unknown:
    case Intent::State::Accepted:
        return true;
    case Intent::State::Confirmed:
        // Also one from after now, where the clock was set back.
        return earlier.openedAt >= now.addSecs(-sameRefundSeconds);
    case Intent::State::Rejected:
    case Intent::State::Abandoned:
    case Intent::State::Failed:
    case Intent::State::Planned:
        break;
    }
    return false;
}

QString whyNotRefunded(money::Money amount, money::Money left)
{
    if (amount.currency() != left.currency())
        return LeftToRefundText::tr("The customer paid in %1. Enter the amount in %1.").arg(left.currency().code());
    // First: an amount of nothing is what is left of it, when all of it is asked for.
    if (left.minorUnits() < 1)
        return LeftToRefundText::tr(
            "Nothing of this payment can be given back: all of it was given back already, or is under "
            "way.");
    if (amount.minorUnits() < 1)
        return LeftToRefundText::tr("Enter an amount above zero.");
    if (amount.minorUnits() > left.minorUnits())
        return LeftToRefundText::tr("Only %1 of this payment can still be given back. Enter that or less.")
            .arg(money::format(left, QLocale()));
    return {};
}

} // namespace tilldeck::ledger
