// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "providers/ikawaari/account.h"
#include "providers/provider.h"

namespace tilldeck::providers::ikawaari {

/// Payments from OFFSET, of a list that is asked for by pages: the page size is chosen so that a page begins there, and
/// again where the server uses a smaller one than it was asked for.
http::Task<checkout::Result<Page<checkout::Transaction>>> listPayments(Account account, int offset);

} // namespace tilldeck::providers::ikawaari
