// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "providers/provider.h"

namespace tilldeck::desk {

/// Returns a request as a command for a shell. The key is $TILLDECK_KEY, so it is never copied. An idempotency key is
/// made anew by each run.
QString curlCommand(const providers::RequestText &request);

} // namespace tilldeck::desk
