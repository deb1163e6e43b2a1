// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/abandon_creation.h"

#include "desk/reconcile_text.h"
#include "desk/use_case_log.h"
#include "desk/while_open.h"

namespace tilldeck::desk {

using ledger::Intent;

namespace {

http::Task<checkout::Result<void>> doAbandonCreation(QPointer<Desk> desk, QString accountId, QString intentId)
{
    const QString note = ReconcileText::tr("The merchant decided: not created, or of no matter.");
    const auto abandoned =
        co_await whileOpen(desk, desk->journal().abandon(accountId, Intent::Kind::Create, intentId, note));
    if (!abandoned)
        co_return std::unexpected(abandoned.error());
    auto removed = co_await desk->ledger().removeByIntent(intentId);
    co_return removed;
}

} // namespace

http::Task<checkout::Result<void>> abandonCreation(QPointer<Desk> desk, QString accountId, QString intentId)
{
    const UseCaseLog log("abandonCreation", intentId);
    return log.ending(doAbandonCreation(std::move(desk), std::move(accountId), std::move(intentId)));
}

} // namespace tilldeck::desk
