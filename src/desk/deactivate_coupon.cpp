// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/deactivate_coupon.h"

#include "desk/use_case_log.h"
#include "desk/write_entry.h"

namespace tilldeck::desk {

namespace {

checkout::Result<providers::Write<checkout::Coupon>>
couponSwitchedOff(const ProviderHandle &provider, const checkout::Coupon &coupon, const QString & /*key*/)
{
    return provider->prepareSwitchOff(coupon);
}

} // namespace

http::Task<checkout::Result<checkout::Coupon>> deactivateCoupon(QPointer<Desk> desk, QString accountId,
                                                                checkout::Coupon coupon)
{
    const UseCaseLog log("deactivateCoupon", accountId);
    checkout::Coupon named; // what changes by itself would make the same call another one
    named.id = coupon.id;
    named.name = coupon.name;
    return log.ending(writeEntry<checkout::Coupon>(std::move(desk), std::move(accountId),
                                                   ledger::Intent::Kind::DeactivateCoupon, std::move(coupon),
                                                   std::move(named), &couponSwitchedOff));
}

} // namespace tilldeck::desk
