// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/desk.h"

#include <QPointer>

namespace tilldeck::desk {

/// Says what a merchant decides about a refund whose end the provider has not said.
enum class RefundDecision { GivenBack, NotGivenBack };

/// Returns that a refund in @p state was decided before, in a sentence; empty where it was not.
QString decidedBefore(ledger::Intent::State state);

/// Asks the provider about the payment of a refund that the merchant decides about, and returns the refund as the
/// journal has it after that; its state says so where the same was decided before. Where the provider cannot be asked
/// now, its last answer counts.
///
/// Errors: those of Journal::intentOf(); Rejected, with the reason in a sentence, while the refund is under way, where
/// its end is known to be another one, and where the provider's answer contradicts the decision: its list has an entry
/// that says otherwise, or its total holds every refund that was sent from here, or has no room for this one.
http::Task<checkout::Result<ledger::Intent>> decidableRefund(QPointer<Desk> desk, QString accountId, QString intentId,
                                                             RefundDecision decision);

} // namespace tilldeck::desk
