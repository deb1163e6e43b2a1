// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/desk.h"
#include "sheets/column_target.h"

#include <vector>

namespace tilldeck::ui {

/// Something that a column of a file can be for.
struct TargetChoice
{
    QString name; ///< As ColumnTarget has it.
    QString label;
};

/// Returns what a column with the title @p title can be for, in any flow of the account; without a title, what can be
/// set for all rows.
std::vector<TargetChoice> targetChoices(const desk::Desk &desk, const QString &accountId, const QString &title = {});

/// Returns the values that a field has in this account, with what they are called; empty where any text may stand.
std::vector<TargetChoice> valueChoices(const desk::Desk &desk, const QString &accountId, const QString &target);

/// Returns the texts that the account's usual flow needs, or that choose between its flows.
QStringList neededTargets(const desk::Desk &desk, const QString &accountId);

} // namespace tilldeck::ui
