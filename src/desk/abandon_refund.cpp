// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/abandon_refund.h"

#include "desk/close_refund.h"
#include "desk/closed_error.h"
#include "desk/refund_history.h"
#include "desk/refund_text.h"
#include "desk/use_case_log.h"

#include <QCoroFuture>

namespace tilldeck::desk {

using ledger::Intent;

namespace {

http::Task<checkout::Result<void>> doAbandonRefund(QPointer<Desk> desk, QString accountId, QString intentId,
                                                   Unproven unproven)
{
    co_await writeRefundEnds(desk);
    if (!desk)
        co_return std::unexpected(closedError());
    const auto found = co_await decidableRefund(desk, accountId, intentId, RefundDecision::NotGivenBack, unproven);
    if (!found)
        co_return std::unexpected(found.error());
    if (!desk)
        co_return std::unexpected(closedError());
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
