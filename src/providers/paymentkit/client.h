// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "checkout/capabilities.h"
#include "providers/paymentkit/api.h"
#include "providers/provider.h"

namespace tilldeck::providers::paymentkit {

/// What PaymentKit has (contracts, PaymentKit; bounds of CheckoutSessionCreate).
checkout::Capabilities capabilities();

/// One PaymentKit account. Calls go on when it is destroyed: each holds what it needs by value.
class Client : public Provider
{
public:
    /// BASE_URL is what stands before "/api" and "/v1". A call answers within DEADLINE; a read and its retries may take
    /// a minute together.
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
    /// Without the id of the payment, which PaymentKit tells in its list only: it is read when the refund is sent.
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
