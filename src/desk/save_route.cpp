// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/save_route.h"

#include "desk/use_case_log.h"
#include "desk/write_entry.h"

namespace tilldeck::desk {

namespace {

// The contract has no key for routes.
checkout::Result<providers::Write<checkout::ProcessorRoute>>
preparedRoute(const ProviderHandle &provider, const checkout::ProcessorRoute &route, const QString & /*key*/)
{
    return provider->prepareRoute(route);
}

} // namespace

http::Task<checkout::Result<checkout::ProcessorRoute>> saveRoute(QPointer<Desk> desk, QString accountId,
                                                                 checkout::ProcessorRoute route)
{
    const UseCaseLog log("saveRoute", accountId);
    return log.ending(writeEntry<checkout::ProcessorRoute>(std::move(desk), std::move(accountId),
                                                           ledger::Intent::Kind::Route, route, route, &preparedRoute));
}

} // namespace tilldeck::desk
