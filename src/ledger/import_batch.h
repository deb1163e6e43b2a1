// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ledger/batch.h"
#include "ledger/intent.h"

#include <optional>
#include <vector>

namespace tilldeck::ledger {

/// Counts what became of the creations of a file's rows.
struct ImportBatch : Batch
{
    QString source;    ///< The name of the file.
    int earlier = 0;   ///< Answered with what an earlier creation had made; they are not among those made.
    int cancelled = 0; ///< Rows that the merchant left before they were sent; they are not among those refused.
    int abandoned = 0; ///< Of unknown outcome, and closed by the merchant as not created.

    friend bool operator==(const ImportBatch &, const ImportBatch &) = default;
};

/// Holds one row of a file that is to be created.
struct ImportRow
{
    int line = 0; ///< Of the file.
    checkout::SessionDraft draft;
};

/// Says which of the rows of a file were asked for before.
struct EarlierRows
{
    int rows = 0;      ///< How many of the file ask for the same as an earlier creation.
    Intent first;      ///< The creation that the first of them repeats.
    ImportBatch batch; ///< The import that it is of; without an id where it is of none.
};

/// Says what Journal::planImport() did.
struct PlannedImport
{
    explicit PlannedImport(std::vector<Intent> rows)
        : rows(std::move(rows))
    {
    }
    explicit PlannedImport(EarlierRows earlier)
        : earlier(std::move(earlier))
    {
    }

    std::vector<Intent> rows;           ///< Empty when there are earlier ones.
    std::optional<EarlierRows> earlier; ///< Nothing was written.
};

} // namespace tilldeck::ledger
