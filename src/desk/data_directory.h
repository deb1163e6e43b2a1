// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "checkout/error.h"

#include <QString>

namespace tilldeck::desk {

/// Returns the folder of all state of this user: TILLDECK_DATA_DIR, else the system's place for application data.
/// Error: InvalidInput, in a sentence, where that says no folder, so that no other one is taken for it.
checkout::Result<QString> dataDirectory();

} // namespace tilldeck::desk
