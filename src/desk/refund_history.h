// SPDX-License-Identifier: GPL-3.0-or-later
// What became of a refund, step by step: the journal knows its state, and the ledger keeps when it changed.
#pragma once

#include "desk/desk.h"

#include <QPointer>

namespace tilldeck::desk {

/// Names a step of a refund. A timeline keeps it as a word.
enum class RefundStep {
    Sent,
    SentAgain,           ///< Under the same key; noteTried() keeps it.
    Asked,               ///< The provider took it.
    Refused,             ///< The provider did not take it.
    GivenBack,           ///< The provider says that the money was given back.
    Failed,              ///< The provider took it and did not give the money back after all.
    FoundAsked,          ///< Its answer was lost, and the provider knows of it.
    FoundNotMade,        ///< Its answer was lost, and the provider did not give it back.
    DecidedGivenBack,    ///< By the merchant.
    DecidedNotGivenBack, ///< By the merchant.
    Noted,               ///< The merchant took note of its failure.
    Questioned,          ///< It was closed as not made, and the provider lists one that may be it.
};

/// Keeps in the timeline of a refund that @p step was made now. A failure is ignored: the journal has the state.
void noteRefundStep(Desk &desk, const ledger::Intent &refund, RefundStep step);

/// Returns the event that a timeline keeps for @p step.
ledger::TimelineEvent refundEvent(RefundStep step, const QDateTime &at);
/// Returns the step that an event of a timeline stands for; nothing for any other event.
std::optional<RefundStep> refundStepFrom(const ledger::TimelineEvent &event);

/// Returns the state that a refund had last, as far as @p events of its timeline, the newest first, know; nothing where
/// they know only that it was sent.
std::optional<ledger::Intent::State> lastRefundState(const std::vector<ledger::TimelineEvent> &events);

/// Returns the step of a refund that was made last, as far as @p events of its timeline, the newest first, know.
std::optional<RefundStep> lastRefundStep(const std::vector<ledger::TimelineEvent> &events);

/// Returns whether @p events of a refund's timeline have this step.
bool hasRefundStep(const std::vector<ledger::TimelineEvent> &events, RefundStep step);

/// Returns whether the provider has answered when @p refund was sent, as far as @p events of its timeline and the
/// journal know.
bool refundWasAnswered(const ledger::Intent &refund, const std::vector<ledger::TimelineEvent> &events);

/// Returns whether a refund that is Rejected was found not made by a look, as far as @p events of its timeline know,
/// and not refused by the provider in its own answer.
bool refundWasLookedUp(const std::vector<ledger::TimelineEvent> &events);

/// Holds a refund with its steps, the newest first.
struct RefundHistory
{
    ledger::Intent refund;
    std::vector<ledger::TimelineEvent> steps;

    friend bool operator==(const RefundHistory &, const RefundHistory &) = default;
};

/// Returns the refunds of a payment that were begun here, oldest first. Errors: those of Journal::refundsOf() and of
/// the ledger.
http::Task<checkout::Result<std::vector<RefundHistory>>> refundHistories(QPointer<Desk> desk, QString accountId,
                                                                         QString transactionId);

} // namespace tilldeck::desk
