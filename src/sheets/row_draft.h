// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sheets/sheet.h"

namespace tilldeck::sheets {

/// Puts the cells of @p row into its draft, which has what all rows have, and adds what cannot be read to its problems.
void readCells(SheetRow &row, const std::vector<SheetColumn> &columns, const SheetChoices &choices);

} // namespace tilldeck::sheets
