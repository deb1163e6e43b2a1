// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/desk.h"

#include <QPointer>

namespace tilldeck::desk {

/// Creates @p coupon at the account's provider: its intent is committed to the journal, then it is sent once. Returns
/// the coupon as the provider has it. Errors: those of Desk::writer(), Journal::beginEntry() and
/// Provider::prepareCoupon(), and Storage when the disk has no room for the answer; after UnknownOutcome
/// reconcileEntry() looks it up.
http::Task<checkout::Result<checkout::Coupon>> createCoupon(QPointer<Desk> desk, QString accountId,
                                                            checkout::Coupon coupon);

} // namespace tilldeck::desk
