// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QLocale>

#include <expected>

namespace tilldeck::ui {

/// Returns @p day in digits as @p locale writes it, always with four digits of the year: "15.03.2027". Where the locale
/// writes the month as a word, and in the C locale, it is "2027-03-15".
QString dateText(const QDate &day, const QLocale &locale);

/// Reads a day as dateText() writes it, with or without leading zeros, or as "2027-03-15" in every locale. Nothing is
/// guessed: two digits of a year, other signs and days that do not exist are refused, with a sentence that has @p
/// example.
std::expected<QDate, QString> readDate(const QString &text, const QLocale &locale, const QDate &example);

} // namespace tilldeck::ui
