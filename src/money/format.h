// SPDX-License-Identifier: GPL-3.0-or-later
// Writes and reads amounts as people do; ICU knows each locale's digits, grouping and decimal sign.
#pragma once

#include "money/money.h"

#include <QLocale>

#include <expected>
#include <optional>

namespace tilldeck::money {

/// Returns the number alone with the currency's decimals and the locale's grouping, "1,234.50"; minus is U+2212.
QString formatAmount(const Money &money, const QLocale &locale);

/// Returns the number alone as programs write it, "-1234.50", whatever the locale.
QString plainAmount(const Money &money);

/// Returns number and ISO code, joined by a no-break space: "1,234.50 EUR".
QString format(const Money &money, const QLocale &locale);

/// Returns the amount as the locale writes the currency itself, for people to check: "12 000 F CFA", "€1,234.50".
QString formatInWords(const Money &money, const QLocale &locale);

enum class AmountProblem {
    Empty,
    NotANumber,
    TooManyDecimals, ///< More than the currency has, also when they are zeros: 12.500 is twelve thousand to many.
    TooLarge,
    OtherCurrency, ///< It stands beside the code of another currency.
};

/// Reads what a merchant typed or pasted in major units ("1.234,5" in German, "12.50 EUR") exactly, without floating
/// point. Digits of any script are read; marks that nobody sees and blanks around are left out.
std::expected<Money, AmountProblem> parseAmount(const QString &text, Currency currency, const QLocale &locale);

/// Returns the amount that a text is in the notation of other locales, where that is another one than parseAmount()
/// reads: 1,250 is 1250.000 or 1.250 KWD. Nothing where all read the same.
std::optional<Money> otherReading(const QString &text, Currency currency, const QLocale &locale);

/// An amount of a command, and what its text is in other notations, where that is another amount.
struct ArgumentAmount
{
    Money amount;
    std::optional<Money> other; ///< Such an amount is nothing to act on.
};

/// Reads an amount of a command, which a script may have written. Digits with a point before the decimals are the same
/// amount under every locale; other texts are read as parseAmount() reads them. What format() writes in @p locale has
/// no other reading. A sign is no part of an amount, nor is a point with digits at one side only, which an unset
/// variable leaves behind.
std::expected<ArgumentAmount, AmountProblem> parseArgument(const QString &text, Currency currency,
                                                           const QLocale &locale);

/// Reads a text that its reader's locale refuses as NotANumber in the notations of other locales, "2,50" and "2.50",
/// to say what was meant. Never an amount to act on.
std::expected<Money, AmountProblem> parseInOtherNotation(const QString &text, Currency currency);

} // namespace tilldeck::money
