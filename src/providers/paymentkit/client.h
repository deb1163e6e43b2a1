// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "checkout/capabilities.h"
#include "providers/paymentkit/api.h"
#include "providers/provider.h"

namespace tilldeck::providers::paymentkit {

/// Returns what PaymentKit supports (contracts, paymentkit; bounds of CheckoutSessionCreate).
checkout::Capabilities capabilities();

/// Calls a PaymentKit account. A call goes on when the client is destroyed: it holds what it needs by value.
class Client : public Provider
{
public:
    /// @p baseUrl is the address before "/api" and "/v1". A request ends within @p deadline; a read
    /// and its retries may take a minute together.
    Client(http::HttpClient *http, const QUrl &baseUrl, const QString &accountId, http::Secret key,
           std::chrono::milliseconds deadline = std::chrono::seconds(30));

    http::Task<checkout::Result<checkout::Quote>> quote(checkout::SessionDraft draft) override;
    checkout::Result<QByteArray> encodeCreate(const checkout::SessionDraft &draft) const override;
    checkout::Result<RequestText> describeCreate(const checkout::SessionDraft &draft) const override;
    http::Task<checkout::Result<checkout::Session>> createSession(checkout::SessionDraft draft, QString key) override;
    http::Task<checkout::Result<checkout::Session>> session(checkout::Session known) override;
    http::Task<checkout::Result<checkout::Session>> expireSession(QString id) override;
    http::Task<checkout::Result<Page<checkout::Session>>> sessions(int offset) override;
    http::Task<checkout::Result<Page<checkout::Transaction>>> transactions(int offset) override;
    /// Leaves out a payment id that is not known yet: only listTransactions has it, and refund() reads it there.
    http::Task<checkout::Result<RefundRequest>> completeRefund(RefundRequest request) override;
    checkout::Result<QByteArray> encodeRefund(const RefundRequest &request) const override;
    http::Task<checkout::Result<checkout::Refund>> refund(RefundRequest request, QString key) override;
    http::Task<checkout::Result<checkout::PromotionCode>> createPromotionCode(checkout::PromotionCode code,
                                                                              QString key) override;
    http::Task<checkout::Result<checkout::PromotionCode>> deactivate(checkout::PromotionCode code) override;
    http::Task<checkout::Result<checkout::Coupon>> createCoupon(checkout::Coupon coupon, QString key) override;
    http::Task<checkout::Result<checkout::Coupon>> deactivateCoupon(checkout::Coupon coupon) override;
    http::Task<checkout::Result<checkout::ProcessorRoute>> saveRoute(checkout::ProcessorRoute route) override;
    http::Task<checkout::Result<checkout::Catalog>> catalog() override;

private:
    Account m_account;
};

} // namespace tilldeck::providers::paymentkit
