// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/repeated_refund.h"

#include <QCoreApplication>

#include <algorithm>

namespace tilldeck::ledger {

namespace {

struct RepeatedRefundText
{
    Q_DECLARE_TR_FUNCTIONS(Journal)
};

bool mayGiveBack(Intent::State state)
{
    return state == Intent::State::Open || state == Intent::State::Unknown || state == Intent::State::Accepted ||
           state == Intent::State::Confirmed;
}

} // namespace

QString whyNotBesideOthers(const Intent &refund, const std::vector<Intent> &refunds)
{
    const auto own = std::ranges::find(refunds, refund.id, &Intent::id);
    const bool isRepeated = std::any_of(own, refunds.end(), [&refund](const Intent &other) {
        return other.id != refund.id && other.amount == refund.amount && mayGiveBack(other.state);
    });
    return isRepeated
               ? RepeatedRefundText::tr("The same amount of this payment was refunded once more since, so the customer "
                                        "could get it twice.")
               : QString();
}

} // namespace tilldeck::ledger
