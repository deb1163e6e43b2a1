// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "providers/khaime/account.h"
#include "providers/provider.h"

namespace tilldeck::providers::khaime {

/// Calls a Khaime account. A call goes on when the client is destroyed: it holds what it needs by value.
class Client : public Provider
{
public:
    /// @p baseUrl is the address before "/api/v1". Only the embedded checkout needs @p merchantId. A request ends
    /// within @p deadline; a read and its retries may take a minute together.
    Client(http::HttpClient *http, const QUrl &baseUrl, const QString &merchantId, http::Secret key,
           std::chrono::milliseconds deadline = std::chrono::seconds(30));

    http::Task<checkout::Result<checkout::Quote>> quote(checkout::SessionDraft draft) override;
    checkout::Result<QByteArray> encodeCreate(const checkout::SessionDraft &draft) const override;
    checkout::Result<RequestText> describeCreate(const checkout::SessionDraft &draft) const override;
    /// Sends a charge without a reference with @p key as its reference.
    http::Task<checkout::Result<checkout::Session>> createSession(checkout::SessionDraft draft, QString key) override;
    http::Task<checkout::Result<checkout::Session>> session(checkout::Session known) override;
    http::Task<checkout::Result<checkout::Session>> expireSession(QString id) override;
    http::Task<checkout::Result<Page<checkout::Session>>> sessions(int offset) override;
    http::Task<checkout::Result<Page<checkout::Transaction>>> transactions(int offset) override;
    checkout::Result<QByteArray> encodeRefund(const RefundRequest &request) const override;
    /// Khaime has no idempotency key for refunds (createRefund): after UnknownOutcome no call can show what happened.
    http::Task<checkout::Result<checkout::Refund>> refund(RefundRequest request, QString key) override;
    http::Task<checkout::Result<checkout::Catalog>> catalog() override;

private:
    Account m_account;
};

} // namespace tilldeck::providers::khaime
