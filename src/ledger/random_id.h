// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace tilldeck::ledger {

/// Returns 128 random bits of the system's generator, as 32 hexadecimal digits.
QString randomId();

} // namespace tilldeck::ledger
