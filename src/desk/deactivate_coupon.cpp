// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/deactivate_coupon.h"

#include "desk/use_case_log.h"

namespace tilldeck::desk {

namespace {

http::Task<checkout::Result<checkout::Coupon>> doDeactivateCoupon(QPointer<Desk> desk, QString accountId,
                                                                  checkout::Coupon coupon)
{
    const auto provider = co_await desk->writer(accountId);
    if (!provider)
        co_return std::unexpected(provider.error());
    const ProviderHandle &asked = *provider;
    const auto write = asked->prepareSwitchOff(coupon);
    auto answer = co_await providers::send(write);
    co_return answer;
}

} // namespace

http::Task<checkout::Result<checkout::Coupon>> deactivateCoupon(QPointer<Desk> desk, QString accountId,
                                                                checkout::Coupon coupon)
{
    const UseCaseLog log("deactivateCoupon", accountId);
    return log.ending(doDeactivateCoupon(std::move(desk), std::move(accountId), std::move(coupon)));
}

} // namespace tilldeck::desk
