// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/desk.h"
#include "desk/unproven.h"

#include <QPointer>

namespace tilldeck::desk {

/// Says what a merchant decides about a refund whose end the provider has not said.
enum class RefundDecision { GivenBack, NotGivenBack };

/// Returns that a refund in @p state was decided before, in a sentence; empty where it was not.
QString decidedBefore(ledger::Intent::State state);

/// Holds what a provider answers about a payment.
struct AnsweredPayment
{
    AnsweredPayment(checkout::Transaction payment, bool isOfOtherKey)
        : payment(std::move(payment))
        , isOfOtherKey(isOfOtherKey)
    {
    }

    checkout::Transaction payment;
    bool isOfOtherKey; ///< It was asked with another key than the one that the refund was sent with.
};

/// Returns the payment of @p refund as the provider of @p accountId answers now, under which it is shown. Errors: why
/// there is no answer that says anything of it, in a sentence.
http::Task<checkout::Result<AnsweredPayment>> paymentAsAnswered(QPointer<Desk> desk, ledger::Intent refund,
                                                                QString accountId);

/// Asks the provider about the payment of a refund that the merchant decides about, and returns the refund as the
/// journal has it after that; its state says so where the same was decided before. For "not given back" its
/// Intent::listedBefore holds what the provider lists now, too, and is no other refund.
///
/// What the provider's list says of the refund stands against another decision for good. Everything else may be known
/// better by the merchant, who can look at the provider, and is refused until they say so once more (@p unproven). Of
/// what the answer leaves open, the least favourable reading counts:
///
/// There is no answer now: an older one may be of before the refund.
///
/// It was asked for with another key than the one that the refund was sent with: it stands against no decision and
/// bears none out.
///
/// "Not given back" is proven only by a list of the provider that findRefund() finds it NotMade in, once both clocks
/// say that it cannot arrive any more. A total never proves it: it may follow a day later.
///
/// "Given back" is borne out by an entry of the list that is this refund or, where there is none, by a total that was
/// seen to count it (refundsSeenCounted()), or that is greater than before it was sent (Intent::refundedBefore) by just
/// this amount and what was confirmed of others since, or by just all that was taken or is unknown (totalWithAll()). A
/// total is no proof that the customer has the money, so the decision is looked at like one that is asked for
/// (countedRefunds()).
///
/// Errors: those of storedRefund(); Rejected, with the reason in a sentence, while the refund is under way, where
/// its end is known to be another one, and where the list says so; UnknownOutcome, with the reason, for what @p
/// unproven allows.
http::Task<checkout::Result<ledger::Intent>> decidableRefund(QPointer<Desk> desk, QString accountId, QString intentId,
                                                             RefundDecision decision, Unproven unproven);

} // namespace tilldeck::desk
