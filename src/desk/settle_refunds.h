// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/desk.h"

#include <QPointer>

namespace tilldeck::desk {

/// Writes to the journal what @p payment, the provider's newest answer, says of the refunds that it has taken: one that
/// was Accepted becomes Confirmed or Failed, and one without an id gets that of its entry in the provider's list.
http::Task<checkout::Result<void>> settleRefunds(QPointer<Desk> desk, QString accountId, checkout::Transaction payment);

/// Asks the provider about each payment of the account with an Accepted refund, where it can be asked, and settles
/// them.
http::Task<checkout::Result<void>> settleAcceptedRefunds(QPointer<Desk> desk, QString accountId,
                                                         ProviderHandle provider);

} // namespace tilldeck::desk
