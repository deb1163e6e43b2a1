// SPDX-License-Identifier: GPL-3.0-or-later
// What a merchant types to search a list: words, and fields such as status:completed or amount:>100.
#pragma once

#include <QDateTime>
#include <QLocale>
#include <QString>
#include <QStringList>
#include <QTimeZone>

#include <optional>
#include <vector>

namespace tilldeck::desk {

/// Says which values a search may name, and how its reader writes amounts and days.
struct SearchNames
{
    struct Name
    {
        QString value;         ///< What the search then holds: the word of a status, the id of an account.
        QStringList spellings; ///< How it may be typed, in any case; the first one is offered.
    };
    std::vector<Name> statuses;
    std::vector<Name> accounts;
    QStringList currencies; ///< Those that are offered; any may be typed.
    QString currency;       ///< That of amounts where none is typed; empty: one has to be.
    QLocale locale;
    QTimeZone zone = QTimeZone::utc(); ///< In which a day begins.
};

/// Names what fields say; `since:` and `before:` say Days.
enum class SearchKind { Status, Account, Currency, Amount, Tier, Days };

/// Says what cannot be read of a search.
struct SearchProblem
{
    qsizetype at = 0; ///< Where in the text it stands.
    qsizetype length = 0;
    QString sentence; ///< What to do.
};

/// Holds what is searched for. A field that cannot be read is no part of it: nothing may be shown as found while there
/// are problems.
struct Search
{
    QString text;           ///< The words that are no field, as they were typed; see ledger::searchWords().
    QString status;         ///< SearchNames::Name::value
    QStringList accountIds; ///< Each account that was named; empty: all that are shown.
    QString currency;       ///< ISO code
    std::optional<qint64> amountFrom, amountTo; ///< Minor units, both included; of `currency`, or of that of the names.
    std::optional<int> tier;                    ///< Counted from 0; typed from 1.
    QDateTime since, before;                    ///< UTC; the begin of a day.
    std::vector<SearchProblem> problems;

    bool holds(SearchKind kind) const; ///< Whether a field says something of it.
};

/// Reads a search. Fields are `status:`, `account:`, `currency:`, `amount:` (100, >100, >=100, <100, <=100, 100..250),
/// `tier:`, `since:` and `before:` (2026-09-01), in any case and order; a value with blanks stands in quotes. What
/// stands before another colon is no field.
Search readSearch(const QString &text, const SearchNames &names);

/// Returns the search without the fields that say something of @p kinds; the rest is as it was typed.
QString withoutFields(const QString &text, const QList<SearchKind> &kinds);

/// Holds what may be typed in the place of a part of the text.
struct SearchCompletion
{
    qsizetype at = 0;
    qsizetype length = 0;
    QStringList texts; ///< Whole parts: "status:completed"; a field that is not chosen yet ends with its colon.
};

/// Offers what fits to the word in front of @p cursor: fields for the begin of one, values behind a field.
SearchCompletion completeSearch(const QString &text, qsizetype cursor, const SearchNames &names);
QStringList searchFields(); ///< Returns each field with its colon.

} // namespace tilldeck::desk
