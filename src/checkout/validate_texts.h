// SPDX-License-Identifier: GPL-3.0-or-later
// Parts of validate(), each of which adds what is wrong with its own fields.
#pragma once

#include "checkout/capabilities.h"
#include "checkout/problem.h"
#include "checkout/session_draft.h"

#include <QString>

#include <optional>
#include <vector>

namespace tilldeck::checkout {

void checkCustomer(const SessionDraft &draft, const Capabilities &can, std::vector<Problem> &problems);

/// Says which names with values are accepted: custom fields and metadata.
struct FieldRules
{
    const std::vector<CustomField> &fields;
    bool offered;
    Field nameField;
    Field valueField;
    std::optional<int> longestText;
};
void checkFields(const FieldRules &rules, const Capabilities &can, std::vector<Problem> &problems);

/// Returns "… does not take this. Remove it."
QString notTaken(const Capabilities &can);

} // namespace tilldeck::checkout
