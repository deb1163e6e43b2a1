// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/desk.h"
#include "desk/refresh_depth.h"
#include "desk/unread_rows.h"

#include <QPointer>

namespace tilldeck::desk {

/// Says what was read of a provider's list of payments.
struct ListedPayments
{
    ListedPayments() = default;

    int cutAfter = 0; ///< How many were read when the provider has more than are read at once, else 0.
    std::vector<checkout::UnreadRow> unread; ///< Those that could not be read.
    std::vector<checkout::UnreadRow> unreadRefunds;
    bool isWhole = false; ///< The list was read to its end, and every row of it.
    QSet<QString> seen;   ///< The ids of all, with the identity of those that could not be read.
    /// Those that may be of a charge that was closed as not created: they name a reference, or are of the last month.
    std::vector<checkout::Transaction> charges;
};

/// Reads the provider's list of payments, newest first, into the ledger, with what they say about their sessions.
/// With Depth::Refunds it is read on to the oldest payment of countedRefunds(), where the provider shows no payment by
/// its id. Error: Malformed when the list repeats itself; what was read until then is in the ledger.
http::Task<checkout::Result<ListedPayments>> listTransactions(QPointer<Desk> desk, QString accountId,
                                                              ProviderHandle provider, Depth depth);

} // namespace tilldeck::desk
