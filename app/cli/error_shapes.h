// SPDX-License-Identifier: GPL-3.0-or-later
// Writes errors and problems as the JSON that scripts read.
#pragma once

#include "checkout/error.h"
#include "checkout/problem.h"

#include <QJsonArray>
#include <QJsonObject>

#include <vector>

namespace tilldeck::cli {

/// Returns the path of the member of a draft document that @p problem is about: "line_items[0].quantity",
/// "cascade[1].processor_route_id".
QString fieldPath(const checkout::Problem &problem);

QJsonArray problemsJson(const std::vector<checkout::Problem> &problems);
QJsonObject errorJson(const checkout::Error &error);

} // namespace tilldeck::cli
