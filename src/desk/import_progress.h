// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/session_import.h"

namespace tilldeck::desk {

/// Returns "120 of 500 created, 2 refused, 24 a second, 16 s left", or how long the provider's limit is waited out.
QString importProgress(const SessionImport::Progress &progress);

} // namespace tilldeck::desk
