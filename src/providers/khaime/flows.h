// SPDX-License-Identifier: GPL-3.0-or-later
// The three ways to take a payment with Khaime, and what each supports (contracts, khaime).
#pragma once

#include "checkout/capabilities.h"
#include "checkout/session_draft.h"

#include <optional>

namespace tilldeck::providers::khaime {

enum class Flow {
    Charge,   ///< createCharge; the standard flow, because only it previews every figure.
    Session,  ///< createPaymentSession
    Checkout, ///< initializeCheckout
};

/// Returns the id of @p flow, such as "khaime.charge".
QString idOf(Flow flow);

/// Returns the flow of @p id; the standard flow when it is empty, nothing when Khaime has no such flow.
std::optional<Flow> flowOf(const QString &id);

checkout::Capabilities capabilities(Flow flow);

/// The largest difference of a typed charge amount from Khaime's conversion, in percent, inclusive (contracts, khaime,
/// createCharge).
inline constexpr int tolerancePercent = 1;

} // namespace tilldeck::providers::khaime
