// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace tilldeck::providers {

/// Returns @p text as a JavaScript string for a script element of HTML. Nothing in it can end the string or the
/// element.
QString scriptString(const QString &text);

} // namespace tilldeck::providers
