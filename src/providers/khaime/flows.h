// SPDX-License-Identifier: GPL-3.0-or-later
// The three ways in which Khaime takes a payment, and what each has (contracts, Khaime).
#pragma once

#include "checkout/capabilities.h"
#include "checkout/session_draft.h"

#include <optional>

namespace tilldeck::providers::khaime {

enum class Flow {
    Charge,   ///< POST partner/payments/charge; the standard one: only here the provider quotes every figure.
    Session,  ///< POST partner/payments/sessions
    Checkout, ///< POST sdk/checkout/initialize
};

/// "khaime.charge"
QString idOf(Flow flow);

/// An empty id is the standard flow; nothing for one that Khaime does not have.
std::optional<Flow> flowOf(const QString &id);

checkout::Capabilities capabilities(Flow flow);

/// How far a typed charge amount may be off Khaime's conversion (contract: 1 %, edges included).
inline constexpr int tolerancePercent = 1;

} // namespace tilldeck::providers::khaime
