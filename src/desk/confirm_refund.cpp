// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/confirm_refund.h"

#include "desk/refund_history.h"
#include "desk/refund_text.h"
#include "desk/use_case_log.h"
#include "desk/while_open.h"

namespace tilldeck::desk {

using ledger::Intent;

namespace {

http::Task<checkout::Result<void>> doConfirmRefund(QPointer<Desk> desk, QString accountId, QString intentId,
                                                   Unproven unproven)
{
    auto deciding = decidableRefund(desk, accountId, intentId, RefundDecision::GivenBack, unproven);
    const auto found = co_await whileOpen(desk, std::move(deciding));
    if (!found)
        co_return std::unexpected(found.error());
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
