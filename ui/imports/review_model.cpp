// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/imports/review_model.h"

#include "money/format.h"
#include "ui/lists/roles.h"
#include "ui/style/theme.h"

#include <QHash>
#include <QLocale>

#include <algorithm>

namespace tilldeck::ui {

using namespace Qt::StringLiterals;

ReviewModel::ReviewModel(keys::HoldsKey holdsKey, QObject *parent)
    : QAbstractTableModel(parent)
    , m_holdsKey(std::move(holdsKey))
{
}

void ReviewModel::begin(const std::vector<sheets::SheetColumn> &columns)
{
    beginResetModel();
    m_titles.clear();
    m_fields.clear();
    for (const sheets::SheetColumn &column : columns) {
        m_titles << column.title;
        m_fields << (column.target ? sheets::labelOf(*column.target) : QString());
    }
    m_rows.clear();
    m_marked.clear();
    m_withProblems = 0;
    endResetModel();
}

std::vector<ReviewModel::Mark> ReviewModel::marksOf(const std::vector<sheets::CellProblem> &problems) const
{
    std::vector<Mark> marks;
    for (const sheets::CellProblem &problem : problems) {
        const qsizetype at = problem.column.isEmpty() ? -1 : m_titles.indexOf(problem.column);
        const bool isField = at < 0 && !problem.column.isEmpty();
        marks.push_back({at < 0 ? problemColumn() : static_cast<int>(at) + 1,
                         isField ? tr("%1: %2", "name of a field, sentence").arg(problem.column, problem.sentence)
                                 : problem.sentence});
    }
    std::ranges::sort(marks, {}, &Mark::column);
    return marks;
}

void ReviewModel::append(const std::vector<desk::ReviewedRow> &rows)
{
    if (rows.empty())
        return;
    const int before = total();
    std::vector<int> marked;
    for (size_t i = 0; i < rows.size(); ++i) {
        if (!rows[i].problems.empty())
            marked.push_back(before + static_cast<int>(i));
    }
    const int count = static_cast<int>(m_only ? marked.size() : rows.size());
    const int first = rowCount();
    if (count > 0)
        beginInsertRows({}, first, first + count - 1);
    for (const desk::ReviewedRow &row : rows)
        m_rows.push_back({row.line, row.cells, row.amount, row.receives, marksOf(row.problems)});
    m_marked.insert(m_marked.end(), marked.begin(), marked.end());
    m_withProblems += static_cast<int>(marked.size());
    if (count > 0)
        endInsertRows();
}

void ReviewModel::takeQuotes(const desk::ImportReview &review)
{
    beginResetModel();
    QHash<int, size_t> byLine;
    for (size_t i = 0; i < m_rows.size(); ++i)
        byLine.insert(m_rows[i].line, i);
    for (const desk::ImportReview::Row &row : review.rows) {
        if (const auto at = byLine.constFind(row.line); at != byLine.cend()) {
            m_rows[*at].amount = row.amount;
            m_rows[*at].receives = row.receives;
        }
    }
    for (const sheets::CellProblem &problem : review.problems) {
        if (const auto at = byLine.constFind(problem.line); at != byLine.cend())
            m_rows[*at].marks = marksOf({problem});
    }
    m_marked.clear();
    for (size_t i = 0; i < m_rows.size(); ++i) {
        if (!m_rows[i].marks.empty())
            m_marked.push_back(static_cast<int>(i));
    }
    m_withProblems = static_cast<int>(m_marked.size());
    endResetModel();
}

void ReviewModel::setOnlyProblems(bool only)
{
    if (only == m_only)
        return;
    beginResetModel();
    m_only = only;
    endResetModel();
}

QModelIndex ReviewModel::nextProblem(const QModelIndex &from) const
{
    if (m_marked.empty())
        return {};
    const int fromRow = !from.isValid() ? -1 : m_only ? m_marked.at(static_cast<size_t>(from.row())) : from.row();
    const auto at = [this](size_t marked, int column) {
        return index(m_only ? static_cast<int>(marked) : m_marked[marked], column);
    };
    auto next = std::ranges::lower_bound(m_marked, std::max(0, fromRow));
    if (next != m_marked.end() && *next == fromRow) {
        for (const Mark &mark : m_rows[static_cast<size_t>(*next)].marks) {
            if (mark.column > from.column())
                return at(static_cast<size_t>(next - m_marked.begin()), mark.column);
        }
        ++next;
    }
    const size_t marked = next == m_marked.end() ? 0 : static_cast<size_t>(next - m_marked.begin());
    return at(marked, m_rows[static_cast<size_t>(m_marked[marked])].marks.front().column);
}

QString ReviewModel::sentencesOf(const Row &row, int column)
{
    QStringList sentences;
    for (const Mark &mark : row.marks) {
        if (mark.column == column)
            sentences << mark.sentence;
    }
    return sentences.join(u' ');
}

QString ReviewModel::problemOf(const QModelIndex &cell) const
{
    if (!cell.isValid())
        return {};
    const Row &row = rowAt(cell.row());
    if (row.marks.empty())
        return {};
    QString sentence = sentencesOf(row, cell.column());
    int column = cell.column();
    if (sentence.isEmpty()) {
        sentence = row.marks.front().sentence;
        column = row.marks.front().column;
    }
    const QString title = column == problemColumn() ? QString() : m_titles.value(column - 1);
    return title.isEmpty()
               ? tr("Line %L1: %2", "number, sentence").arg(row.line).arg(sentence)
               : tr("Line %L1, %2: %3", "number, title of a column, sentence").arg(row.line).arg(title, sentence);
}

bool ReviewModel::hasProblemInLine(int line) const
{
    const auto lineOf = [this](int row) { return m_rows[static_cast<size_t>(row)].line; };
    const auto at = std::ranges::lower_bound(m_marked, line, {}, lineOf); // lines rise
    return at != m_marked.end() && lineOf(*at) == line;
}

int ReviewModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_only ? m_marked.size() : m_rows.size());
}

int ReviewModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() || m_titles.isEmpty() ? 0 : problemColumn() + 1;
}

QString ReviewModel::text(const Row &row, int column) const
{
    if (column == 0)
        return QLocale().toString(row.line);
    if (column == problemColumn())
        return row.marks.empty()                    ? QString()
               : sentencesOf(row, column).isEmpty() ? row.marks.front().sentence
                                                    : sentencesOf(row, column);
    const QString cell = row.cells.value(column - 1);
    return m_holdsKey(cell) ? u"••••"_s : cell;
}

std::optional<money::Money> ReviewModel::amountIn(const Row &row, int column) const
{
    return column == amountColumn() ? row.amount : column == receivesColumn() ? row.receives : std::nullopt;
}

QVariant ReviewModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = rowAt(index.row());
    const int column = index.column();
    const bool isAmount = column == amountColumn() || column == receivesColumn();
    const std::optional<money::Money> amount = amountIn(row, column);
    switch (role) {
    case Qt::DisplayRole:
        return isAmount ? QVariant() : text(row, column);
    case AmountRole:
        return amount ? QVariant::fromValue(*amount) : QVariant();
    case ProblemRole:
        return !sentencesOf(row, column).isEmpty();
    case ToneRole:
        if (!sentencesOf(row, column).isEmpty() || column == problemColumn())
            return QVariant::fromValue(Tone::Danger);
        // Amounts have the tone of their delegate; what is in no column of use is said more quietly.
        return isAmount || !m_fields.value(column - 1).isEmpty() ? QVariant() : QVariant::fromValue(Tone::Text3);
    case Qt::ToolTipRole: {
        const QString sentence = sentencesOf(row, column);
        return sentence.isEmpty() ? (isAmount ? QVariant() : text(row, column)) : sentence;
    }
    case Qt::AccessibleTextRole: {
        const QString sentence = sentencesOf(row, column);
        const QString known = amount ? money::format(*amount, QLocale()) : tr("not known");
        const QString shown = isAmount ? known : text(row, column);
        return sentence.isEmpty() || column == problemColumn()
                   ? shown
                   : tr("%1. To mend: %2", "text of a cell, sentence").arg(shown, sentence);
    }
    default:
        return {};
    }
}

QVariant ReviewModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    const bool isAmount = section == amountColumn() || section == receivesColumn();
    if (role == Qt::TextAlignmentRole && isAmount)
        return QVariant::fromValue(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    if (section == 0)
        return tr("Line", "of a file");
    if (section == amountColumn())
        return tr("Customer pays");
    if (section == receivesColumn())
        return tr("You receive");
    if (section == problemColumn())
        return tr("To mend");
    const QString title = m_titles.value(section - 1);
    const QString field = m_fields.value(section - 1);
    const QString shown = m_holdsKey(title) ? u"••••"_s : title;
    if (role == Qt::ToolTipRole)
        return field.isEmpty() ? tr("%1: not used", "title of a column").arg(shown)
                               : tr("%1: %2", "title of a column, what it is for").arg(shown, field);
    return shown;
}

} // namespace tilldeck::ui

#include "moc_review_model.cpp"
