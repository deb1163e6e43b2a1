// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/desk.h"

#include <QPointer>

namespace tilldeck::desk {

/// Switches a coupon off with all its codes; sent once. Returns the coupon as the provider has it now, or the errors of
/// Desk::provider() and Provider::prepareSwitchOff().
http::Task<checkout::Result<checkout::Coupon>> deactivateCoupon(QPointer<Desk> desk, QString accountId,
                                                                checkout::Coupon coupon);

} // namespace tilldeck::desk
