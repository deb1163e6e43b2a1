// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/abandon_refund.h"

#include "desk/refund_history.h"
#include "desk/refund_text.h"
#include "desk/use_case_log.h"
#include "desk/while_open.h"

namespace tilldeck::desk {

using ledger::Intent;

namespace {

http::Task<checkout::Result<void>> doAbandonRefund(QPointer<Desk> desk, QString accountId, QString intentId,
                                                   Unproven unproven)
{
    auto deciding = decidableRefund(desk, accountId, intentId, RefundDecision::NotGivenBack, unproven);
    const auto found = co_await whileOpen(desk, std::move(deciding));
    if (!found)
        co_return std::unexpected(found.error());
    const QString note = RefundText::tr("The merchant decided: not given back.");
    auto abandoned = co_await desk->journal().abandon(accountId, Intent::Kind::Refund, intentId, note);
    const bool isNoted = found->state == Intent::State::Failed;
    if (abandoned && desk && !isNoted && found->listedBefore)
        co_await desk->journal().setApart(intentId, *found->listedBefore);
    if (abandoned && desk && found->state != Intent::State::Abandoned)
        noteRefundStep(*desk, *found, isNoted ? RefundStep::Noted : RefundStep::DecidedNotGivenBack);
    co_return abandoned;
}

} // namespace

http::Task<checkout::Result<void>> abandonRefund(QPointer<Desk> desk, QString accountId, QString intentId,
                                                 Unproven unproven)
{
    const UseCaseLog log("abandonRefund", intentId);
    return log.ending(doAbandonRefund(std::move(desk), std::move(accountId), std::move(intentId), unproven));
}

} // namespace tilldeck::desk
