// SPDX-License-Identifier: GPL-3.0-or-later
// How a session is put into words and badges: the same in the list and in the panel.
#pragma once

#include "checkout/capabilities.h"
#include "checkout/catalog.h"
#include "ledger/ledger.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/timeline.h"

#include <QLocale>
#include <QTimeZone>

namespace tilldeck::ui {

struct StatusText
{
    BadgeKind kind = BadgeKind::Open;
    QString word; ///< Empty: the usual word of the kind. Unrecognised: the provider's own.
    QString providerWord;
};

StatusText sessionStatus(const ledger::SessionRecord &record, const QDateTime &now);
/// The provider has answered, and customers can still pay.
bool isOpen(const ledger::SessionRecord &record, const QDateTime &now);
bool isExpired(const ledger::SessionRecord &record, const QDateTime &now);

/// Who pays: as the provider told it, else as asked for; the e-mail address from CATALOG where only the id is known.
checkout::CustomerChoice customerOf(const ledger::SessionRecord &record, const checkout::Catalog &catalog);

/// "Tried first", "If tier 1 is declined".
QString tierTitle(int tier);
/// The route's name where the catalog knows it, else its id; "Account default route" without one.
QString routeName(const QString &routeId, const checkout::Catalog &catalog);
/// "Charge": the flow that HAS describes, where the provider has more than one; else empty.
QString flowName(const checkout::Capabilities &has);
/// "Session ID"; where the provider has several flows, whose panel says which: "ID".
QString idLabel(const checkout::Capabilities &has);
/// Why a session cannot be asked for or ended from here, in a sentence; empty: it can.
QString whyNoLookUp(const checkout::Capabilities &has);
QString whyNoExpiring(const checkout::Capabilities &has);
QString customFieldText(const checkout::CustomFieldValue &value);

/// What happened, newest first: this machine's own events and the provider's payment attempts.
QList<TimelineEvent> timelineOf(const std::vector<ledger::TimelineEvent> &events,
                                const std::vector<checkout::PaymentAttempt> &attempts, const QString &providerName,
                                const QDateTime &now, const QTimeZone &zone, const QLocale &locale);

} // namespace tilldeck::ui
