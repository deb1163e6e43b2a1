// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/desk.h"

#include <QPointer>

namespace tilldeck::ui {

/// Deactivates a promotion code, or a coupon with all its codes. Returns the error, or nothing on success. The call is
/// sent once.
http::Task<std::optional<checkout::Error>> switchOff(QPointer<desk::Desk> desk, QString accountId,
                                                     checkout::PromotionCode code);
http::Task<std::optional<checkout::Error>> switchOffCoupon(QPointer<desk::Desk> desk, QString accountId,
                                                           checkout::Coupon coupon);

} // namespace tilldeck::ui
