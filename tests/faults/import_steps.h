// SPDX-License-Identifier: GPL-3.0-or-later
// Files of rows: what they hold, and how they are created at a desk.
#pragma once

#include "faults/action.h"

#include "desk/desk.h"

#include <QPointer>

#include <functional>

namespace tilldeck::faults {

inline constexpr int firstLineOfRows = 2; ///< Below the titles.

/// Returns the text that marks the row @p row, from 0, of the file of @p action.
QString rowTag(const Action &action, int row);

/// Creates the rows of @p action at a desk; @p begin is called right before.
void importRows(const QPointer<desk::Desk> &desk, Action &action, const std::function<void()> &begin);

} // namespace tilldeck::faults
