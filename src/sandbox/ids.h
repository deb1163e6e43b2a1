// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace tilldeck::sandbox {

/// "cs_sandbox_" and 16 random letters or digits.
QString newId(const QString &prefix, int length = 16);

} // namespace tilldeck::sandbox
