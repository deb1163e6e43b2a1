// SPDX-License-Identifier: GPL-3.0-or-later
#include "sheets/sheet.h"

#include "sheets/row_draft.h"

#include <QCoreApplication>

#include <algorithm>

namespace tilldeck::sheets {

namespace {

struct SheetText
{
    Q_DECLARE_TR_FUNCTIONS(tilldeck::sheets::Sheet)
};

/// So many rows may stand above the titles.
constexpr size_t mostAbove = 20;

/// Returns the target that the merchant has chosen for a title, else that of its words.
std::optional<ColumnTarget> targetFor(const QString &title, const SheetChoices &choices,
                                      const checkout::Capabilities &can)
{
    const auto chosen = choices.targets.constFind(title);
    return chosen == choices.targets.cend() ? targetOfTitle(title, can) : targetNamed(*chosen);
}

/// Takes empty cells away that stand behind the last title.
void cut(QStringList &cells, size_t columns)
{
    while (cells.size() > static_cast<qsizetype>(columns) && cells.last().isEmpty())
        cells.removeLast();
}

/// Returns the name of the custom field or metadata that @p problem stands on; empty for all others.
QString valueNameOf(const checkout::SessionDraft &draft, const checkout::Problem &problem)
{
    using checkout::Field;
    const std::vector<checkout::CustomField> *fields = nullptr;
    if (problem.field == Field::CustomFieldName || problem.field == Field::CustomFieldValue)
        fields = &draft.customFields;
    if (problem.field == Field::SubscriptionFieldName || problem.field == Field::SubscriptionFieldValue)
        fields = &draft.subscriptionCustomFields;
    if (problem.field == Field::MetadataName || problem.field == Field::MetadataValue)
        fields = &draft.metadata;
    if (!fields || problem.index < 0 || problem.index >= static_cast<int>(fields->size()))
        return {};
    return fields->at(static_cast<size_t>(problem.index)).name;
}

} // namespace

Sheet::Sheet(CsvFile file, SheetChoices choices)
    : m_file(std::move(file))
    , m_choices(std::move(choices))
{
}

std::expected<Sheet, QString> Sheet::open(const QString &path, SheetChoices choices, const checkout::Capabilities &can)
{
    auto file = CsvFile::open(path, choices.form);
    if (!file)
        return std::unexpected(file.error());
    Sheet sheet(std::move(*file), std::move(choices));
    sheet.findTitles(can);
    return sheet;
}

void Sheet::findTitles(const checkout::Capabilities &can)
{
    size_t best = 0;
    qsizetype most = -1;
    const int wanted = m_choices.titlesInLine;
    while (wanted > 0 ? m_read.empty() || m_read.back().line < wanted : m_read.size() < mostAbove) {
        auto record = m_file.next();
        if (!record)
            break;
        const auto known = std::ranges::count_if(record->cells, [&](const QString &title) {
            return targetFor(title.trimmed(), m_choices, can).has_value();
        });
        const bool isBetter = wanted > 0 ? record->line == wanted : known > most;
        if (isBetter) {
            most = known;
            best = m_read.size();
        }
        m_read.push_back(std::move(*record));
    }
    if (const auto &failure = m_file.failure())
        m_problems.push_back({failure->line, {}, {}, failure->sentence});
    if (most < 0) {
        m_problems.push_back(
            {wanted,
             {},
             {},
             wanted > 0 ? SheetText::tr("There are no titles in this line.") : SheetText::tr("The file is empty.")});
        m_read.clear();
        return;
    }
    const CsvRecord titles = m_read.at(best);
    m_read.erase(m_read.begin(), m_read.begin() + static_cast<std::ptrdiff_t>(best) + 1);
    takeTitles(titles, can);
}

void Sheet::takeTitles(const CsvRecord &titles, const checkout::Capabilities &can)
{
    m_titleLine = titles.line;
    QStringList cells = titles.cells;
    while (!cells.isEmpty() && cells.last().trimmed().isEmpty())
        cells.removeLast();
    for (const QString &cell : cells) {
        SheetColumn column{cell.trimmed(), targetFor(cell.trimmed(), m_choices, can)};
        if (std::ranges::find(m_columns, column.title, &SheetColumn::title) != m_columns.end() && column.target)
            m_problems.push_back({m_titleLine, column.title, column.title,
                                  SheetText::tr("Two columns have this title. Give one of them another one.")});
        else if (const auto same = std::ranges::find(m_columns, column.target, &SheetColumn::target);
                 column.target && same != m_columns.end())
            m_problems.push_back({m_titleLine, column.title, column.title,
                                  SheetText::tr("“%1” is taken for the same, %2. Say what each is for, or that one is "
                                                "not used.",
                                                "title, name of a field")
                                      .arg(same->title, column.target->name)});
        m_columns.push_back(std::move(column));
    }
    for (auto chosen = m_choices.targets.cbegin(); chosen != m_choices.targets.cend(); ++chosen) {
        if (std::ranges::find(m_columns, chosen.key(), &SheetColumn::title) == m_columns.end())
            m_problems.push_back(
                {m_titleLine, chosen.key(), {}, SheetText::tr("There is no column with this title in the file.")});
    }
    if (std::ranges::none_of(m_columns, [](const SheetColumn &column) { return column.target.has_value(); }))
        m_problems.push_back({m_titleLine,
                              {},
                              {},
                              SheetText::tr("None of the titles is known. Say what the columns are for, or in which "
                                            "line the titles stand.")});
}

std::optional<SheetRow> Sheet::next()
{
    if (m_columns.empty())
        return std::nullopt;
    std::optional<CsvRecord> record;
    if (!m_read.empty()) {
        record = std::move(m_read.front());
        m_read.pop_front();
    } else if (const bool hadFailed = m_file.failure().has_value(); !hadFailed) {
        record = m_file.next();
        if (const auto &failure = m_file.failure())
            m_problems.push_back({failure->line, {}, {}, failure->sentence});
    }
    if (!record)
        return std::nullopt;
    SheetRow row;
    row.line = record->line;
    row.cells = std::move(record->cells);
    row.draft = m_choices.base;
    cut(row.cells, m_columns.size());
    if (row.cells.size() != static_cast<qsizetype>(m_columns.size()))
        row.problems.push_back(
            {row.line,
             {},
             {},
             SheetText::tr("This line has %1 cells, and there are %2 titles. Look for a separator or a quotation mark "
                           "too many or too few.")
                 .arg(row.cells.size())
                 .arg(m_columns.size())});
    else
        readCells(row, m_columns, m_choices);
    return row;
}

CellProblem placed(const std::vector<SheetColumn> &columns, const SheetRow &row, const checkout::Problem &problem)
{
    CellProblem placed{row.line, {}, {}, problem.sentence};
    const QString valueName = valueNameOf(row.draft, problem);
    checkout::Problem there = problem;
    // A row may leave out what stands in columns further left.
    if (there.index >= 0 && there.index < static_cast<int>(row.items.size()))
        there.index = row.items.at(static_cast<size_t>(there.index));
    const auto isHere = [&](const SheetColumn &column) {
        return column.target && isAbout(*column.target, there) &&
               (valueName.isEmpty() || column.target->valueName == valueName);
    };
    const auto column = std::ranges::find_if(columns, isHere);
    if (column == columns.end()) {
        // What no column fills in is named by its field.
        placed.column = problem.field == checkout::Field::Draft ? QString() : checkout::labelOf(problem.field);
        return placed;
    }
    placed.column = column->title;
    placed.text = row.cells.value(column - columns.begin());
    return placed;
}

} // namespace tilldeck::sheets
