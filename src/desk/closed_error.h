// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "checkout/error.h"

namespace tilldeck::desk {

/// Returns the error of a use case whose desk was closed while an answer was on its way.
checkout::Error closedError();

} // namespace tilldeck::desk
