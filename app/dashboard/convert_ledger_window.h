// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace tilldeck::dashboard {

/// Brings a large ledger of an earlier version to the form of this one, and shows how far that is. What keeps it from
/// that is said when the ledger is opened.
void convertLedger(const QString &dataDirectory);

} // namespace tilldeck::dashboard
