// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "money/money.h"

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QTimeZone>

#include <optional>

namespace tilldeck::desk {

// CSV as the exports write it: UTF-8, amounts as plain numbers in major units with their currency beside them, times in
// a stated zone, texts that a spreadsheet would take for a formula guarded.

/// Returns a text as a CSV cell: quoted where needed, and with an apostrophe before it when it begins like a formula.
QByteArray csvCell(const QString &text);
/// Returns an amount in major units; empty for none. A number needs no guard: a spreadsheet is to read it as one.
QByteArray csvNumber(const std::optional<money::Money> &amount);
/// Returns the currency of an amount; empty for none.
QByteArray csvCurrency(const std::optional<money::Money> &amount);
/// Returns a moment in @p zone; empty for an invalid one.
QByteArray csvTime(const QDateTime &at, const QTimeZone &zone);
/// Returns a cascade tier as merchants count them, from 1; empty for none.
QByteArray csvTier(const std::optional<int> &tier);
/// Returns the title of a column of times, with the zone.
QString csvTimeTitle(const QString &title, const QTimeZone &zone);
/// Returns @p cells as a line.
QByteArray csvLine(const QList<QByteArray> &cells);

} // namespace tilldeck::desk
