// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/deactivate_promotion_code.h"

#include "desk/use_case_log.h"
#include "desk/write_entry.h"

namespace tilldeck::desk {

namespace {

checkout::Result<providers::Write<checkout::PromotionCode>>
codeSwitchedOff(const ProviderHandle &provider, const checkout::PromotionCode &code, const QString & /*key*/)
{
    return provider->prepareSwitchOff(code);
}

} // namespace

http::Task<checkout::Result<checkout::PromotionCode>> deactivatePromotionCode(QPointer<Desk> desk, QString accountId,
                                                                              checkout::PromotionCode code)
{
    const UseCaseLog log("deactivatePromotionCode", accountId);
    checkout::PromotionCode named; // what changes by itself would make the same call another one
    named.id = code.id;
    named.code = code.code;
    named.couponId = code.couponId;
    return log.ending(writeEntry<checkout::PromotionCode>(std::move(desk), std::move(accountId),
                                                          ledger::Intent::Kind::DeactivateCode, std::move(code),
                                                          std::move(named), &codeSwitchedOff));
}

} // namespace tilldeck::desk
