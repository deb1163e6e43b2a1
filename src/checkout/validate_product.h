// SPDX-License-Identifier: GPL-3.0-or-later
// A part of validate(), which adds what is wrong with its own fields.
#pragma once

#include "checkout/capabilities.h"
#include "checkout/problem.h"
#include "checkout/session_draft.h"

#include <vector>

namespace tilldeck::checkout {

/// Checks what is sold and for how much, where no line items say so: product, quantity, pricing, what is charged, how
/// often and for whom.
void checkProduct(const SessionDraft &draft, const Capabilities &can, std::vector<Problem> &problems);

} // namespace tilldeck::checkout
