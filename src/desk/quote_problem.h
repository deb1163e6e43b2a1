// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "checkout/quote.h"
#include "checkout/session_draft.h"

namespace tilldeck::desk {

/// Returns why a draft whose flow needs a quote cannot be created with @p quote at @p now, in a sentence; empty when it
/// can.
QString quoteProblem(const checkout::SessionDraft &draft, const std::optional<checkout::Quote> &quote,
                     const QDateTime &now);

} // namespace tilldeck::desk
