// SPDX-License-Identifier: GPL-3.0-or-later
// What the preview says in words.
#pragma once

#include "checkout/problem.h"

#include <QLocale>
#include <QString>

#include <vector>

namespace tilldeck::ui {

enum class TierOutcome { Charged, Declined, NotTried };

/// Returns what happens to @p tier if the first @p declined tiers are declined.
TierOutcome tierOutcome(int tier, int declined);
QString outcomeText(TierOutcome outcome);

/// Returns "Tier 1 is charged. Tiers 2 and 3 are not tried."
QString outcomeSentence(int tiers, int declined, const QLocale &locale);

/// Returns a segment of "Simulate a decline": "None", "Tier 1", "Tiers 1 and 2", "All tiers".
QString declineSegment(int tiers, int declined, const QLocale &locale);

/// Returns the name of the field of @p problem for a link: "Quantity, tier 2", "Success URL".
QString fieldName(const checkout::Problem &problem, const QLocale &locale);

/// Returns one problem for each field to fix: a field with two problems is one, and the quote is none, because its bar
/// says what blocks.
std::vector<checkout::Problem> fieldsToFix(const std::vector<checkout::Problem> &problems);

} // namespace tilldeck::ui
