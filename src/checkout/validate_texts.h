// SPDX-License-Identifier: GPL-3.0-or-later
// Parts of validate(), each of which adds what is wrong with its own fields.
#pragma once

#include "checkout/draft_fields.h"

#include <QString>

#include <vector>

namespace tilldeck::checkout {

/// Checks the text of @p field, which the flow takes: by what the table says of it, and whether it is an e-mail address
/// or a country.
void checkText(const DraftField &field, const SessionDraft &draft, const Capabilities &can,
               std::vector<Problem> &problems);

/// Checks the names and values of @p field, which the flow takes, if it is custom fields or metadata.
void checkNamedValues(const DraftField &field, const SessionDraft &draft, const Capabilities &can,
                      std::vector<Problem> &problems);

/// Returns "… does not take this. Remove it."
QString notTaken(const Capabilities &can);

} // namespace tilldeck::checkout
