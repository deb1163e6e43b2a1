// SPDX-License-Identifier: GPL-3.0-or-later
#include "checkout/charged_again.h"

#include "checkout/quantity.h"
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

QString thenText(const money::Money &amount, const QString &period, const Breakdown &breakdown, const QLocale &locale)
{
    const bool isDiscounted = !breakdown.discountLabel.isEmpty();
    // What may be added to it the first time may be added again.
    const bool isEstimate = breakdown.customerPays && breakdown.customerPays->certainty == Certainty::Estimate;

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
           : isEstimate ? ChargedAgainText::tr("%1, as an estimate.", "“Then 499.00 USD a year”").arg(again)
                        : ChargedAgainText::tr("%1.", "“Then 499.00 USD a year”").arg(again);
}

QString unknownText(const QString &period)
{
    return ChargedAgainText::tr("What is charged again (%1) cannot be added up.", "a provider's word for how often")
        .arg(period);
}

/// Returns whether a quantity that is charged again in @p period is refused, which is said with the quantity.
bool isRefused(const Breakdown &breakdown, const QString &period)
{
    return std::ranges::any_of(breakdown.lines, [&period](const BreakdownLine &line) {
        return line.billingPeriod == period && !quantityProblem(line.quantity).isEmpty();
    });
}

} // namespace

std::vector<ChargedAgain> chargedAgain(const Breakdown &breakdown)
{
    const bool isEstimate = breakdown.discountLabel.isEmpty() && breakdown.customerPays &&
                            breakdown.customerPays->certainty == Certainty::Estimate;
    std::vector<ChargedAgain> all;
    for (const BreakdownLine &line : breakdown.lines) {
        if (line.billingPeriod.isEmpty())
            continue;
        auto known = std::ranges::find(all, line.billingPeriod, &ChargedAgain::period);
        const bool isFirst = known == all.end();
        if (isFirst)
            known = all.insert(
                known,
                ChargedAgain{line.billingPeriod, line.total, {}, isEstimate ? Certainty::Estimate : Certainty::Exact});
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
    for (const ChargedAgain &again : all) {
        if (again.amount)
            texts << thenText(*again.amount, again.period, breakdown, locale);
        else if (!isRefused(breakdown, again.period))
            texts << unknownText(again.period);
    }
    return texts;
}

} // namespace tilldeck::checkout
