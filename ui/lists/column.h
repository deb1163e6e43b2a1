// SPDX-License-Identifier: GPL-3.0-or-later
// What a column of a list is: everything that the list, its delegates and its header know of it stands in one place.
#pragma once

#include "money/money.h"
#include "ui/lists/found_text.h"
#include "ui/lists/roles.h"
#include "ui/style/theme.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/time_text.h"

#include <QDateTime>
#include <QVariant>

#include <functional>
#include <limits>
#include <optional>

namespace tilldeck::ui {

/// How the cells of a column are painted.
enum class ColumnKind {
    Text,
    Value, ///< A text that matters as much as a name, but does not name the row.
    Name,
    Mono,
    Badge,
    Number, ///< A count.
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
    QString name = {};                   ///< In the settings; never translated, never another one.
    std::function<QString()> title = {}; ///< For reading; it may depend on what is listed.
    ColumnKind kind = ColumnKind::Text;
    int minimum = 0; ///< Pixels.
    int share = 0;   ///< See FitColumn, for this and the next two.
    int hideOrder = 0;
    bool isElided = false;
    /// The number of the order in the ledger; a list of the ledger is not sorted by a column without.
    std::optional<int> sortKey = {};
    Sorting sorting = Sorting::ByText;

    bool isAmount() const { return kind == ColumnKind::Amount || kind == ColumnKind::LesserAmount; }
    QVariant alignment() const
    {
        const bool isAtEnd = isAmount() || kind == ColumnKind::Number;
        return QVariant::fromValue((isAtEnd ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    }
    /// Returns whether the first click on the title puts the smallest first.
    bool isAscendingFirst() const { return sorting == Sorting::ByText || sorting == Sorting::ByRank; }
};

/// Describes a column of a list of @p Row. What a function is not given for, a cell has not.
template <class Row> struct Column : ColumnLook
{
    std::function<QString(const Row &)> text = {};
    std::function<QString(const Row &)> spoken = {}; ///< For a screen reader; without it, the text.
    std::function<QString(const Row &)> tooltip = {};
    std::function<QString(const Row &)> secondary = {}; ///< Behind the text, in the hint colour.
    std::function<std::optional<Tone>(const Row &)> tone = {};
    std::function<std::optional<money::Money>(const Row &)> amount = {};
    std::function<std::optional<BadgeKind>(const Row &)> badge = {};
    std::function<int(const Row &)> tierMark = {};    ///< The number of the tier; 0: none.
    std::function<QDateTime(const Row &)> until = {}; ///< UTC; invalid: none.
    /// For a list that is sorted in memory: a text, number or time. Invalid or an empty text: the row comes last.
    /// Without it, a column of amounts is sorted by currency and amount, another by its text.
    std::function<QVariant(const Row &)> rank = {};
    /// What a search looks through, if the cell shows that: its parts are marked.
    std::function<QString(const Row &)> searched = {};

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
            return this->alignment();
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
    /// Returns by what a list in memory is sorted.
    QVariant rankOf(const Row &row) const
    {
        if (rank)
            return rank(row);
        if (!amount)
            return text(row);
        const auto money = amount(row);
        if (!money)
            return {};
        // Digits of one length, that begin with the least amount.
        constexpr auto least = std::numeric_limits<qint64>::min();
        const quint64 above = static_cast<quint64>(money->minorUnits()) - static_cast<quint64>(least);
        return QString(money->currency().code() + u' ' + QString::number(above).rightJustified(20, QChar(u'0')));
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

/// Makes @p column one of times, in UTC: as short as a list says them, whole for a tooltip and a screen reader.
template <class Row, class At> void showTimes(Column<Row> &column, At at, std::function<QDateTime()> now)
{
    column.sorting = Sorting::ByTime;
    column.text = [at, now = std::move(now)](const Row &row) {
        return listTime(std::invoke(at, row), now(), QTimeZone::systemTimeZone(), QLocale());
    };
    column.tooltip = [at](const Row &row) {
        return absoluteTime(std::invoke(at, row), QTimeZone::systemTimeZone(), QLocale());
    };
    column.spoken = column.tooltip;
    column.rank = [at](const Row &row) { return QVariant(std::invoke(at, row)); };
}

} // namespace tilldeck::ui
