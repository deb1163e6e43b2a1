// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/create_coupon.h"

#include "desk/use_case_log.h"
#include "desk/write_entry.h"

namespace tilldeck::desk {

namespace {

checkout::Result<providers::Write<checkout::Coupon>> preparedCoupon(const ProviderHandle &provider,
                                                                    const checkout::Coupon &coupon, const QString &key)
{
    return provider->prepareCoupon(coupon, key);
}

} // namespace

http::Task<checkout::Result<checkout::Coupon>> createCoupon(QPointer<Desk> desk, QString accountId,
                                                            checkout::Coupon coupon)
{
    const UseCaseLog log("createCoupon", accountId);
    return log.ending(writeEntry<checkout::Coupon>(std::move(desk), std::move(accountId), ledger::Intent::Kind::Coupon,
                                                   coupon, coupon, &preparedCoupon));
}

} // namespace tilldeck::desk
