// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/desk.h"
#include "ledger/import_batch.h"
#include "sheets/sheet.h"

#include <functional>
#include <vector>

namespace tilldeck::desk {

/// Holds what a file would create.
struct ImportReview
{
    static constexpr size_t mostProblems = 1000;

    struct Row
    {
        int line = 0;
        checkout::SessionDraft draft;
        std::optional<money::Money> amount;   ///< What the customer pays, as it is known here; see needsQuotes.
        std::optional<money::Money> receives; ///< What the merchant gets, as the file or a quote says.
        QStringList cells;                    ///< Of the file; kept where needsQuotes, for refused().
        std::vector<int> items;               ///< See sheets::SheetRow.
    };

    sheets::Encoding encoding = sheets::Encoding::Utf8;
    char separator = ',';
    int titleLine = 0;
    std::vector<sheets::SheetColumn> columns;
    std::vector<Row> rows; ///< Those without a problem.
    /// What has to be mended, in the order of the file; the first thousand.
    std::vector<sheets::CellProblem> problems;
    int problemCount = 0;
    int sameRows = 0;         ///< Rows that ask for the same as another one of the file.
    bool needsQuotes = false; ///< The provider quotes the price of each row, which takes a request.

    /// Adds what the provider refused of @p row when it was asked for its price, on the cells that it names.
    void refused(const Row &row, const checkout::Error &error);
    bool isWhole() const { return problemCount == 0 && !rows.empty(); }
    QStringList unusedColumns() const;
    /// Returns the sum of the amounts for each currency, in the order of the file; nothing for one that is too large.
    std::vector<money::Money> totals() const;
    /// Returns those of what the merchant gets.
    std::vector<money::Money> received() const;
    int unpriced() const; ///< Rows whose amount is not known here.
    std::vector<ledger::ImportRow> importRows() const;
};

/// Reads @p path, validates every row as a draft of the account and prices it locally; sends nothing. A reference that
/// stands in two rows is a problem. Texts that hold a key are not in the problems. @p progressed is called now and then
/// with the part that is read, from 0 to 1. Error: InvalidInput for a file that cannot be read.
checkout::Result<ImportReview> reviewFile(const Desk &desk, const QString &accountId, const QString &path,
                                          sheets::SheetChoices choices, const checkout::Catalog &catalog,
                                          const std::function<void(double)> &progressed = {});

/// Returns whether the rows of a file can be reviewed and created without the catalog, which could not be read because
/// of @p error: its provider has none.
bool canReviewWithoutCatalog(const checkout::Error &error);

} // namespace tilldeck::desk
