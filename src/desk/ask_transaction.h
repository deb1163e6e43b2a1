// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/desk.h"

#include <QPointer>

namespace tilldeck::desk {

/// Asks the provider for one payment, by its id when @p looksUp, else in its list, and brings the payment's row and its
/// refunds (settleRefunds()) up to date. A list is read as far as a refresh reads it, for two minutes at most: first
/// where the payment stood when it was listed. With @p shown, what the merchant was shown of the payment, an answer
/// about another one (isAnotherPayment()) is written nowhere. Errors: Rejected for that one, NotFound when the provider
/// does not list it, and Malformed when the list goes on behind what was read.
http::Task<checkout::Result<checkout::Transaction>> askTransaction(QPointer<Desk> desk, QString accountId,
                                                                   ProviderHandle provider, QString transactionId,
                                                                   bool looksUp,
                                                                   std::optional<checkout::Transaction> shown = {});

} // namespace tilldeck::desk
