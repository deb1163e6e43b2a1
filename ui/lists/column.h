// SPDX-License-Identifier: GPL-3.0-or-later
// What a column of a list is: everything that the list, its delegates and its header know of it stands in one place.
#pragma once

#include "money/money.h"
#include "ui/lists/found_text.h"
#include "ui/lists/roles.h"
#include "ui/style/theme.h"
#include "ui/widgets/badge.h"

#include <QDateTime>
#include <QVariant>

#include <functional>
#include <optional>

namespace tilldeck::ui {

/// How the cells of a column are painted.
enum class ColumnKind {
    Text,
    Value, ///< A text that matters as much as a name, but does not name the row.
    Name,
    Mono,
    Badge,
    Amount,
    LesserAmount, ///< An amount beside the one that counts: a fee.
    Items,        ///< With the mark of the tier that was charged.
    TimeLeft
};

/// In what words the order of a list by a column is said.
enum class Sorting { ByTime, ByText, BySize, ByRank };

/// What a column is for all rows alike.
struct ColumnLook
{
    QString name;                   ///< In the settings; never translated, never another one.
    std::function<QString()> title; ///< For reading; it may depend on what is listed.
    ColumnKind kind = ColumnKind::Text;
    int minimum = 0; ///< Pixels.
    int share = 0;   ///< See FitColumn, for this and the next two.
    int hideOrder = 0;
    bool isElided = false;
    std::optional<int> sortKey; ///< The number of the order in the ledger; the list is not sorted by a column without.
    Sorting sorting = Sorting::ByText;

    bool isAmount() const { return kind == ColumnKind::Amount || kind == ColumnKind::LesserAmount; }
    /// Returns whether the first click on the title puts the smallest first.
    bool isAscendingFirst() const { return sorting == Sorting::ByText || sorting == Sorting::ByRank; }
};

/// Describes a column of a list of @p Row. What a function is not given for, a cell has not.
template <class Row> struct Column : ColumnLook
{
    std::function<QString(const Row &)> text;
    std::function<QString(const Row &)> spoken; ///< For a screen reader; without it, the text.
    std::function<QString(const Row &)> tooltip;
    std::function<QString(const Row &)> secondary; ///< Behind the text, in the hint colour.
    std::function<std::optional<Tone>(const Row &)> tone;
    std::function<std::optional<money::Money>(const Row &)> amount;
    std::function<std::optional<BadgeKind>(const Row &)> badge;
    std::function<int(const Row &)> tierMark;    ///< The number of the tier; 0: none.
    std::function<QDateTime(const Row &)> until; ///< UTC; invalid: none.
    /// What a search looks through, if the cell shows that: its parts are marked.
    std::function<QString(const Row &)> searched;

    QVariant data(const Row &row, int role) const
    {
        switch (role) {
        case Qt::DisplayRole:
            return text(row);
        case Qt::AccessibleTextRole:
            return spoken ? spoken(row) : text(row);
        case Qt::ToolTipRole:
            return tooltip ? tooltip(row) : QVariant();
        case Qt::TextAlignmentRole:
            return alignment();
        case SecondaryTextRole:
            return secondary ? textOrNothing(secondary(row)) : QVariant();
        case ToneRole:
            return tone ? valueOf(tone(row)) : QVariant();
        case AmountRole:
            return amount ? valueOf(amount(row)) : QVariant();
        case BadgeKindRole:
            return badge ? valueOf(badge(row)) : QVariant();
        case TierMarkRole:
            return tierMark && tierMark(row) > 0 ? QVariant(tierMark(row)) : QVariant();
        case ExpiresAtRole:
            return until && until(row).isValid() ? QVariant(until(row)) : QVariant();
        default:
            return {};
        }
    }
    QVariant alignment() const
    {
        return QVariant::fromValue((isAmount() ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    }

    /// Returns what of the text of a cell the words of @p wanted find.
    FoundParts found(const Row &row, const QString &wanted) const
    {
        return searched && searched(row) == text(row) ? ledger::foundParts(text(row), wanted) : FoundParts();
    }

private:
    template <class T> static QVariant valueOf(const std::optional<T> &value)
    {
        return value ? QVariant::fromValue(*value) : QVariant();
    }
    static QVariant textOrNothing(const QString &text) { return text.isEmpty() ? QVariant() : QVariant(text); }
};

} // namespace tilldeck::ui
