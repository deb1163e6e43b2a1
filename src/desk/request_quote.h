// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "checkout/quote.h"
#include "desk/desk.h"

#include <QPointer>

namespace tilldeck::desk {

/// Asks the account's provider what @p draft would cost; creates nothing. The quote has the moment before it was asked
/// for and the one at which it ends. Errors: Unsupported for a flow without quotes, and those of Desk::provider() and
/// Provider::quote().
http::Task<checkout::Result<checkout::Quote>> requestQuote(QPointer<Desk> desk, QString accountId,
                                                           checkout::SessionDraft draft);

} // namespace tilldeck::desk
