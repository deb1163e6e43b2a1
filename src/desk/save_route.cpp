// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/save_route.h"

#include "desk/use_case_log.h"

namespace tilldeck::desk {

namespace {

http::Task<checkout::Result<checkout::ProcessorRoute>> doSaveRoute(QPointer<Desk> desk, QString accountId,
                                                                   checkout::ProcessorRoute route)
{
    const auto provider = co_await desk->writer(accountId);
    if (!provider)
        co_return std::unexpected(provider.error());
    const ProviderHandle &asked = *provider;
    const auto write = asked->prepareRoute(route);
    auto answer = co_await providers::send(write);
    co_return answer;
}

} // namespace

http::Task<checkout::Result<checkout::ProcessorRoute>> saveRoute(QPointer<Desk> desk, QString accountId,
                                                                 checkout::ProcessorRoute route)
{
    const UseCaseLog log("saveRoute", accountId);
    return log.ending(doSaveRoute(std::move(desk), std::move(accountId), std::move(route)));
}

} // namespace tilldeck::desk
