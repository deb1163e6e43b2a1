// SPDX-License-Identifier: GPL-3.0-or-later
// Writes to a PaymentKit account beside its sessions. Provider documents what each call promises.
#pragma once

#include "providers/paymentkit/api.h"
#include "providers/provider.h"

namespace tilldeck::providers::paymentkit {

/// Reads the id of the payment behind the charge from listTransactions, when it is not known.
http::Task<checkout::Result<RefundRequest>> completeRefund(Account account, RefundRequest request);
/// Sends a refund (createRefund). Errors: NotFound without the id of the payment.
http::Task<checkout::Result<checkout::Refund>> refund(const Account &account, const RefundRequest &request,
                                                      const QString &key);

http::Task<checkout::Result<checkout::PromotionCode>> createPromotionCode(Account account, checkout::PromotionCode code,
                                                                          QString key);
http::Task<checkout::Result<checkout::PromotionCode>> deactivate(Account account, checkout::PromotionCode code);
http::Task<checkout::Result<checkout::Coupon>> createCoupon(Account account, checkout::Coupon coupon, QString key);
http::Task<checkout::Result<checkout::Coupon>> deactivateCoupon(Account account, checkout::Coupon coupon);
http::Task<checkout::Result<checkout::ProcessorRoute>> saveRoute(Account account, checkout::ProcessorRoute route);

} // namespace tilldeck::providers::paymentkit
