// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figures/session_text.h"

#include "desk/adopt_session.h"
#include "desk/follow_journal.h"
#include "desk/note_tried.h"
#include "desk/stored_sentence.h"
#include "money/format.h"
#include "ui/figures/decline_text.h"
#include "ui/figures/refund_step_text.h"
#include "ui/widgets/time_text.h"

#include <QCoreApplication>

#include <algorithm>
#include <limits>
#include <ranges>
#include <type_traits>

namespace tilldeck::ui {

using namespace Qt::StringLiterals;

namespace {

using Record = ledger::SessionRecord;
using Event = ledger::TimelineEvent;

struct SessionText
{
    Q_DECLARE_TR_FUNCTIONS(tilldeck::ui::SessionText)

public:
    static QString event(const Event &event, const QString &provider)
    {
        switch (event.kind) {
        case Event::Kind::Created:
            return tr("Session created");
        case Event::Kind::Checked:
            return tr("Checked with %1").arg(provider);
        case Event::Kind::UrlCopied:
            return event.rawStatus == copiedAsMail       ? tr("E-mail text copied")
                   : event.rawStatus == copiedAsMarkdown ? tr("Markdown link copied")
                   : event.rawStatus == copiedAsHtml     ? tr("HTML payment button copied")
                                                         : tr("Checkout URL copied");
        case Event::Kind::TokenCopied:
            return tr("Secure token copied");
        case Event::Kind::Opened:
            return tr("Checkout opened in the browser");
        case Event::Kind::StatusChanged:
            return changedTo(statusWord(event.rawStatus));
        case Event::Kind::OutcomeUnknown:
            return tr("Sent, no answer that can be trusted");
        case Event::Kind::Resolved: {
            const auto step = desk::refundStepFrom(event);
            if (step)
                return refundStepText(*step, provider);
            const auto by = desk::foundByFrom(event.rawStatus);
            if (!by)
                return tr("Outcome resolved");
            return *by == desk::FoundBy::Merchant ? tr("Outcome resolved: you named this session")
                                                  : tr("Outcome resolved: found at %1").arg(provider);
        }
        case Event::Kind::ExpiredByMerchant:
            return tr("Expired by you");
        case Event::Kind::SentAgain:
            return sentAgain(event.rawStatus);
        case Event::Kind::LookedUp:
            return tr("Looked up: %1", "what the provider's answer showed").arg(lookUp(event.rawStatus, provider));
        }
        Q_UNREACHABLE();
    }

    /// Returns the step in which the session got the status that @p word names.
    static QString changedTo(const QString &word)
    {
        return word == badgeText(BadgeKind::Completed) ? tr("Customer paid")
               : word == badgeText(BadgeKind::Expired) ? tr("Session expired")
               : word == badgeText(BadgeKind::Failed)  ? tr("Payment failed")
                                                       : tr("Status: %1", "a status").arg(word);
    }

    /// Returns what the program calls a status that a provider calls @p word; that word where it is not known.
    static QString statusWord(const QString &word)
    {
        const std::pair<QLatin1StringView, BadgeKind> known[] = {
            {"open"_L1, BadgeKind::Open},           {"pending"_L1, BadgeKind::Open},
            {"completed"_L1, BadgeKind::Completed}, {"complete"_L1, BadgeKind::Completed},
            {"paid"_L1, BadgeKind::Completed},      {"expired"_L1, BadgeKind::Expired},
            {"failed"_L1, BadgeKind::Failed},
        };
        const auto found = std::ranges::find_if(
            known, [&word](const auto &status) { return word.compare(status.first, Qt::CaseInsensitive) == 0; });
        return found == std::end(known) ? desk::inPresentLanguage(word) : badgeText(found->second);
    }

    static QString withoutTime(const QString &step) { return tr("%1 (time not reported)", "a step").arg(step); }

    static QString sentAgain(const QString &word)
    {
        switch (desk::sentAgainFrom(word)) {
        case desk::SentAs::SameKey:
            break;
        case desk::SentAs::SameChange:
            return tr("Sent again");
        case desk::SentAs::RestOfBatch:
            return tr("Gone on with", "promotion codes that were not all made");
        }
        return tr("Sent again under the same idempotency key");
    }

