// SPDX-License-Identifier: GPL-3.0-or-later
// Days and moments as people type them in arguments. Errors: InvalidInput, with how to write it.
#pragma once

#include "checkout/error.h"

#include <QDateTime>
#include <QTimeZone>

#include <string>

namespace tilldeck::cli {

/// Returns the zone named @p name, or that of this computer for an empty one.
checkout::Result<QTimeZone> zoneFrom(const std::string &name);

/// A range of time, UTC; each end is invalid where there is none.
struct TimeRange
{
    QDateTime since;
    QDateTime before;
};

/// Reads the range from the begin of the day @p since to the begin of the day @p before in @p zone; each may be empty.
/// A range without a day in it is refused.
checkout::Result<TimeRange> rangeFrom(const std::string &since, const std::string &before, const QTimeZone &zone,
                                      const QDateTime &now);

/// Reads when something ends: a day ("2026-12-31", which is over when it ends in @p zone) or a moment
/// ("2026-12-31T23:00:00Z", of @p zone without an offset; in an hour that comes twice the first). Refused unless it is
/// after @p now. Returns UTC.
checkout::Result<QDateTime> endFrom(const std::string &text, const QTimeZone &zone, const QDateTime &now);

/// Returns a moment with its zone, for telling it back: "2026-12-31 23:59:59 Europe/Berlin"; in an hour that comes
/// twice with its offset.
QString momentWithZone(const QDateTime &moment, const QTimeZone &zone);

} // namespace tilldeck::cli
