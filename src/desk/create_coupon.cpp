// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/create_coupon.h"

#include "desk/use_case_log.h"

#include <QUuid>

namespace tilldeck::desk {

namespace {

http::Task<checkout::Result<checkout::Coupon>> doCreateCoupon(QPointer<Desk> desk, QString accountId,
                                                              checkout::Coupon coupon)
{
    const auto provider = co_await desk->writer(accountId);
    if (!provider)
        co_return std::unexpected(provider.error());
    const ProviderHandle &asked = *provider;
    const QString key = QUuid::createUuid().toString(QUuid::Id128);
    const auto write = asked->prepareCoupon(coupon, key);
    auto made = co_await providers::send(write);
    co_return std::move(made);
}

} // namespace

http::Task<checkout::Result<checkout::Coupon>> createCoupon(QPointer<Desk> desk, QString accountId,
                                                            checkout::Coupon coupon)
{
    const UseCaseLog log("createCoupon", accountId);
    return log.ending(doCreateCoupon(std::move(desk), std::move(accountId), std::move(coupon)));
}

} // namespace tilldeck::desk
