// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/secret.h"

namespace tilldeck::http {

/// Has the system write no memory dump of this program, which would hold keys, and lets no other program of the user
/// look into its memory.
void forbidMemoryDumps();

/// Calls forbidMemoryDumps() in every build, unless TILLDECK_ALLOW_DUMPS is 1 in the environment: a developer who
/// attaches a debugger or wants a dump says so.
void forbidMemoryDumpsUnlessAllowed();

/// Returns the variable @p name of the environment, without spaces around it, and takes it out, also of what others
/// read of this program under /proc: no program that is started later has it. Call it before other threads run.
Secret takeFromEnvironment(const char *name);

} // namespace tilldeck::http
