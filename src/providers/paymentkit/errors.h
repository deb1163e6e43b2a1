// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "checkout/session_draft.h"
#include "providers/wire/errors.h"

#include <QJsonObject>

namespace tilldeck::providers::paymentkit {

/// Returns the error of a complete answer other than 2xx. @p draft is what a creation sent, to place problems on
/// fields.
checkout::Error errorOf(Call call, const http::Response &response, const checkout::SessionDraft &draft);

/// Returns the problems that a problem body names, on fields of @p draft: by the paths in `errors`
/// (`line_items[0].price_id`, `custom_fields.NAME` …; an extension of the sandbox), else by `detail`, if it can mean
/// one field only.
std::vector<checkout::Problem> fieldProblems(const QJsonObject &problem, const checkout::SessionDraft &draft);

} // namespace tilldeck::providers::paymentkit