    static QString lookUp(const QString &word, const QString &provider)
    {
        const auto answer = desk::lookUpAnswerFrom(word);
        if (!answer)
            return desk::inPresentLanguage(word);
        switch (*answer) {
        case desk::LookUpAnswer::NotListed:
            return tr("%1 lists none that fits").arg(provider);
        case desk::LookUpAnswer::Ambiguous:
            return tr("what is listed may be it");
        case desk::LookUpAnswer::WithoutUrl:
            return tr("it was created; sent again, %1 tells its URL").arg(provider);
        case desk::LookUpAnswer::CannotTell:
            return tr("%1 does not tell").arg(provider);
        }
        Q_UNREACHABLE();
    }

    static QString attempt(const checkout::PaymentAttempt &attempt, const QLocale &locale)
    {
        const int tier = attempt.tier + 1;
        if (!attempt.succeeded) {
            return attempt.declineCode.isEmpty()
                       ? tr("Tier %1 declined").arg(tier)
                       : tr("Tier %1 declined: %2").arg(tier).arg(declineReason(attempt.declineCode));
        }
        if (!attempt.amount)
            return tr("Paid on tier %1").arg(tier);
        return tr("Paid %1 on tier %2").arg(money::format(*attempt.amount, locale)).arg(tier);
    }
};

struct SessionMoment
{
    std::pair<qint64, int> place;
    QDateTime at;
    TimelineEvent event;
    size_t order; ///< Among those of the same time: the lower stands above.
};

/// Returns where a step stands, the greatest above. Providers report whole seconds. What a session is now stands above
/// all whose time is known when its own is not, and that it was created stands below what happened in that second.
std::pair<qint64, int> placeOf(const Event &event)
{
    const bool isLast = !event.at.isValid() && event.kind == Event::Kind::StatusChanged;
    const qint64 second = event.at.isValid() ? event.at.toSecsSinceEpoch() : 0;
    return {isLast ? std::numeric_limits<qint64>::max() : second, event.kind == Event::Kind::Created ? 0 : 1};
}

} // namespace

StatusText sessionStatus(const ledger::SessionRow &row, const QDateTime &now)
{
    if (row.state == Record::State::Creating)
        return {BadgeKind::Creating, {}, {}};
    if (row.state == Record::State::OutcomeUnknown)
        return {BadgeKind::OutcomeUnknown, {}, {}};
    checkout::Session session;
    session.status = row.status;
    session.rawStatus = row.rawStatus;
    session.expiresAt = row.expiresAt;
    const QString &raw = row.rawStatus;
    const QString odd = checkout::oddStatusName(session);
    const auto beside = [&odd](BadgeKind kind) {
        return odd.isEmpty()
                   ? QString()
                   : SessionText::tr("%1 · %2", "status, the provider's own name of it now").arg(badgeText(kind), odd);
    };
    switch (checkout::statusAt(session, now)) {
    case checkout::SessionStatus::Open:
        return {BadgeKind::Open, {}, raw};
    case checkout::SessionStatus::Completed:
        return {BadgeKind::Completed, beside(BadgeKind::Completed), raw};
    case checkout::SessionStatus::Expired:
        return {BadgeKind::Expired, beside(BadgeKind::Expired), raw};
    case checkout::SessionStatus::Failed:
        return {BadgeKind::Failed, beside(BadgeKind::Failed), raw};
    case checkout::SessionStatus::NotAsked:
        return {BadgeKind::Unrecognised, desk::notAskedText(), {}};
    case checkout::SessionStatus::Unrecognised:
        return {BadgeKind::Unrecognised, desk::inPresentLanguage(raw), raw};
    }
    Q_UNREACHABLE();
}

StatusText sessionStatus(const Record &record, const QDateTime &now)
{
    return sessionStatus(ledger::SessionRow(record), now);
}

bool isOpen(const ledger::SessionRow &row, const QDateTime &now)
{
    const BadgeKind kind = sessionStatus(row, now).kind;
    return kind == BadgeKind::Open || kind == BadgeKind::Unrecognised;
}

bool isOpen(const Record &record, const QDateTime &now)
{
    return isOpen(ledger::SessionRow(record), now);
}

bool isExpired(const ledger::SessionRow &row, const QDateTime &now)
{
    return sessionStatus(row, now).kind == BadgeKind::Expired;
}

bool isExpired(const Record &record, const QDateTime &now)
{
    return isExpired(ledger::SessionRow(record), now);
}

checkout::CustomerChoice customerOf(const Record &record, const checkout::Catalog &catalog)
{
    checkout::CustomerChoice customer =
        record.session.customer.isEmpty() ? record.draft.customer : record.session.customer;
    if (const checkout::Customer *known = catalog.customer(customer.id); known && customer.email.isEmpty())
        customer.email = known->email;
    return customer;
}

QString tierTitle(int tier)
{
    return tier == 0 ? SessionText::tr("Tried first") : SessionText::tr("If tier %1 is declined").arg(tier);
}

QString routeName(const QString &routeId, const checkout::Catalog &catalog)
{
    if (routeId.isEmpty())
        return SessionText::tr("Account decides", "which processor route is used");
    const checkout::ProcessorRoute *route = catalog.route(routeId);
    return route && !route->name.isEmpty() ? route->name : routeId;
}

QString flowName(const checkout::Capabilities &has)
{
    const auto flow = std::ranges::find(has.flows, has.flow, &checkout::FlowChoice::id);
    return has.flows.size() < 2 || flow == has.flows.end() ? QString() : flow->name;
}

QString idLabel(const checkout::Capabilities &has)
{
    return flowName(has).isEmpty() ? SessionText::tr("Session ID")
                                   : SessionText::tr("ID", "of a charge, a session or whatever else the panel shows");
}

QString checkedText(const Record &record, const QDateTime &now, const QString &providerName)
{
    using checkout::SessionStatus;
    switch (checkout::statusAt(record.session, now)) {
    case SessionStatus::Open:
        return SessionText::tr("Checked just now: still open.");
    case SessionStatus::Completed:
        return SessionText::tr("Checked just now: it is paid.");
    case SessionStatus::Expired:
        return SessionText::tr("Checked just now: it has expired.");
    case SessionStatus::Failed:
        return SessionText::tr("Checked just now: the payment failed.");
    case SessionStatus::NotAsked:
    case SessionStatus::Unrecognised:
        break;
    }
    return record.session.rawStatus.isEmpty()
               ? SessionText::tr("Checked just now: %1 names no status.").arg(providerName)
               : SessionText::tr("Checked just now: %1 says “%2”.", "provider, its word")
                     .arg(providerName, record.session.rawStatus);
}

QString whyNoLookUp(const checkout::Capabilities &has)
{
    return has.looksUpSessions ? QString()
                               : SessionText::tr("%1 cannot be asked about this one from here. Look in its dashboard.")
                                     .arg(has.providerName);
}

QString whyNoExpiring(const checkout::Capabilities &has)
{
    return has.expireCall ? QString()
                          : SessionText::tr("%1 does not let this one be ended from here.").arg(has.providerName);
}

QString customFieldText(const checkout::CustomFieldValue &value)
{
    return std::visit(
        [](const auto &held) -> QString {
            using Held = std::decay_t<decltype(held)>;
            if constexpr (std::is_same_v<Held, QString>)
                return held;
            else if constexpr (std::is_same_v<Held, bool>)
                return held ? SessionText::tr("yes") : SessionText::tr("no");
            else
                return QLocale().toString(held);
        },
        value);
}

QList<TimelineEvent> timelineOf(const std::vector<Event> &events, const std::vector<checkout::PaymentAttempt> &attempts,
                                const QString &providerName, const QDateTime &now, const QTimeZone &zone,
                                const QLocale &locale)
{
    std::vector<SessionMoment> moments;
    moments.reserve(events.size() + attempts.size());
    for (const Event &event : events)
        moments.push_back({placeOf(event),
                           event.at,
                           {{}, SessionText::event(event, providerName), {}, TimelineEvent::Kind::Past},
                           moments.size()});
    // Tiers are tried within a second: of equal times the later attempt stands above.
    for (const checkout::PaymentAttempt &attempt : attempts | std::views::reverse) {
        const auto kind = attempt.succeeded ? TimelineEvent::Kind::Past : TimelineEvent::Kind::Failed;
        const qint64 second = attempt.at.isValid() ? attempt.at.toSecsSinceEpoch() : 0;
        moments.push_back(
            {{second, 1}, attempt.at, {{}, SessionText::attempt(attempt, locale), {}, kind}, moments.size()});
    }
    std::ranges::sort(moments, [](const SessionMoment &one, const SessionMoment &other) {
        return one.place == other.place ? one.order < other.order : one.place > other.place;
    });
    QList<TimelineEvent> lines;
    for (SessionMoment &moment : moments) {
        if (moment.at.isValid())
            moment.event.time = stepTime(moment.at, now, zone, locale, u"HH:mm"_s);
        else
            moment.event.text = SessionText::withoutTime(moment.event.text);
        lines.append(moment.event);
    }
    if (!lines.isEmpty() && lines.front().kind == TimelineEvent::Kind::Past)
        lines.front().kind = TimelineEvent::Kind::Current;
    return lines;
}

} // namespace tilldeck::ui
