// SPDX-License-Identifier: GPL-3.0-or-later
// Answers that are whole on the wire and wrong in themselves.
#pragma once

#include "sandbox/fault.h"
#include "sandbox/http.h"

namespace tilldeck::sandbox {

/// Returns @p right as @p fault makes it; unchanged where the fault is not one of the answer's contents.
Response spoiled(const Fault &fault, Response right);

} // namespace tilldeck::sandbox
