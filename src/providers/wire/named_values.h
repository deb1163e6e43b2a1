// SPDX-License-Identifier: GPL-3.0-or-later
// Values that a merchant names: custom fields of PaymentKit, metadata of Khaime.
#pragma once

#include "checkout/error.h"
#include "checkout/session_draft.h"

#include <QJsonValue>

namespace tilldeck::providers {

/// Returns the JSON of a value: text, number or flag.
QJsonValue toJson(const checkout::CustomFieldValue &value);

/// Appends to @p problems what a JSON object of @p fields cannot hold: an empty name or a second use of one (placed on
/// @p name), a number that is not finite (placed on @p value).
void findNamedValueProblems(const std::vector<checkout::CustomField> &fields, checkout::Field name,
                            checkout::Field value, std::vector<checkout::Problem> &problems);

} // namespace tilldeck::providers
