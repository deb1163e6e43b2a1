// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transactions/payment_timeline.h"

#include "desk/refund_amount.h"
#include "ledger/asked_refunds.h"
#include "ledger/request_end.h"
#include "money/format.h"
#include "ui/figures/decline_text.h"
#include "ui/figures/refund_step_text.h"
#include "ui/style/paint.h"
#include "ui/transactions/transaction_model.h"
#include "ui/widgets/time_text.h"

#include <QCoreApplication>

#include <algorithm>
#include <ranges>

namespace tilldeck::ui {

using namespace Qt::StringLiterals;

using checkout::RefundStatus;
using ledger::WebhookEvent;
using MomentKind = TimelineEvent::Kind;

namespace {

struct PaymentTimelineText
{
    Q_DECLARE_TR_FUNCTIONS(tilldeck::ui::PaymentTimeline)

public:
    static QString attempt(const checkout::PaymentAttempt &attempt, const QLocale &locale)
    {
        const QString tier = locale.toString(attempt.tier + 1);
        if (!attempt.succeeded)
            return attempt.declineCode.isEmpty()
                       ? tr("Tier %1 declined").arg(tier)
                       : tr("Tier %1 declined: %2").arg(tier, declineReason(attempt.declineCode));
        return attempt.amount ? tr("Paid %1 on tier %2").arg(isolated(money::format(*attempt.amount, locale)), tier)
                              : tr("Paid on tier %1").arg(tier);
    }

    /// Returns what became of a refund that the provider lists, with all that it says of it.
    static QString refund(const checkout::Refund &refund, const QLocale &locale)
    {
        QString text = refundState(refund, isolated(money::format(refund.amount, locale)));
        for (const QString &more : {refund.reason, refund.id})
            if (!more.isEmpty())
                text = tr("%1 · %2", "a refund, its reason or ID").arg(text, isolated(more));
        return text;
    }

    static QString unreadRefund(const checkout::UnreadRow &entry)
    {
        return entry.id.isEmpty()
                   ? tr("A refund that could not be read: %1", "the provider's words").arg(isolated(entry.words))
                   : tr("Refund %1 could not be read: %2", "ID, the provider's words")
                         .arg(isolated(entry.id), isolated(entry.words));
    }

    static QString refundState(const checkout::Refund &refund, const QString &amount)
    {
        switch (refund.status) {
        case RefundStatus::Pending:
            return tr("Refund of %1 is under way").arg(amount);
        case RefundStatus::Succeeded:
            return tr("Refunded %1").arg(amount);
        case RefundStatus::Failed:
            return tr("Refund of %1 failed").arg(amount);
        case RefundStatus::Unrecognised:
            return tr("Refund of %1: %2", "amount, the provider's word").arg(amount, refund.rawStatus);
        }
        Q_UNREACHABLE();
    }

    static QString event(const WebhookEvent &event)
    {
        switch (event.delivery) {
        case WebhookEvent::Delivery::Kept:
            return tr("Event %1").arg(event.type);
        case WebhookEvent::Delivery::Pending:
            return tr("Event %1, not delivered yet").arg(event.type);
        case WebhookEvent::Delivery::Delivered:
            return tr("Event %1 delivered").arg(event.type);
        case WebhookEvent::Delivery::Failed:
            return tr("Event %1 could not be delivered").arg(event.type);
        }
        Q_UNREACHABLE();
    }

    /// Returns what a step of the payment is called, whose provider calls it @p type; that word where it is not known.
    static QString providerStep(const QString &type)
    {
        if (type == "payment_intent.created"_L1)
            return tr("Payment created");
        if (type == "payment_intent.processing"_L1)
            return tr("Payment under way");
        if (type == "payment_intent.succeeded"_L1)
            return tr("Paid");
        if (type == "payment_intent.payment_failed"_L1)
            return tr("Payment failed");
        if (isRefund(type))
            return tr("Refunded");
        if (type == "refund.failed"_L1)
            return tr("Refund failed");
        return type;
    }

    static bool isRefund(const QString &type) { return type == "refund.succeeded"_L1 || type == "refund.completed"_L1; }

    static QString step(const QString &text, const QString &amount, const QString &more)
    {
        return more.isEmpty()
                   ? tr("%1 · %2", "a step of a refund, its amount").arg(text, amount)
                   : tr("%1 · %2 · %3", "a step of a refund, its amount, its reason or ID").arg(text, amount, more);
    }

