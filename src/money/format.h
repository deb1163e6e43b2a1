// SPDX-License-Identifier: GPL-3.0-or-later
// How amounts are written and read by people; ICU knows each locale's digits, grouping and decimal sign.
#pragma once

#include "money/money.h"

#include <QLocale>

#include <expected>

namespace tilldeck::money {

/// The number alone, with the currency's decimals and the locale's grouping: "1,234.50"; minus is U+2212.
QString formatAmount(const Money &money, const QLocale &locale);

/// The number alone, as programs write it: "-1234.50", without grouping and in every language the same.
QString plainAmount(const Money &money);

/// Number and ISO code, joined by a no-break space: "1,234.50 EUR".
QString format(const Money &money, const QLocale &locale);

/// As the locale writes the currency itself, for checking by eye: "12 000 F CFA", "€1,234.50".
QString formatInWords(const Money &money, const QLocale &locale);

enum class AmountProblem { Empty, NotANumber, TooManyDecimals, TooLarge };

/// Reads what a merchant typed in major units ("1.234,5" in German) exactly, without floating point.
std::expected<Money, AmountProblem> parseAmount(const QString &text, Currency currency, const QLocale &locale);

} // namespace tilldeck::money
