// SPDX-License-Identifier: GPL-3.0-or-later
// Writes what a draft would cost as the JSON that scripts read and as the text that people read.
#pragma once

#include "checkout/breakdown.h"
#include "checkout/problem.h"

#include <QJsonObject>

#include <vector>

namespace tilldeck::cli {

/// Returns the tiers and the provider's quote, or `quote_error` where the provider gave none.
QJsonObject previewJson(const checkout::Preview &preview, const std::vector<checkout::Problem> &problems);
QString previewText(const checkout::Preview &preview, const std::vector<checkout::Problem> &problems);

} // namespace tilldeck::cli
