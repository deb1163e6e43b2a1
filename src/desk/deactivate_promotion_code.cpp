// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/deactivate_promotion_code.h"

#include "desk/use_case_log.h"

namespace tilldeck::desk {

namespace {

http::Task<checkout::Result<checkout::PromotionCode>> doDeactivatePromotionCode(QPointer<Desk> desk, QString accountId,
                                                                                checkout::PromotionCode code)
{
    const auto provider = co_await desk->writer(accountId);
    if (!provider)
        co_return std::unexpected(provider.error());
    const ProviderHandle &asked = *provider;
    const auto write = asked->prepareSwitchOff(code);
    auto answer = co_await providers::send(write);
    co_return answer;
}

} // namespace

http::Task<checkout::Result<checkout::PromotionCode>> deactivatePromotionCode(QPointer<Desk> desk, QString accountId,
                                                                              checkout::PromotionCode code)
{
    const UseCaseLog log("deactivatePromotionCode", accountId);
    return log.ending(doDeactivatePromotionCode(std::move(desk), std::move(accountId), std::move(code)));
}

} // namespace tilldeck::desk
