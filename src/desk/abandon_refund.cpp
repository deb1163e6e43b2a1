// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/abandon_refund.h"

#include "desk/refund_text.h"
#include "desk/use_case_log.h"

#include <QCoroFuture>

namespace tilldeck::desk {

using checkout::Error;
using checkout::ErrorKind;
using ledger::Intent;

namespace {

http::Task<checkout::Result<void>> doAbandonRefund(QPointer<Desk> desk, QString intentId)
{
    const auto found = co_await desk->journal().intent(intentId);
    if (!desk)
        co_return std::unexpected(closedError());
    if (!found)
        co_return std::unexpected(found.error());
    if (!found->has_value() || (*found)->kind != Intent::Kind::Refund)
        co_return std::unexpected(
            Error(ErrorKind::NotFound, RefundText::tr("This refund is not in the journal of this computer.")));
    if ((*found)->state == Intent::State::Open)
        co_return std::unexpected(
            Error(ErrorKind::Rejected, RefundText::tr("This refund is still under way. Wait for its answer.")));
    const QString note = RefundText::tr("Settled by the merchant: not given back.");
    auto closed = co_await desk->journal().close(intentId, Intent::State::Abandoned, QString(), note);
    co_return closed;
}

} // namespace

http::Task<checkout::Result<void>> abandonRefund(QPointer<Desk> desk, QString intentId)
{
    const UseCaseLog log("abandonRefund", intentId);
    return log.ending(doAbandonRefund(std::move(desk), std::move(intentId)));
}

} // namespace tilldeck::desk
