// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "providers/provider.h"

namespace tilldeck::desk {

/// Returns a request as a command for a shell. The key is $TILLDECK_KEY, so it is never copied. The idempotency key of
/// a request that was sent is in it; that of one that is only described is made anew by each run.
QString curlCommand(const providers::RequestText &request);

/// Returns the same for a request that was sent, behind a comment where running it does once more what it did.
QString curlCommandAgain(const providers::RequestText &request);

} // namespace tilldeck::desk
