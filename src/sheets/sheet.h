// SPDX-License-Identifier: GPL-3.0-or-later
// A merchant's file of sessions: one row is one draft.
#pragma once

#include "sheets/column_target.h"
#include "sheets/csv_file.h"

#include <QHash>

#include <deque>
#include <expected>
#include <optional>
#include <vector>

namespace tilldeck::sheets {

/// How the amounts of a file are written. Unsaid: one that could be either is a problem on its cell.
enum class Decimals { Unsaid, Point, Comma };

/// Holds what the merchant says about a file.
struct SheetChoices
{
    CsvForm form;
    Decimals decimals = Decimals::Unsaid;
    int titlesInLine = 0; ///< 0: the titles are looked for in the first lines.
    /// Names of targets by the titles of their columns; an empty one is not used. Others are known by their titles.
    QHash<QString, QString> targets;
    std::optional<money::Currency> currency; ///< Of amounts that have none beside them.
    checkout::SessionDraft base;             ///< What all rows have, where no column says otherwise.
};

/// Holds one thing to mend in a file.
struct CellProblem
{
    int line = 0;     ///< Of the file, from 1.
    QString column;   ///< Its title; empty where the row as a whole is meant.
    QString text;     ///< Of the cell; empty where it holds a key.
    QString sentence; ///< What to do.

    friend bool operator==(const CellProblem &, const CellProblem &) = default;
};

struct SheetColumn
{
    QString title;
    std::optional<ColumnTarget> target; ///< Nothing: the column is not used.
};

/// Holds a row as a draft. The draft is not validated.
struct SheetRow
{
    int line = 0;
    QStringList cells;
    checkout::SessionDraft draft;
    std::vector<int> items;            ///< Of each line item of the draft, which one of the columns it is.
    std::vector<CellProblem> problems; ///< Cells that could not be read.
};

/// Returns a problem with the draft of @p row, below @p columns, where it stands in the file.
CellProblem placed(const std::vector<SheetColumn> &columns, const SheetRow &row, const checkout::Problem &problem);

/// Reads a file of drafts row by row.
class Sheet
{
public:
    /// Opens the file and finds its titles; a flow with @p can takes the drafts. Error: why it cannot be read, in a
    /// sentence.
    static std::expected<Sheet, QString> open(const QString &path, SheetChoices choices,
                                              const checkout::Capabilities &can);

    Encoding encoding() const { return m_file.encoding(); }
    char separator() const { return m_file.separator(); }
    int titleLine() const { return m_titleLine; }
    const std::vector<SheetColumn> &columns() const { return m_columns; }
    /// Returns what is wrong with the titles, and at the end with what could not be read any more.
    const std::vector<CellProblem> &problems() const { return m_problems; }
    double progress() const { return m_file.progress(); }

    std::optional<SheetRow> next();
    /// Returns a problem with the draft of @p row where it stands in the file.
    CellProblem placed(const SheetRow &row, const checkout::Problem &problem) const
    {
        return sheets::placed(m_columns, row, problem);
    }

private:
    Sheet(CsvFile file, SheetChoices choices);
    void findTitles(const checkout::Capabilities &can);
    void takeTitles(const CsvRecord &titles, const checkout::Capabilities &can);

    CsvFile m_file;
    SheetChoices m_choices;
    std::deque<CsvRecord> m_read; ///< Below the titles, while they were looked for.
    int m_titleLine = 0;
    std::vector<SheetColumn> m_columns;
    std::vector<CellProblem> m_problems;
};

} // namespace tilldeck::sheets
