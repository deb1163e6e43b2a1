// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/accounts/check_key.h"

#include "providers/registry.h"

namespace tilldeck::ui {

using checkout::Result;

namespace {

/// Returns whether the provider has no such call, which says nothing about the key.
bool isMissing(const checkout::Error &error)
{
    return error.kind == checkout::ErrorKind::Unsupported && error.httpStatus == 0;
}

} // namespace

http::Task<Result<void>> checkKey(QPointer<desk::Desk> desk, accounts::Account account, http::Secret key)
{
    providers::Connection connection(accounts::providerWord(account.provider), QUrl(account.baseUrl), key);
    connection.accountId = account.accountId;
    connection.merchantId = account.merchantId;
    const std::shared_ptr<providers::Provider> provider = providers::make(desk->http(), connection);
    if (!provider) {
        const QString sentence =
            desk::Desk::tr("%1 is not in this version.").arg(accounts::providerName(account.provider));
        co_return std::unexpected(checkout::Error(checkout::ErrorKind::Unsupported, sentence));
    }
    const Result<checkout::Catalog> catalog = co_await provider->catalog();
    if (catalog)
        co_return Result<void>();
    if (!isMissing(catalog.error()))
        co_return std::unexpected(catalog.error());
    const Result<providers::Page<checkout::Transaction>> payments = co_await provider->transactions(0);
    if (!payments && !isMissing(payments.error()))
        co_return std::unexpected(payments.error());
    co_return Result<void>();
}

} // namespace tilldeck::ui
