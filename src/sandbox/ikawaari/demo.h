// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/store.h"

#include <QDateTime>

namespace tilldeck::sandbox::ikawaari {

/// A merchant with new keys, and no history. False when it could not be written.
[[nodiscard]] bool seedEmpty(Store &store);

/// "Teranga Market": sessions and payments of the nine days before NOW. False when they could not be written.
[[nodiscard]] bool seedDemo(Store &store, const QDateTime &now);

} // namespace tilldeck::sandbox::ikawaari
