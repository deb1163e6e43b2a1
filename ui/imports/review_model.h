// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/file_review.h"
#include "keys/key_form.h"

#include <QAbstractTableModel>

#include <vector>

namespace tilldeck::ui {

/// The rows of a file that was reviewed: its line, its cells, what the customer pays, and what has to be mended. Cells
/// that hold a key are not shown.
class ReviewModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    /// bool: whether something has to be mended in this cell.
    static constexpr int ProblemRole = Qt::UserRole + 1;

    explicit ReviewModel(keys::HoldsKey holdsKey, QObject *parent = nullptr);

    /// Begins with the columns of a file, and no rows.
    void begin(const std::vector<sheets::SheetColumn> &columns);
    void append(const std::vector<desk::ReviewedRow> &rows);
    /// Takes the amounts and problems that a provider's quotes brought.
    void takeQuotes(const desk::ImportReview &review);
    /// Shows only rows with a problem.
    void setOnlyProblems(bool only);

    int total() const { return static_cast<int>(m_rows.size()); }
    int withProblems() const { return m_withProblems; }
    /// Returns the next cell with a problem after @p from, in reading order, and from the beginning again; invalid
    /// where there is none.
    QModelIndex nextProblem(const QModelIndex &from) const;
    /// Returns what has to be mended in a cell, or in its row; empty where nothing has.
    QString problemOf(const QModelIndex &cell) const;
    /// Returns whether there is a row of this line of the file that has something to mend.
    bool hasProblemInLine(int line) const;
    int amountColumn() const { return static_cast<int>(m_titles.size()) + 1; }
    int receivesColumn() const { return amountColumn() + 1; }
    int problemColumn() const { return receivesColumn() + 1; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Mark
    {
        int column; ///< Of this model.
        QString sentence;
    };
    struct Row
    {
        int line = 0;
        QStringList cells;
        std::optional<money::Money> amount;
        std::optional<money::Money> receives;
        std::vector<Mark> marks;
    };

    const Row &rowAt(int row) const
    {
        return m_rows[m_only ? static_cast<size_t>(m_marked[static_cast<size_t>(row)]) : static_cast<size_t>(row)];
    }
    std::vector<Mark> marksOf(const std::vector<sheets::CellProblem> &problems) const;
    QString text(const Row &row, int column) const;
    std::optional<money::Money> amountIn(const Row &row, int column) const;
    static QString sentencesOf(const Row &row, int column);

    keys::HoldsKey m_holdsKey;
    QStringList m_titles;
    QStringList m_fields; ///< What each column is for; empty: it is not used.
    std::vector<Row> m_rows;
    std::vector<int> m_marked; ///< Rows with a problem.
    int m_withProblems = 0;
    bool m_only = false;
};

} // namespace tilldeck::ui
