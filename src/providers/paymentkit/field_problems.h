// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "checkout/problem.h"
#include "checkout/session_draft.h"

#include <QJsonObject>

#include <vector>

namespace tilldeck::providers::paymentkit {

/// Returns the problems that a problem body names, on fields of @p draft: by the paths in `errors`
/// (`line_items[0].price_id`, `custom_fields.NAME` …; an extension of the sandbox), else by `detail`, if it can mean
/// one field only.
std::vector<checkout::Problem> fieldProblems(const QJsonObject &problem, const checkout::SessionDraft &draft);

} // namespace tilldeck::providers::paymentkit
