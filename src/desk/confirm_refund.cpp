// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/confirm_refund.h"

#include "desk/close_refund.h"
#include "desk/closed_error.h"
#include "desk/refund_history.h"
#include "desk/refund_text.h"
#include "desk/use_case_log.h"

#include <QCoroFuture>

namespace tilldeck::desk {

using ledger::Intent;

namespace {

http::Task<checkout::Result<void>> doConfirmRefund(QPointer<Desk> desk, QString accountId, QString intentId,
                                                   Unproven unproven)
{
    co_await writeRefundEnds(desk);
    if (!desk)
        co_return std::unexpected(closedError());
    const auto found = co_await decidableRefund(desk, accountId, intentId, RefundDecision::GivenBack, unproven);
    if (!found)
        co_return std::unexpected(found.error());
    if (!desk)
        co_return std::unexpected(closedError());
    if (found->state == Intent::State::Confirmed)
        co_return checkout::Result<void>();
    const QString note = RefundText::tr("The merchant decided: given back.");
    const auto closed = co_await desk->journal().close(intentId, Intent::State::Confirmed, found->sessionId, note);
    if (closed && desk)
        noteRefundStep(*desk, *found, RefundStep::DecidedGivenBack);
    co_return closed;
}

} // namespace

http::Task<checkout::Result<void>> confirmRefund(QPointer<Desk> desk, QString accountId, QString intentId,
                                                 Unproven unproven)
{
    const UseCaseLog log("confirmRefund", intentId);
    return log.ending(doConfirmRefund(std::move(desk), std::move(accountId), std::move(intentId), unproven));
}

} // namespace tilldeck::desk
