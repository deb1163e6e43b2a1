// SPDX-License-Identifier: GPL-3.0-or-later
// A part of validate(), which adds what is wrong with its own fields.
#pragma once

#include "checkout/draft_fields.h"

#include <vector>

namespace tilldeck::checkout {

/// Checks @p field, which the flow takes, if it says what is sold and for how much where no line items do: product,
/// quantity, pricing, what is charged and how often.
void checkProduct(const DraftField &field, const SessionDraft &draft, const Capabilities &can,
                  std::vector<Problem> &problems);

} // namespace tilldeck::checkout
