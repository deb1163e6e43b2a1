// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/preview_words.h"

#include <QCoreApplication>

namespace tilldeck::ui {

using checkout::Field;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(tilldeck::ui::PreviewWords)
};

/// "Tier 2", "Tiers 2 and 3", "Tiers 2 to 5".
QString tierRange(int first, int last, const QLocale &locale)
{
    const QString from = locale.toString(first);
    const QString to = locale.toString(last);
    if (first == last)
        return Words::tr("Tier %1").arg(from);
    return (last == first + 1 ? Words::tr("Tiers %1 and %2") : Words::tr("Tiers %1 to %2")).arg(from, to);
}

QString fieldWord(Field field)
{
    switch (field) {
    case Field::Draft:
        return Words::tr("Session");
    case Field::Mode:
        return Words::tr("Kind");
    case Field::Customer:
        return Words::tr("Customer");
    case Field::LineItems:
        return Words::tr("Items");
    case Field::Price:
        return Words::tr("Price");
    case Field::Quantity:
        return Words::tr("Quantity");
    case Field::Name:
        return Words::tr("Name");
    case Field::Amount:
        return Words::tr("Amount");
    case Field::ProcessorRoute:
        return Words::tr("Processor route");
    case Field::PromotionCode:
        return Words::tr("Promotion code");
    case Field::Coupon:
        return Words::tr("Coupon");
    case Field::Expiry:
        return Words::tr("Expires after");
    case Field::SuccessUrl:
        return Words::tr("Success URL");
    case Field::ReturnUrl:
        return Words::tr("Return URL");
    case Field::CustomFieldName:
    case Field::SubscriptionFieldName:
    case Field::CustomFieldValue:
    case Field::SubscriptionFieldValue:
        return Words::tr("Custom fields");
    case Field::Flow:
        return Words::tr("Flow");
    case Field::CustomerEmail:
        return Words::tr("Customer's e-mail");
    case Field::CustomerCountry:
        return Words::tr("Customer's country");
    case Field::Product:
        return Words::tr("Product");
    case Field::Pricing:
        return Words::tr("Amount");
    case Field::ChargeCurrency:
        return Words::tr("Customer's currency");
    case Field::ChargeAmount:
        return Words::tr("Customer's amount");
    case Field::Description:
        return Words::tr("Description");
    case Field::Reference:
        return Words::tr("Reference");
    case Field::MetadataName:
    case Field::MetadataValue:
        return Words::tr("Metadata");
    case Field::SubMerchant:
        return Words::tr("Sub-merchant");
    case Field::SubscriptionFrequency:
        return Words::tr("Subscription");
    case Field::Quote:
        return Words::tr("Quote");
    }
    return {};
}

} // namespace

TierOutcome tierOutcome(int tier, int declined)
{
    return tier < declined ? TierOutcome::Declined : tier == declined ? TierOutcome::Charged : TierOutcome::NotTried;
}

QString outcomeWord(TierOutcome outcome)
{
    switch (outcome) {
    case TierOutcome::Charged:
        return Words::tr("Charged");
    case TierOutcome::Declined:
        return Words::tr("Declined");
    case TierOutcome::NotTried:
        return Words::tr("Not tried");
    }
    return {};
}

QString outcomeSentence(int tiers, int declined, const QLocale &locale)
{
    if (declined >= tiers)
        return tiers == 1 ? Words::tr("The payment is declined. Nothing is charged.")
                          : Words::tr("Every tier is declined. Nothing is charged.");
    if (tiers == 1)
        return Words::tr("The items are charged. There is no fallback tier.");
    if (declined == 1)
        return Words::tr("Tier 1 is declined, so tier 2 is charged.");
    if (declined > 1)
        return Words::tr("%1 are declined, so tier %2 is charged.", "tiers 1 and 2 are declined, so tier 3 is charged")
            .arg(tierRange(1, declined, locale), locale.toString(declined + 1));
    return tiers == 2 ? Words::tr("Tier 1 is charged. Tier 2 is not tried.")
                      : Words::tr("Tier 1 is charged. %1 are not tried.").arg(tierRange(2, tiers, locale));
}

QString declineSegment(int tiers, int declined, const QLocale &locale)
{
    if (declined == 0)
        return Words::tr("None", "no tier is declined");
    if (declined == tiers)
        return tiers == 1 ? Words::tr("Declined") : Words::tr("All tiers");
    // Beyond three tiers the words do not fit side by side.
    if (tiers > 3 && declined > 1)
        return Words::tr("1 to %1", "tiers").arg(locale.toString(declined));
    return tierRange(1, declined, locale);
}

QString fieldName(const checkout::Problem &problem, const QLocale &locale)
{
    const QString word = fieldWord(problem.field);
    const bool tiered = problem.field == Field::LineItems || problem.field == Field::Price ||
                        problem.field == Field::Quantity || problem.field == Field::ProcessorRoute;
    return tiered && problem.tier > 0 ? Words::tr("%1, tier %2").arg(word, locale.toString(problem.tier + 1)) : word;
}

} // namespace tilldeck::ui
