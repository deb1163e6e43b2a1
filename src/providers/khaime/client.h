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
    /// Makes @p key the reference of a charge that has none.
    checkout::Result<Write<checkout::Session>> prepareCreation(const checkout::SessionDraft &draft,
                                                               const QString &key) const override;
    http::Task<checkout::Result<checkout::Session>> session(checkout::Session known) override;
    http::Task<checkout::Result<Page<checkout::Transaction>>> transactions(int offset) override;
    /// Khaime has no idempotency key for refunds (createRefund): after UnknownOutcome no call can show what happened.
    http::Task<checkout::Result<Write<checkout::Refund>>> prepareRefund(RefundRequest request, QString key) override;
    http::Task<checkout::Result<checkout::Catalog>> catalog() override;

private:
    Account m_account;
};

} // namespace tilldeck::providers::khaime
