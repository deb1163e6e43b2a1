// SPDX-License-Identifier: GPL-3.0-or-later
// Writes to a PaymentKit account beside its sessions. Provider documents what each call promises.
#pragma once

#include "providers/paymentkit/api.h"
#include "providers/provider.h"

namespace tilldeck::providers::paymentkit {

/// Sends a refund (createRefund). It needs the id of the payment behind the charge, which is read from listTransactions
/// when it is not known.
http::Task<checkout::Result<checkout::Refund>> refund(Account account, RefundRequest request, QString key);

http::Task<checkout::Result<checkout::PromotionCode>> createPromotionCode(Account account, checkout::PromotionCode code,
                                                                          QString key);
http::Task<checkout::Result<checkout::PromotionCode>> deactivate(Account account, checkout::PromotionCode code);
http::Task<checkout::Result<checkout::Coupon>> createCoupon(Account account, checkout::Coupon coupon, QString key);
http::Task<checkout::Result<checkout::Coupon>> deactivateCoupon(Account account, checkout::Coupon coupon);
http::Task<checkout::Result<checkout::ProcessorRoute>> saveRoute(Account account, checkout::ProcessorRoute route);

} // namespace tilldeck::providers::paymentkit
