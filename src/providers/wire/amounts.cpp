// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/wire/amounts.h"

#include <QCoreApplication>

#include <cmath>

namespace tilldeck::providers {

std::optional<money::Money> optionalAmount(ObjectReader &item, Family family, QLatin1StringView name,
                                           std::optional<money::Currency> currency)
{
    const auto units = item.integer(name);
    return units && currency ? fromWire(family, *units, *currency) : std::nullopt;
}

std::optional<money::Money> requiredAmount(ObjectReader &item, Family family, QLatin1StringView name,
                                           QLatin1StringView currencyName)
{
    if (!item.has(name))
        item.missing(name);
    const auto currency = item.currency(currencyName);
    if (!currency)
        item.missingCurrency(currencyName);
    const auto amount = optionalAmount(item, family, name, currency);
    if (!amount) {
        item.fault(name, QCoreApplication::translate("tilldeck::providers::Answers",
                                                     "%1 does not fit the decimals of its currency."));
    }
    return amount;
}

std::optional<qint64> basisPoints(double percent)
{
    const double points = std::round(percent * 100);
    if (points < 0 || points > 10'000 || std::abs(points - percent * 100) > 1e-6)
        return {};
    return static_cast<qint64>(points);
}

} // namespace tilldeck::providers
