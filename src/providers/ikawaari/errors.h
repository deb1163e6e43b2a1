// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "checkout/session_draft.h"
#include "providers/wire/errors.h"
#include "providers/wire/located_messages.h"

#include <QJsonObject>

namespace tilldeck::providers::ikawaari {

/// Returns the error of a complete answer other than 2xx. The status decides its kind, and its message is shown
/// (contracts README, Ikawaari, contradiction 4). @p draft is what a creation sent, to place problems on fields.
checkout::Error errorOf(Call call, const http::Response &response, const checkout::SessionDraft &draft);

/// Returns the problems that `error.details` or @p located name, on fields of @p draft, by the member names of either
/// body ("line_items[0].amount", "cancelUrl").
std::vector<checkout::Problem> fieldProblems(const QJsonObject &details, const std::vector<LocatedMessage> &located,
                                             const checkout::SessionDraft &draft);

} // namespace tilldeck::providers::ikawaari
