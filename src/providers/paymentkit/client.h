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

    checkout::Result<Write<checkout::Session>> prepareCreation(const checkout::SessionDraft &draft,
                                                               const QString &key) const override;
    http::Task<checkout::Result<checkout::Session>> session(checkout::Session known) override;
    checkout::Result<Write<checkout::Session>> prepareExpiry(const QString &id) const override;
    http::Task<checkout::Result<Page<checkout::Session>>> sessions(int offset) override;
    http::Task<checkout::Result<Page<checkout::Transaction>>> transactions(int offset) override;
    // The writes beside sessions stand in writes.cpp.
    /// Reads the id of the payment behind the charge from listTransactions, when it is not known. Errors: NotFound
    /// without one.
    http::Task<checkout::Result<Write<checkout::Refund>>> prepareRefund(RefundRequest request, QString key) override;
    checkout::Result<Write<checkout::PromotionCode>> preparePromotionCode(const checkout::PromotionCode &code,
                                                                          const QString &key) const override;
    checkout::Result<Write<checkout::PromotionCode>>
    prepareSwitchOff(const checkout::PromotionCode &code) const override;
    checkout::Result<Write<checkout::Coupon>> prepareCoupon(const checkout::Coupon &coupon,
                                                            const QString &key) const override;
    checkout::Result<Write<checkout::Coupon>> prepareSwitchOff(const checkout::Coupon &coupon) const override;
    checkout::Result<Write<checkout::ProcessorRoute>>
    prepareRoute(const checkout::ProcessorRoute &route) const override;
    /// Reads the lists one after the other (listPrices, listProducts, listCustomers, listCoupons, listPromotionCodes,
    /// listProcessorRoutes). It stands in catalog.cpp.
    http::Task<checkout::Result<checkout::Catalog>> catalog() override;
    http::Task<checkout::Result<checkout::Catalog>> catalogPart(CatalogPart part) override;

private:
    Account m_account;
};

} // namespace tilldeck::providers::paymentkit
