// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/store.h"

#include <QDateTime>

namespace tilldeck::sandbox::paymentkit {

/// Fills an empty store with the sample shop: its catalog, and about twenty sessions of the days before @p now, or so
/// many @p sessions of five years (SampleShop). Returns false when they could not be written.
[[nodiscard]] bool seedDemo(Store &store, const QDateTime &now, qint64 sessions = 0);

} // namespace tilldeck::sandbox::paymentkit