    static QString withoutTime(const QString &step) { return tr("%1 (time not reported)", "a step").arg(step); }
    static QString created() { return tr("Session created"); }
    static QString opened() { return tr("Checkout opened from here"); }
    static QString begun() { return tr("Payment created"); }
};

struct PaymentMoment
{
    QDateTime at; ///< Invalid where the provider reports no time; listed last.
    QString text;
    MomentKind kind = MomentKind::Past;
    bool timed = true; ///< False where `at` only orders the list.
    size_t order = 0;  ///< Order among equal times; the higher is listed first.
};

/// Adds the steps of the refunds that were sent from here.
void addSteps(std::vector<PaymentMoment> &moments, const std::vector<desk::RefundHistory> &refunds,
              const QString &providerName, const QLocale &locale)
{
    for (const auto &[refund, steps] : refunds) {
        const QString amount = desk::refundAmount(
            refund, [&locale](const money::Money &money) { return isolated(money::format(money, locale)); });
        for (const ledger::TimelineEvent &event : steps | std::views::reverse) {
            const auto step = desk::refundStepFrom(event);
            if (!step)
                continue;
            const bool isFailed = *step == desk::RefundStep::Failed || *step == desk::RefundStep::Refused;
            const bool isSent = *step == desk::RefundStep::Sent || *step == desk::RefundStep::SentAgain;
            const QString more = isSent ? refund.reason : refund.sessionId;
            const QString text = refundStepText(*step, providerName);
            moments.push_back({event.at,
                               PaymentTimelineText::step(text, amount, more.isEmpty() ? more : isolated(more)),
                               isFailed ? MomentKind::Failed : MomentKind::Past});
        }
    }
}

} // namespace

QList<TimelineEvent> paymentTimeline(const ledger::TransactionRecord &record, const QDateTime &sessionCreatedAt,
                                     const std::vector<ledger::TimelineEvent> &sessionEvents,
                                     const std::vector<WebhookEvent> &events,
                                     const std::vector<desk::RefundHistory> &refunds, const QString &providerName,
                                     const QDateTime &now, const QTimeZone &zone, const QLocale &locale)
{
    const checkout::Transaction &transaction = record.transaction;
    std::vector<PaymentMoment> moments;
    if (sessionCreatedAt.isValid())
        moments.push_back({sessionCreatedAt, PaymentTimelineText::created()});
    for (const ledger::TimelineEvent &event : sessionEvents)
        if (event.kind == ledger::TimelineEvent::Kind::Opened)
            moments.push_back({event.at, PaymentTimelineText::opened()});
    for (const checkout::PaymentAttempt &attempt : transaction.attempts)
        moments.push_back({attempt.at, PaymentTimelineText::attempt(attempt, locale),
                           attempt.succeeded ? MomentKind::Past : MomentKind::Failed});
    std::vector<desk::RefundHistory> unpaired = refunds;
    for (const checkout::TransactionStep &step : transaction.steps) {
        // It has a line of its own, with its amount.
        const auto own = std::ranges::find_if(unpaired, [&step](const desk::RefundHistory &history) {
            return PaymentTimelineText::isRefund(step.type) && step.at.isValid() &&
                   history.refund.state == ledger::Intent::State::Confirmed &&
                   step.at >= history.refund.openedAt.addSecs(-ledger::arrivalSlackSeconds);
        });
        if (own != unpaired.end()) {
            unpaired.erase(own);
            continue;
        }
        moments.push_back({step.at, PaymentTimelineText::providerStep(step.type)});
    }
    if (transaction.attempts.empty() && transaction.steps.empty()) {
        BadgeKind badge = transactionBadge(record);
        // Its refunds have lines of their own.
        const bool isRefundListed = !refunds.empty() || (transaction.refunds && !transaction.refunds->empty());
        if (isRefundListed && (badge == BadgeKind::Refunded || badge == BadgeKind::PartRefunded ||
                               ledger::openRefunds(record) != ledger::OpenRefunds::None))
            badge = BadgeKind::Succeeded;
        // The time of this state is not reported.
        moments.push_back({transaction.createdAt, PaymentTimelineText::begun()});
        moments.push_back({transaction.createdAt,
                           badge == BadgeKind::Unrecognised ? transaction.rawStatus : badgeText(badge),
                           badge == BadgeKind::Failed ? MomentKind::Failed : MomentKind::Past, false});
    }
    const auto listed = transaction.refunds.value_or(transaction.refundsInPart.readable);
    for (const checkout::Refund &refund : listed) {
        const bool isOurs = !refund.id.isEmpty() && std::ranges::any_of(refunds, [&refund](const auto &history) {
            return history.refund.sessionId == refund.id;
        });
        if (!isOurs)
            moments.push_back({refund.at, PaymentTimelineText::refund(refund, locale),
                               refund.status == RefundStatus::Failed ? MomentKind::Failed : MomentKind::Past});
    }
    for (const checkout::UnreadRow &unread : transaction.refundsInPart.unread)
        moments.push_back(
            {transaction.createdAt, PaymentTimelineText::unreadRefund(unread), MomentKind::Failed, false});
    addSteps(moments, refunds, providerName, locale);
    for (const WebhookEvent &event : events)
        moments.push_back({event.at, PaymentTimelineText::event(event),
                           event.delivery == WebhookEvent::Delivery::Failed ? MomentKind::Failed : MomentKind::Past});
    for (size_t i = 0; i < moments.size(); ++i)
        moments[i].order = i;
    std::ranges::sort(moments, [](const PaymentMoment &one, const PaymentMoment &other) {
        return one.at == other.at ? one.order > other.order : one.at > other.at;
    });
    QList<TimelineEvent> lines;
    // The events of a payment lie close together: seconds tell them apart.
    for (const PaymentMoment &moment : moments) {
        const bool timed = moment.timed && moment.at.isValid();
        lines.append({timed ? stepTime(moment.at, now, zone, locale, u"HH:mm:ss"_s) : QString(),
                      timed ? moment.text : PaymentTimelineText::withoutTime(moment.text),
                      {},
                      moment.kind});
    }
    if (!lines.isEmpty() && lines.front().kind == MomentKind::Past)
        lines.front().kind = MomentKind::Current;
    return lines;
}

} // namespace tilldeck::ui
