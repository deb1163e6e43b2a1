// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/request_end.h"

#include <initializer_list>

namespace tilldeck::ledger {

namespace {

/// Returns the latest of those @p moments that are valid.
QDateTime latestOf(std::initializer_list<QDateTime> moments)
{
    QDateTime latest;
    for (const QDateTime &moment : moments) {
        if (!latest.isValid() || (moment.isValid() && moment > latest))
            latest = moment;
    }
    return latest;
}

} // namespace

QDateTime lastMoment(const Intent &intent)
{
    return latestOf({intent.openedAt, intent.endedAt, intent.confirmedAt});
}

QDateTime lastMomentThere(const Intent &intent)
{
    return latestOf({intent.providerOpenedAt, intent.providerEndedAt});
}

QDateTime endThere(const Intent &intent)
{
    if (!intent.providerOpenedAt.isValid())
        return {};
    const qint64 lifetime = intent.openedAt.secsTo(intent.deadlineAt);
    return latestOf({intent.providerOpenedAt.addSecs(lifetime), intent.providerEndedAt}).addSecs(arrivalSlackSeconds);
}

LastArrival lastArrivals(const Intent &intent, const QDateTime &providerNow, const QDateTime &now)
{
    LastArrival last;
    last.here = latestOf({intent.openedAt, intent.deadlineAt, intent.endedAt}).addSecs(arrivalSlackSeconds);
    QDateTime there = endThere(intent);
    if (!there.isValid() || !providerNow.isValid())
        return last;
    // Where the provider's time at the end is not known, both clocks are taken to have gone on alike since.
    if (intent.endedAt.isValid() && !intent.providerEndedAt.isValid())
        there = latestOf({there, providerNow.addSecs(now.secsTo(intent.endedAt) + arrivalSlackSeconds)});
    last.there = now.addMSecs(providerNow.msecsTo(there));
    return last;
}

} // namespace tilldeck::ledger
