// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/preview/preview_text.h"

#include "checkout/draft_fields.h"

#include <QCoreApplication>

#include <set>
#include <tuple>

namespace tilldeck::ui {

using checkout::Field;

namespace {

struct PreviewText
{
    Q_DECLARE_TR_FUNCTIONS(tilldeck::ui::PreviewText)
};

/// Returns "Tier 2", "Tiers 2 and 3" or "Tiers 2 to 5".
QString tierRange(int first, int last, const QLocale &locale)
{
    const QString from = locale.toString(first);
    const QString to = locale.toString(last);
    if (first == last)
        return PreviewText::tr("Tier %1").arg(from);
    return (last == first + 1 ? PreviewText::tr("Tiers %1 and %2") : PreviewText::tr("Tiers %1 to %2")).arg(from, to);
}

} // namespace

TierOutcome tierOutcome(int tier, int declined)
{
    return tier < declined ? TierOutcome::Declined : tier == declined ? TierOutcome::Charged : TierOutcome::NotTried;
}

QString outcomeText(TierOutcome outcome)
{
    switch (outcome) {
    case TierOutcome::Charged:
        return PreviewText::tr("Charged");
    case TierOutcome::Declined:
        return PreviewText::tr("Declined");
    case TierOutcome::NotTried:
        return PreviewText::tr("Not tried");
    }
    return {};
}

QString outcomeSentence(int tiers, int declined, const QLocale &locale)
{
    if (declined >= tiers)
        return tiers == 1 ? PreviewText::tr("The payment is declined. Nothing is charged.")
                          : PreviewText::tr("Every tier is declined. Nothing is charged.");
    if (tiers == 1)
        return PreviewText::tr("The items are charged. There is no fallback tier.");
    if (declined == 1)
        return PreviewText::tr("Tier 1 is declined, so tier 2 is charged.");
    if (declined > 1)
        return PreviewText::tr("%1 are declined, so tier %2 is charged.",
                               "tiers 1 and 2 are declined, so tier 3 is charged")
            .arg(tierRange(1, declined, locale), locale.toString(declined + 1));
    return tiers == 2 ? PreviewText::tr("Tier 1 is charged. Tier 2 is not tried.")
                      : PreviewText::tr("Tier 1 is charged. %1 are not tried.").arg(tierRange(2, tiers, locale));
}

QString declineSegment(int tiers, int declined, const QLocale &locale)
{
    if (declined == 0)
        return PreviewText::tr("None", "no tier is declined");
    if (declined == tiers)
        return tiers == 1 ? PreviewText::tr("Declined") : PreviewText::tr("All tiers");
    // Beyond three tiers the words do not fit side by side.
    if (tiers > 3 && declined > 1)
        return PreviewText::tr("1 to %1", "tiers").arg(locale.toString(declined));
    return tierRange(1, declined, locale);
}

QString fieldName(const checkout::Problem &problem, const QLocale &locale)
{
    const QString label = checkout::labelOf(problem.field);
    const bool tiered = problem.field == Field::LineItems || problem.field == Field::Price ||
                        problem.field == Field::Quantity || problem.field == Field::ProcessorRoute;
    return tiered && problem.tier > 0 ? PreviewText::tr("%1, tier %2").arg(label, locale.toString(problem.tier + 1))
                                      : label;
}

std::vector<checkout::Problem> fieldsToFix(const std::vector<checkout::Problem> &problems)
{
    std::vector<checkout::Problem> fields;
    std::set<std::tuple<Field, int, int>> seen;
    for (const checkout::Problem &problem : problems) {
        if (problem.field != Field::Quote && seen.emplace(problem.field, problem.tier, problem.index).second)
            fields.push_back(problem);
    }
    return fields;
}

} // namespace tilldeck::ui
