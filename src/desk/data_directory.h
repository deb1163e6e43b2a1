// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace tilldeck::desk {

/// Returns the folder of all state of this user: TILLDECK_DATA_DIR, else the system's place for application data.
QString dataDirectory();

} // namespace tilldeck::desk
