// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/desk.h"

#include <QPointer>

namespace tilldeck::desk {

/// Creates @p coupon at the account's provider; sent once. Returns the coupon as the provider has it. Errors: those of
/// Desk::provider() and Provider::prepareCoupon().
http::Task<checkout::Result<checkout::Coupon>> createCoupon(QPointer<Desk> desk, QString accountId,
                                                            checkout::Coupon coupon);

} // namespace tilldeck::desk
