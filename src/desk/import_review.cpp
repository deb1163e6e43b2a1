// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/import_review.h"

#include "desk/file_review.h"

#include <algorithm>

namespace tilldeck::desk {

using checkout::ErrorKind;
using Row = ImportReview::Row;

namespace {

std::vector<money::Money> sumsOf(const std::vector<Row> &rows, std::optional<money::Money> Row::*amount)
{
    std::vector<money::Money> sums;
    for (const Row &row : rows) {
        const std::optional<money::Money> &one = row.*amount;
        if (!one)
            continue;
        const auto same = std::ranges::find(sums, one->currency(), &money::Money::currency);
        if (same == sums.end()) {
            sums.push_back(*one);
            continue;
        }
        const auto sum = same->plus(*one);
        if (!sum)
            return {};
        *same = *sum;
    }
    return sums;
}

} // namespace

QStringList ImportReview::unusedColumns() const
{
    QStringList titles;
    for (const sheets::SheetColumn &column : columns) {
        if (!column.target && !column.title.isEmpty())
            titles << column.title;
    }
    return titles;
}

void ImportReview::refused(const Row &row, const Error &error)
{
    sheets::SheetRow there;
    there.line = row.line;
    there.cells = row.cells;
    there.items = row.items;
    there.draft = row.draft;
    std::vector<CellProblem> placed;
    placed.reserve(error.problems.size());
    for (const checkout::Problem &problem : error.problems)
        placed.push_back(sheets::placed(columns, there, problem));
    if (placed.empty())
        placed.push_back({row.line, {}, {}, error.sentence});
    for (CellProblem &problem : placed) {
        ++problemCount;
        if (problems.size() < mostProblems)
            problems.push_back(std::move(problem));
    }
}

std::vector<money::Money> ImportReview::totals() const
{
    return sumsOf(rows, &Row::amount);
}

std::vector<money::Money> ImportReview::received() const
{
    return sumsOf(rows, &Row::receives);
}

int ImportReview::unpriced() const
{
    return static_cast<int>(std::ranges::count_if(rows, [](const Row &row) { return !row.amount; }));
}

std::vector<ledger::ImportRow> ImportReview::importRows() const
{
    std::vector<ledger::ImportRow> planned;
    planned.reserve(rows.size());
    for (const Row &row : rows) {
        ledger::ImportRow one;
        one.line = row.line;
        one.draft = row.draft;
        planned.push_back(std::move(one));
    }
    return planned;
}

checkout::Result<ImportReview> reviewFile(const Desk &desk, const QString &accountId, const QString &path,
                                          sheets::SheetChoices choices, const checkout::Catalog &catalog,
                                          const std::function<void(double)> &progressed)
{
    auto reading = FileReview::open(desk, accountId, path, std::move(choices), catalog);
    if (!reading)
        return std::unexpected(reading.error());
    constexpr int often = 500;
    int read = 0;
    while (reading->next()) {
        if (progressed && ++read % often == 0)
            progressed(reading->progress());
    }
    if (reading->failure())
        return std::unexpected(*reading->failure());
    return reading->take();
}

bool canReviewWithoutCatalog(const checkout::Error &error)
{
    return error.kind == ErrorKind::Unsupported || error.kind == ErrorKind::Malformed;
}

} // namespace tilldeck::desk
