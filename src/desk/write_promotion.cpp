// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/write_promotion.h"

namespace tilldeck::desk {

http::Task<checkout::Result<checkout::PromotionCode>> deactivatePromotionCode(QPointer<Desk> desk, QString accountId,
                                                                              checkout::PromotionCode code)
{
    const auto provider = co_await desk->provider(accountId);
    if (!provider)
        co_return std::unexpected(provider.error());
    const ProviderHandle &asked = *provider;
    auto answer = co_await asked->deactivate(code);
    co_return answer;
}

http::Task<checkout::Result<checkout::Coupon>> deactivateCoupon(QPointer<Desk> desk, QString accountId,
                                                                checkout::Coupon coupon)
{
    const auto provider = co_await desk->provider(accountId);
    if (!provider)
        co_return std::unexpected(provider.error());
    const ProviderHandle &asked = *provider;
    auto answer = co_await asked->deactivateCoupon(coupon);
    co_return answer;
}

} // namespace tilldeck::desk
