// SPDX-License-Identifier: GPL-3.0-or-later
// When the request of an intent was under way: a computer may sleep while it waits, and the request leaves long after
// the intent was opened.
#pragma once

#include "ledger/journal.h"

namespace tilldeck::ledger {

/// How long a request may wait in front of the provider after it ended here, and how much before or after its clock
/// said that it was sent a provider may stamp what it made.
inline constexpr qint64 arrivalSlackSeconds = 300;

/// Returns the moment, by the clock of this computer, at which something was last heard or done about @p intent: the
/// latest of when it was opened, when its request ended and when it was confirmed.
QDateTime lastMoment(const Intent &intent);

/// Returns the same by the provider's clock, as far as it is known: of when it was opened and when its request ended;
/// invalid where neither is.
QDateTime lastMomentThere(const Intent &intent);

/// Returns the moment, by the provider's clock, after which the request of @p intent is under way no more; invalid when
/// unknown.
QDateTime endThere(const Intent &intent);

/// Holds until when a request may still arrive at the provider, by each clock. Both moments are by the clock of this
/// computer.
struct LastArrival
{
    QDateTime here;
    QDateTime there; ///< Invalid where the provider has not said its time, now or when the intent was opened.
};

/// Returns until when the request of @p intent may still arrive. @p providerNow is the time now by the provider's
/// clock, and @p now by that of this computer.
LastArrival lastArrivals(const Intent &intent, const QDateTime &providerNow, const QDateTime &now);

} // namespace tilldeck::ledger
