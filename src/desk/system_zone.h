// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace tilldeck::desk {

/// Makes UTC the time zone of this process where that of this computer is not known (a rule in place of a name, a zone
/// without a file): else times would be empty in one place and of another zone in the next. Call it before there are
/// threads. Returns a sentence that says so; empty where the zone is known.
QString useUtcForAnUnknownZone();

} // namespace tilldeck::desk
