// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "checkout/session_draft.h"
#include "providers/wire/errors.h"

#include <QJsonObject>

namespace tilldeck::providers::ikawaari {

/// The error that a complete answer other than 2xx stands for: its status decides, its message is told (contracts,
/// Ikawaari, contradiction 4). DRAFT is what was sent (Create), to find the fields.
checkout::Error errorOf(Call call, const http::Response &response, const checkout::SessionDraft &draft);

/// The fields of DRAFT that `error.details` speaks of, in either body's names ("line_items[0].amount", "cancelUrl").
std::vector<checkout::Problem> fieldProblems(const QJsonObject &details, const checkout::SessionDraft &draft);

} // namespace tilldeck::providers::ikawaari
