// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "providers/khaime/account.h"
#include "providers/provider.h"

namespace tilldeck::providers::khaime {

/// One Khaime account. Calls go on when it is destroyed: each holds what it needs by value.
class Client : public Provider
{
public:
    /// BASE_URL is what stands before "/api/v1". MERCHANT_ID: needed by the embedded checkout alone. A call answers
    /// within DEADLINE; a read and its retries may take a minute together.
    Client(http::HttpClient *http, const QUrl &baseUrl, const QString &merchantId, http::Secret key,
           std::chrono::milliseconds deadline = std::chrono::seconds(30));

    http::Task<checkout::Result<checkout::Quote>> quote(checkout::SessionDraft draft) override;
    checkout::Result<QByteArray> encodeCreate(const checkout::SessionDraft &draft) const override;
    checkout::Result<RequestText> describeCreate(const checkout::SessionDraft &draft) const override;
    /// A charge without a reference is sent with KEY as its reference.
    http::Task<checkout::Result<checkout::Session>> createSession(checkout::SessionDraft draft, QString key) override;
    http::Task<checkout::Result<checkout::Session>> session(checkout::Session known) override;
    http::Task<checkout::Result<checkout::Session>> expireSession(QString id) override;
    http::Task<checkout::Result<Page<checkout::Session>>> sessions(int offset) override;
    http::Task<checkout::Result<Page<checkout::Transaction>>> transactions(int offset) override;
    checkout::Result<QByteArray> encodeRefund(const RefundRequest &request) const override;
    /// Khaime takes no key with a refund: without an answer it may have been given back, and nothing tells.
    http::Task<checkout::Result<checkout::Refund>> refund(RefundRequest request, QString key) override;
    http::Task<checkout::Result<checkout::Catalog>> catalog() override;

private:
    Account m_account;
};

} // namespace tilldeck::providers::khaime
