// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/abandon_creation.h"

#include "desk/reconcile_text.h"
#include "desk/use_case_log.h"

#include <QCoroFuture>

namespace tilldeck::desk {

using checkout::Error;
using checkout::ErrorKind;
using ledger::Intent;

namespace {

http::Task<checkout::Result<void>> doAbandonCreation(QPointer<Desk> desk, QString intentId)
{
    const auto found = co_await desk->journal().intent(intentId);
    if (!desk)
        co_return std::unexpected(closedError());
    if (!found)
        co_return std::unexpected(found.error());
    if (!found->has_value() || (*found)->kind != Intent::Kind::Create)
        co_return std::unexpected(
            Error(ErrorKind::NotFound, ReconcileText::tr("This creation is not in the journal of this computer.")));
    // Created again while its answer is awaited, the session would exist twice.
    if ((*found)->state == Intent::State::Open)
        co_return std::unexpected(
            Error(ErrorKind::Rejected, ReconcileText::tr("This session is still being created. Wait for the answer.")));
    const QString note = ReconcileText::tr("Settled by the merchant: not created, or of no matter.");
    const auto closed = co_await desk->journal().close(intentId, Intent::State::Abandoned, QString(), note);
    if (!closed)
        co_return std::unexpected(closed.error());
    if (!desk)
        co_return std::unexpected(closedError());
    auto removed = co_await desk->ledger().removeByIntent(intentId);
    co_return removed;
}

} // namespace

http::Task<checkout::Result<void>> abandonCreation(QPointer<Desk> desk, QString intentId)
{
    const UseCaseLog log("abandonCreation", intentId);
    return log.ending(doAbandonCreation(std::move(desk), std::move(intentId)));
}

} // namespace tilldeck::desk
