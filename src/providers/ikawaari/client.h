// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "providers/ikawaari/account.h"
#include "providers/provider.h"

namespace tilldeck::providers::ikawaari {

/// Calls an Ikawaari account. A call goes on when the client is destroyed: it holds what it needs by value.
class Client : public Provider
{
public:
    /// @p baseUrl is the address before "/api/v1". A request ends within @p deadline; a read
    /// and its retries may take a minute together.
    Client(http::HttpClient *http, const QUrl &baseUrl, Body body, http::Secret key,
           std::chrono::milliseconds deadline = std::chrono::seconds(30));

    checkout::Result<Write<checkout::Session>> prepareCreation(const checkout::SessionDraft &draft,
                                                               const QString &key) const override;
    http::Task<checkout::Result<checkout::Session>> session(checkout::Session known) override;
    http::Task<checkout::Result<Page<checkout::Transaction>>> transactions(int offset) override;
    http::Task<checkout::Result<checkout::Transaction>> transaction(QString id) override;
    http::Task<checkout::Result<Write<checkout::Refund>>> prepareRefund(RefundRequest request, QString key) override;
    /// Returns an empty catalog: the items of each session are typed.
    http::Task<checkout::Result<checkout::Catalog>> catalog() override;

private:
    Account m_account;
};

} // namespace tilldeck::providers::ikawaari
