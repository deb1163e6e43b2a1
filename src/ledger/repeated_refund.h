// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ledger/journal.h"

namespace tilldeck::ledger {

/// Returns why @p refund, which is of unknown outcome, is not sent again beside @p refunds, those of its payment,
/// oldest first, in a sentence: one of the same amount was begun after it and may give the money back. Empty when there
/// is none.
QString whyNotBesideOthers(const Intent &refund, const std::vector<Intent> &refunds);

} // namespace tilldeck::ledger
