// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/refund_outcome.h"

#include "desk/refund_text.h"
#include "desk/stored_sentence.h"
#include "desk/use_case_log.h"
#include "money/format.h"

using namespace Qt::StringLiterals;

namespace tilldeck::desk {

RefundOutcome outcomeOfTaken(const ledger::Intent &intent, checkout::Refund reported)
{
    using End = RefundOutcome::End;
    using State = ledger::Intent::State;
    RefundOutcome outcome(intent.state == State::Confirmed  ? End::Confirmed
                          : intent.state == State::Accepted ? End::Accepted
                                                            : End::Rejected);
    if (intent.state == State::Failed) {
        outcome.error = checkout::Error(checkout::ErrorKind::Rejected, inPresentLanguage(intent.note));
        return outcome;
    }
    outcome.intentId = intent.id;
    if (!intent.sessionId.isEmpty())
        reported.id = intent.sessionId;
    if (intent.state == State::Accepted)
        reported.rawStatus = intent.note;
    if (intent.amount && reported.amount != *intent.amount)
        outcome.asked = intent.amount;
    outcome.refund = std::move(reported);
    return outcome;
}

QString saidOtherwise(const RefundOutcome &outcome, const QString &providerName)
{
    return outcome.asked && outcome.refund
               ? RefundText::tr(
                     "%1 was asked for, and %2 says %3. Look in its own dashboard before you give back more.",
                     "an amount, provider, an amount")
                     .arg(money::format(*outcome.asked, QLocale()), providerName,
                          money::format(outcome.refund->amount, QLocale()))
               : QString();
}

QString loggedRefund(const RefundOutcome &outcome)
{
    using End = RefundOutcome::End;
    const QLatin1StringView end = outcome.end == End::Confirmed  ? "confirmed"_L1
                                  : outcome.end == End::Accepted ? "accepted"_L1
                                  : outcome.end == End::NotKept  ? "not kept"_L1
                                  : outcome.end == End::Rejected ? "rejected"_L1
                                                                 : "unknown"_L1;
    return end + (outcome.intentId.isEmpty() ? QString() : ", intent "_L1 + outcome.intentId) +
           (outcome.error ? ", "_L1 + loggedError(*outcome.error) : QString());
}

} // namespace tilldeck::desk
