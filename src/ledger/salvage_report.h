// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace tilldeck::ledger {

/// Says what was taken over from a damaged file.
struct Salvage
{
    explicit Salvage(QString keptAs = {})
        : keptAs(std::move(keptAs))
    {
    }

    QString keptAs;       ///< Path of the damaged file.
    int rows = 0;         ///< How many rows were taken over, of all tables.
    bool complete = true; ///< Whether every row of the damaged file was readable, as far as can be told.
    /// Whether that is so of the table that a file of any version may have, see Replacement::lateTable.
    bool isLateTableWhole = true;
    /// How many rows are missing of a file that never loses one, when that can be told.
    std::optional<int> missing;
};

} // namespace tilldeck::ledger
