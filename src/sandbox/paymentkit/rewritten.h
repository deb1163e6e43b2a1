// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/store.h"

namespace tilldeck::sandbox::paymentkit {

/// Returns @p body, which asks for a session, as a provider may keep it that writes sessions in its own way: line items
/// in another order, addresses that end in a slash, and a route, a return address and a custom field of its own.
QJsonObject rewrittenSession(QJsonObject body, const Store &store);

/// Returns @p body, which asks for a promotion code, with a limit of the provider's own.
QJsonObject rewrittenCode(QJsonObject body);

} // namespace tilldeck::sandbox::paymentkit
