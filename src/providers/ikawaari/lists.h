// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "providers/ikawaari/account.h"
#include "providers/provider.h"

namespace tilldeck::providers::ikawaari {

/// Reads payments from @p offset on (listPayments). The list has numbered pages, so the page size is chosen such that a
/// page begins at @p offset, and chosen again when the server uses a smaller size than it was asked for.
http::Task<checkout::Result<Page<checkout::Transaction>>> listPayments(Account account, int offset);

} // namespace tilldeck::providers::ikawaari
