// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lists/filter_parts.h"

#include "money/format.h"
#include "ui/style/paint.h"
#include "ui/widgets/time_text.h"

#include <QCoreApplication>
#include <QTimeZone>

namespace tilldeck::ui {

namespace {

struct FilterPartsText
{
    Q_DECLARE_TR_FUNCTIONS(tilldeck::ui::FilterParts)
};

QString dayText(const QDate &day)
{
    return QLocale().toString(day, FilterPartsText::tr("d MMM yyyy", "format of a day"));
}

} // namespace

int FilterParts::count() const
{
    return int(!sessionId.isEmpty()) + int(!discount.isEmpty()) + int(hasDays()) + int(!currency.isEmpty()) +
           int(hasAmounts()) + int(tier.has_value()) + int(!accountIds.isEmpty());
}

void FilterParts::setCurrency(const QString &code)
{
    if (currency != code) {
        amountFrom.reset(); // they were minor units of the other currency
        amountTo.reset();
    }
    currency = code;
}

QString daysText(const FilterParts &parts)
{
    const QDateTime &since = parts.createdSince, &before = parts.createdBefore;
    const QString last = before.isValid() ? dayText(before.addSecs(-1).date()) : QString();
    QString days;
    if (!since.isValid())
        days = FilterPartsText::tr("Until %1", "a day").arg(last);
    else if (!before.isValid())
        days = FilterPartsText::tr("Since %1", "a day").arg(dayText(since.date()));
    else if (since.date() == before.addSecs(-1).date())
        days = last;
    else
        days = FilterPartsText::tr("%1 to %2", "two days").arg(dayText(since.date()), last);
    const QDateTime &any = since.isValid() ? since : before;
    const auto isHere = [](const QDateTime &at) {
        return !at.isValid() || at.timeZone().offsetFromUtc(at) == QTimeZone::systemTimeZone().offsetFromUtc(at);
    };
    return isHere(since) && isHere(before)
               ? days
               : FilterPartsText::tr("%1, %2", "days, time zone").arg(days, zoneName(any.timeZone()));
}

QString amountsText(const FilterParts &parts)
{
    const auto currency = money::Currency::fromCode(parts.currency);
    if (!currency)
        return {};
    const auto text = [&](qint64 minor) { return isolated(money::format(money::Money(minor, *currency), QLocale())); };
    if (!parts.amountTo)
        return FilterPartsText::tr("From %1", "an amount").arg(text(parts.amountFrom.value_or(0)));
    if (!parts.amountFrom)
        return FilterPartsText::tr("Up to %1", "an amount").arg(text(*parts.amountTo));
    return FilterPartsText::tr("%1 to %2", "two amounts").arg(text(*parts.amountFrom), text(*parts.amountTo));
}

QString tierText(int tier)
{
    return FilterPartsText::tr("Tier %1", "a filter").arg(QLocale().toString(tier + 1));
}

QString accountsText(const QStringList &accountIds, const accounts::AccountStore &accounts)
{
    const auto first = accounts.byId(accountIds.value(0));
    if (!first)
        return FilterPartsText::tr("An account that was removed");
    return accountIds.size() == 1 ? accounts::fullName(*first) : accounts::providerName(first->provider);
}

} // namespace tilldeck::ui
