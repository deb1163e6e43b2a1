// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/desk.h"

namespace tilldeck::desk {

/// Returns the flows of an account whose sessions cannot be asked about: their payments say how they ended. An empty
/// text is the standard flow.
QStringList flowsWithoutLookUp(Desk &desk, const QString &accountId);

} // namespace tilldeck::desk
