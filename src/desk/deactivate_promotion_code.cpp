// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/deactivate_promotion_code.h"

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

} // namespace tilldeck::desk
