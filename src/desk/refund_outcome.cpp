// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/refund_outcome.h"

#include "desk/use_case_log.h"

using namespace Qt::StringLiterals;

namespace tilldeck::desk {

QString loggedRefund(const RefundOutcome &outcome)
{
    using End = RefundOutcome::End;
    const QLatin1StringView end = outcome.end == End::Confirmed  ? "confirmed"_L1
                                  : outcome.end == End::Rejected ? "rejected"_L1
                                                                 : "unknown"_L1;
    return end + (outcome.intentId.isEmpty() ? QString() : ", intent "_L1 + outcome.intentId) +
           (outcome.error ? ", "_L1 + loggedError(*outcome.error) : QString());
}

} // namespace tilldeck::desk
