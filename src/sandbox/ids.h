// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace tilldeck::sandbox {

/// Returns @p prefix and @p length random letters or digits: "cs_sandbox_" and 16 of them.
QString newId(const QString &prefix, int length = 16);

} // namespace tilldeck::sandbox
