// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/desk.h"

#include <QPointer>

namespace tilldeck::desk {

/// Makes those refunds Unknown that were closed as not made, and that a total in @p answer may hold all the same: the
/// total is as great as before the refund was sent, together with it and what was taken of others since. These are
/// those that failed, also if the merchant took note of that, and those of the last day that the provider refused: the
/// refusal may be that of a gateway, after the provider made it. A refused one is a question only where no refund of
/// unknown outcome explains the rise. Errors: those of Journal::questionRefund().
http::Task<checkout::Result<void>> questionByTotals(QPointer<Desk> desk, QString accountId,
                                                    std::vector<checkout::Transaction> answer);

} // namespace tilldeck::desk
