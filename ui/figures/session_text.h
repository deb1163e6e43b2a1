// SPDX-License-Identifier: GPL-3.0-or-later
// Texts and badges of a session, for lists and panels alike.
#pragma once

#include "checkout/capabilities.h"
#include "checkout/catalog.h"
#include "ledger/ledger.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/timeline.h"

#include <QLocale>
#include <QTimeZone>

namespace tilldeck::ui {

/// Holds what the badge of a session shows.
struct StatusText
{
    BadgeKind kind = BadgeKind::Open;
    QString text;       ///< Replaces the usual text of the badge if it is not empty.
    QString providerId; ///< The status as the provider names it.
};

StatusText sessionStatus(const ledger::SessionRow &row, const QDateTime &now);
StatusText sessionStatus(const ledger::SessionRecord &record, const QDateTime &now);
/// Returns whether the provider has confirmed the session and customers can still pay.
bool isOpen(const ledger::SessionRow &row, const QDateTime &now);
bool isOpen(const ledger::SessionRecord &record, const QDateTime &now);
bool isExpired(const ledger::SessionRow &row, const QDateTime &now);
bool isExpired(const ledger::SessionRecord &record, const QDateTime &now);

/// Returns the customer as the provider reported it, else as it was requested. The e-mail address comes from @p catalog
/// if only the id is known.
checkout::CustomerChoice customerOf(const ledger::SessionRecord &record, const checkout::Catalog &catalog);

/// Returns "Tried first", or "If tier 1 is declined". @p tier counts from 0.
QString tierTitle(int tier);
/// As what a checkout URL was copied, as a TimelineEvent keeps it in its rawStatus; the bare URL has no word.
inline constexpr QLatin1StringView copiedAsMail("mail");
inline constexpr QLatin1StringView copiedAsMarkdown("markdown");
inline constexpr QLatin1StringView copiedAsHtml("html");

/// Returns the route's name if the catalog knows it, else its id; "Account decides" for an empty id.
QString routeName(const QString &routeId, const checkout::Catalog &catalog);
/// Returns the name of the flow that @p has describes ("Charge"); empty if the provider has only one.
QString flowName(const checkout::Capabilities &has);
/// Returns "Session ID", or "ID" for a provider with several flows, because the panel names the flow.
QString idLabel(const checkout::Capabilities &has);
/// Returns what the provider's answer of a moment ago showed: "Checked just now: still open."
QString checkedText(const ledger::SessionRecord &record, const QDateTime &now, const QString &providerName);
/// Return why a session cannot be looked up, or expired, through the provider's API; empty if it can.
QString whyNoLookUp(const checkout::Capabilities &has);
QString whyNoExpiring(const checkout::Capabilities &has);
QString customFieldText(const checkout::CustomFieldValue &value);

/// Returns the events of this machine and the provider's payment attempts, newest first.
QList<TimelineEvent> timelineOf(const std::vector<ledger::TimelineEvent> &events,
                                const std::vector<checkout::PaymentAttempt> &attempts, const QString &providerName,
                                const QDateTime &now, const QTimeZone &zone, const QLocale &locale);

} // namespace tilldeck::ui
