// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/check_key.h"

#include "desk/shop_keys.h"
#include "desk/use_case_log.h"

namespace tilldeck::desk {

namespace {

/// Returns whether the provider has no such call, which says nothing about the key.
bool isMissingCall(const checkout::Error &error)
{
    return error.kind == checkout::ErrorKind::Unsupported && error.httpStatus == 0;
}

/// Returns whether the catalog came from the provider; one without a catalog answers an empty one unasked.
bool isFromProvider(const checkout::Catalog &catalog)
{
    return catalog.products.available || catalog.prices.available || catalog.customers.available ||
           catalog.coupons.available || catalog.promotionCodes.available || catalog.routes.available;
}

http::Task<checkout::Result<void>> doCheckKey(QPointer<Desk> desk, accounts::Account account, http::Secret key)
{
    const auto provider = desk->providerFor(account, key);
    if (!provider)
        co_return std::unexpected(provider.error());
    const ProviderHandle &asked = *provider;
    const auto isOwn = co_await refuseKeyOfAnother(desk, account, marksOf(key));
    if (!isOwn)
        co_return std::unexpected(isOwn.error());
    const auto catalog = co_await asked->catalog();
    if (catalog && isFromProvider(*catalog))
        co_return checkout::Result<void>();
    if (!catalog && !isMissingCall(catalog.error()))
        co_return std::unexpected(catalog.error());
    const auto payments = co_await asked->transactions(0);
    if (!payments && !isMissingCall(payments.error()))
        co_return std::unexpected(payments.error());
    co_return checkout::Result<void>();
}

} // namespace

http::Task<checkout::Result<void>> checkKey(QPointer<Desk> desk, accounts::Account account, http::Secret key)
{
    const UseCaseLog log("checkKey", account.id);
    return log.ending(doCheckKey(std::move(desk), std::move(account), std::move(key)));
}

} // namespace tilldeck::desk
