// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "checkout/session_draft.h"
#include "providers/wire/errors.h"

#include <QJsonObject>

namespace tilldeck::providers::paymentkit {

/// The error that a complete answer other than 2xx stands for. DRAFT is what was sent (Create), to find the fields.
checkout::Error errorOf(Call call, const http::Response &response, const checkout::SessionDraft &draft);

/// The fields that a problem body speaks of: by the paths in `errors` (`line_items[0].price_id`, `promotion_code`,
/// `custom_fields.NAME` …; an open member of the sandbox), else by words of `detail`, where they leave no doubt.
std::vector<checkout::Problem> fieldProblems(const QJsonObject &problem, const checkout::SessionDraft &draft);

} // namespace tilldeck::providers::paymentkit
