// SPDX-License-Identifier: GPL-3.0-or-later
#include "checkout/charged_again.h"

#include "money/format.h"

#include <QCoreApplication>

#include <algorithm>

namespace tilldeck::checkout {

using namespace Qt::StringLiterals;

namespace {

struct ChargedAgainText
{
    Q_DECLARE_TR_FUNCTIONS(tilldeck::checkout::ChargedAgain)
};

QString thenText(const money::Money &amount, const QString &period, bool isDiscounted, const QLocale &locale)
{
    const QString each = money::format(amount, locale);
    const QString again =
        period == "day"_L1 || period == "daily"_L1       ? ChargedAgainText::tr("Then %1 a day").arg(each)
        : period == "week"_L1 || period == "weekly"_L1   ? ChargedAgainText::tr("Then %1 a week").arg(each)
        : period == "month"_L1 || period == "monthly"_L1 ? ChargedAgainText::tr("Then %1 a month").arg(each)
        : period == "quarterly"_L1                       ? ChargedAgainText::tr("Then %1 every three months").arg(each)
        : period == "year"_L1 || period == "yearly"_L1 || period == "annually"_L1
            ? ChargedAgainText::tr("Then %1 a year").arg(each)
            : ChargedAgainText::tr("Then %1 again: %2", "amount, a provider's word for how often").arg(each, period);
    return isDiscounted ? ChargedAgainText::tr("%1, before discounts.", "“Then 499.00 USD a year”").arg(again)
                        : ChargedAgainText::tr("%1.", "“Then 499.00 USD a year”").arg(again);
}

QString unknownText(const ChargedAgain &again, const QLocale &locale)
{
    if (again.unknown.isEmpty())
        return ChargedAgainText::tr("What is charged again (%1) cannot be added up.", "a provider's word for how often")
            .arg(again.period);
    return ChargedAgainText::tr("What is charged again (%1) is not known here: the amount of %2 is missing.",
                                "a provider's word for how often, names of items")
        .arg(again.period, locale.createSeparatedList(again.unknown));
}

} // namespace

std::vector<ChargedAgain> chargedAgain(const Breakdown &breakdown)
{
    std::vector<ChargedAgain> all;
    for (const BreakdownLine &line : breakdown.lines) {
        if (line.billingPeriod.isEmpty())
            continue;
        auto known = std::ranges::find(all, line.billingPeriod, &ChargedAgain::period);
        const bool isFirst = known == all.end();
        if (isFirst)
            known = all.insert(known, ChargedAgain{line.billingPeriod, line.total, {}});
        else if (known->amount)
            known->amount = line.total ? known->amount->plus(*line.total) : std::nullopt;
        if (!line.total)
            known->unknown << line.label;
    }
    return all;
}

QStringList chargedAgainTexts(const Breakdown &breakdown, const QLocale &locale)
{
    QStringList texts;
    const auto all = chargedAgain(breakdown);
    for (const ChargedAgain &again : all)
        texts << (again.amount ? thenText(*again.amount, again.period, !breakdown.discountLabel.isEmpty(), locale)
                               : unknownText(again, locale));
    return texts;
}

} // namespace tilldeck::checkout
