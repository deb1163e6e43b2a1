// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "money/money.h"

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QLocale>
#include <QTimeZone>

#include <optional>

namespace tilldeck::desk {

/// Says who reads a CSV file.
enum class CsvReader {
    /// Programs: commas, decimal points, and every text as it is, also one that a spreadsheet would run as a formula.
    Programs,
    /// Excel and other spreadsheets: a byte order mark, separator and decimal sign of the locale, and an apostrophe in
    /// front of each text that they would change or run: 00042, 12E5, 1-2, =1+1.
    Excel,
};

/// Writes CSV as all exports do: UTF-8, amounts as plain numbers in major units with their currency beside them, times
/// with their offset from UTC. Control characters other than tabs and line ends are left out, and
/// so are the escape sequences of terminals.
class Csv
{
public:
    /// @p locale is that of the spreadsheet; times are of @p zone.
    explicit Csv(CsvReader reader, const QTimeZone &zone = QTimeZone::utc(), const QLocale &locale = QLocale());

    /// Returns what stands before the first line.
    QByteArray start() const;
    /// Returns @p cells as a line.
    QByteArray line(const QList<QByteArray> &cells) const;

    QByteArray text(const QString &text) const;
    /// Returns an amount in major units; empty for none. A number needs no guard: a spreadsheet is to read it as one.
    QByteArray number(const std::optional<money::Money> &amount) const;
    /// Returns the currency of an amount; empty for none.
    static QByteArray currency(const std::optional<money::Money> &amount);
    /// Returns a moment as "2026-10-25 02:30:00+02:00", which tells apart the hour that comes twice; empty for an
    /// invalid one.
    QByteArray time(const QDateTime &at) const;
    /// Returns a cascade tier as merchants count them, from 1; empty for none.
    static QByteArray tier(const std::optional<int> &tier);
    /// Returns the title of a column of times, with the zone.
    QString timeTitle(const QString &title) const;

    char separator() const { return m_separator; }
    QString decimalSign() const { return m_decimalSign; }

private:
    bool isChangedBySpreadsheets(const QString &text) const;

    CsvReader m_reader;
    QTimeZone m_zone;
    QLocale m_locale;
    char m_separator = ',';
    QString m_decimalSign;
};

} // namespace tilldeck::desk
