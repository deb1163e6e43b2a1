// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace tilldeck::ledger {

/// Says where in a text a word stands.
struct SearchWord
{
    QString text; ///< Without the quotes around it.
    qsizetype at = 0;
    qsizetype length = 0;  ///< With the quotes.
    bool isQuoted = false; ///< From its first letter on.

    friend bool operator==(const SearchWord &, const SearchWord &) = default;
};

/// Returns the words of what somebody types to search for, each of which has to be found, in any order: blanks part
/// them, but not between quotes of any kind ("annual membership" is one word). A quote that is not closed ends with the
/// text.
std::vector<SearchWord> searchWords(const QString &text);

/// Says where in a text something stands that was searched for.
struct FoundPart
{
    qsizetype at = 0;
    qsizetype length = 0;

    friend bool operator==(const FoundPart &, const FoundPart &) = default;
};

/// Returns the parts of @p text that the words of @p wanted find, wherever they stand, in their order; those that touch
/// are one.
std::vector<FoundPart> foundParts(const QString &text, const QString &wanted);

/// Returns whether @p text holds each of the words that @p wanted has, without case.
bool holdsWords(const QString &text, const QString &wanted);

} // namespace tilldeck::ledger
