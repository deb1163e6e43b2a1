// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/refund_history.h"

#include "desk/while_open.h"

#include <algorithm>
#include <array>
#include <iterator>

using namespace Qt::StringLiterals;

namespace tilldeck::desk {

using ledger::Intent;
using ledger::TimelineEvent;

namespace {

constexpr std::array<std::pair<RefundStep, QLatin1StringView>, 12> refundSteps{
    {{RefundStep::Sent, "refund_sent"_L1},
     {RefundStep::SentAgain, "refund_sent_again"_L1},
     {RefundStep::Asked, "refund_asked"_L1},
     {RefundStep::Refused, "refund_refused"_L1},
     {RefundStep::GivenBack, "refund_given_back"_L1},
     {RefundStep::Failed, "refund_failed"_L1},
     {RefundStep::FoundAsked, "refund_found_asked"_L1},
     {RefundStep::FoundNotMade, "refund_found_not_made"_L1},
     {RefundStep::DecidedGivenBack, "refund_decided_given_back"_L1},
     {RefundStep::DecidedNotGivenBack, "refund_decided_not_given_back"_L1},
     {RefundStep::Noted, "refund_noted"_L1},
     {RefundStep::Questioned, "refund_questioned"_L1}}};

/// Returns the step that was made last of a refund of which no step was kept; nothing where there is none beyond that
/// it was sent.
std::optional<RefundStep> stepOfState(const Intent &refund)
{
    switch (refund.state) {
    case Intent::State::Accepted:
        return RefundStep::Asked;
    case Intent::State::Confirmed:
        return RefundStep::GivenBack;
    case Intent::State::Failed:
        return RefundStep::Failed;
    case Intent::State::Rejected:
        return RefundStep::Refused;
    case Intent::State::Abandoned:
        return RefundStep::DecidedNotGivenBack;
    case Intent::State::Open:
    case Intent::State::Unknown:
    case Intent::State::Planned:
        break;
    }
    return std::nullopt;
}

} // namespace

TimelineEvent refundEvent(RefundStep step, const QDateTime &at)
{
    const auto *const known = std::ranges::find(refundSteps, step, [](const auto &named) { return named.first; });
    TimelineEvent event;
    event.kind = TimelineEvent::Kind::Resolved;
    event.rawStatus = known->second;
    event.at = at;
    return event;
}

std::optional<RefundStep> refundStepFrom(const TimelineEvent &event)
{
    if (event.kind == TimelineEvent::Kind::SentAgain)
        return RefundStep::SentAgain;
    if (event.kind != TimelineEvent::Kind::Resolved)
        return std::nullopt;
    for (const auto &[step, word] : refundSteps) {
        if (event.rawStatus == word)
            return step;
    }
    return std::nullopt;
}

std::optional<Intent::State> lastRefundState(const std::vector<TimelineEvent> &events)
{
    for (const TimelineEvent &event : events) {
        switch (refundStepFrom(event).value_or(RefundStep::Sent)) {
        case RefundStep::Sent:
        case RefundStep::SentAgain:
            break;
        case RefundStep::Asked:
        case RefundStep::FoundAsked:
            return Intent::State::Accepted;
        case RefundStep::GivenBack:
        case RefundStep::DecidedGivenBack:
            return Intent::State::Confirmed;
        case RefundStep::Failed:
            return Intent::State::Failed;
        case RefundStep::Refused:
        case RefundStep::FoundNotMade:
            return Intent::State::Rejected;
        case RefundStep::DecidedNotGivenBack:
        case RefundStep::Noted:
            return Intent::State::Abandoned;
        case RefundStep::Questioned:
            return Intent::State::Unknown;
        }
    }
    return std::nullopt;
}

void noteRefundStep(Desk &desk, const Intent &refund, RefundStep step)
{
    desk.ledger().addEvent(refund.accountId, refund.id, refundEvent(step, desk.now()));
}

bool refundWasAnswered(const Intent &refund, const std::vector<TimelineEvent> &events)
{
    const auto isAnswer = [](const TimelineEvent &event) {
        const auto step = refundStepFrom(event);
        return step == RefundStep::Asked || step == RefundStep::Refused || step == RefundStep::GivenBack;
    };
    const auto isFound = [](const TimelineEvent &event) { return refundStepFrom(event) == RefundStep::FoundAsked; };
    if (std::ranges::any_of(events, isFound))
        return false;
    // The id comes with an answer, or later from a list.
    return std::ranges::any_of(events, isAnswer) ||
           (refund.state != Intent::State::Unknown && !refund.sessionId.isEmpty());
}

std::optional<RefundStep> lastRefundStep(const std::vector<TimelineEvent> &events)
{
    const auto last =
        std::ranges::find_if(events, [](const TimelineEvent &event) { return refundStepFrom(event).has_value(); });
    return last == events.end() ? std::nullopt : refundStepFrom(*last);
}

bool hasRefundStep(const std::vector<TimelineEvent> &events, RefundStep step)
{
    return std::ranges::any_of(events, [step](const TimelineEvent &event) { return refundStepFrom(event) == step; });
}

bool refundWasLookedUp(const std::vector<TimelineEvent> &events)
{
    return hasRefundStep(events, RefundStep::FoundNotMade) && !hasRefundStep(events, RefundStep::Refused);
}

http::Task<checkout::Result<std::vector<RefundHistory>>> refundHistories(QPointer<Desk> desk, QString accountId,
                                                                         QString transactionId)
{
    std::vector<RefundHistory> histories;
    const auto refunds = co_await whileOpen(desk, desk->journal().refundsOf(accountId, transactionId));
    if (!refunds)
        co_return std::unexpected(refunds.error());
    histories.reserve(refunds->size());
    for (const Intent &refund : *refunds) {
        const auto events = co_await whileOpen(desk, desk->ledger().timeline(refund.accountId, refund.id));
        if (!events)
            co_return std::unexpected(events.error());
        RefundHistory history;
        history.refund = refund;
        std::ranges::copy_if(*events, std::back_inserter(history.steps),
                             [](const TimelineEvent &event) { return refundStepFrom(event).has_value(); });
        // One from before steps were kept, or whose step could not be: its state is known, and not since when.
        const auto last = stepOfState(refund);
        const bool isUnkept = std::ranges::all_of(
            history.steps, [](const TimelineEvent &event) { return event.kind == TimelineEvent::Kind::SentAgain; });
        if (isUnkept && last)
            history.steps.push_back(refundEvent(*last, QDateTime()));
        history.steps.push_back(refundEvent(RefundStep::Sent, refund.openedAt));
        histories.push_back(std::move(history));
    }
    co_return std::vector<RefundHistory>(histories);
}

} // namespace tilldeck::desk
