// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "checkout/error.h"

namespace tilldeck::desk {

/// Says whether a request was sent before, under the same key: what is refused then may have been made by the first.
enum class Sending { First, Again };

/// Returns whether a write that ended with @p error may have taken effect, now or when it was sent before.
inline bool mayHaveTakenEffect(const checkout::Error &error, Sending sending)
{
    return sending == Sending::Again || checkout::mayHaveTakenEffect(error);
}

} // namespace tilldeck::desk
