// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/store.h"

#include <QDateTime>

namespace tilldeck::sandbox::khaime {

/// The merchant id of every new data folder.
constexpr qint64 kMerchantId = 1042;

/// Writes a business without products or history. Returns false when it could not be written.
[[nodiscard]] bool seedEmpty(Store &store);

/// Writes "Acme": products, four sub-merchants, and payments of the nine days before @p now, or so many
/// @p sessions of five years (SampleShop). Returns false when they could not be written.
[[nodiscard]] bool seedDemo(Store &store, const QDateTime &now, qint64 sessions = 0);

} // namespace tilldeck::sandbox::khaime
