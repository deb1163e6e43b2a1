// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace tilldeck::providers {

/// TEXT as a JavaScript string inside a script element of HTML: neither can end early, whatever a server put in it.
QString scriptString(const QString &text);

} // namespace tilldeck::providers
