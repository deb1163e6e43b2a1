// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/promotions/write_promotions.h"

namespace tilldeck::ui {

http::Task<std::optional<checkout::Error>> switchOff(QPointer<desk::Desk> desk, QString accountId,
                                                     checkout::PromotionCode code)
{
    auto provider = co_await desk->provider(accountId);
    if (!provider)
        co_return provider.error();
    const desk::ProviderHandle asked = *provider;
    const auto answer = co_await asked->deactivate(code);
    if (!answer)
        co_return answer.error();
    co_return std::nullopt;
}

http::Task<std::optional<checkout::Error>> switchOffCoupon(QPointer<desk::Desk> desk, QString accountId,
                                                           checkout::Coupon coupon)
{
    auto provider = co_await desk->provider(accountId);
    if (!provider)
        co_return provider.error();
    const desk::ProviderHandle asked = *provider;
    const auto answer = co_await asked->deactivateCoupon(coupon);
    if (!answer)
        co_return answer.error();
    co_return std::nullopt;
}

} // namespace tilldeck::ui
