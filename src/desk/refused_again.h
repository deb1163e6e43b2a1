// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "checkout/error.h"

namespace tilldeck::desk {

/// Returns the error of a write that was sent again and may have taken effect the first time: a refusal, whose sentence
/// would say that nothing was done, becomes an UnknownOutcome in a sentence that says what was refused. Other errors
/// stay as they are.
checkout::Error refusedAgain(checkout::Error error, const QString &providerName);

} // namespace tilldeck::desk
