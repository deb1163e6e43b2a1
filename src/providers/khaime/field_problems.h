// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "checkout/problem.h"
#include "checkout/session_draft.h"
#include "providers/khaime/errors.h"

#include <QString>

#include <vector>

namespace tilldeck::providers::khaime {

/// Returns the problems that a refusal of @p draft names, each with the fix for the merchant (contracts,
/// x-error-table), or else with the text of Khaime.
std::vector<checkout::Problem> fieldProblems(const QString &text, const std::vector<Remark> &remarks,
                                             const checkout::SessionDraft &draft);

} // namespace tilldeck::providers::khaime
