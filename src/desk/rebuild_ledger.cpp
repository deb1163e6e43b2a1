// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/rebuild_ledger.h"

#include "desk/closed_error.h"
#include "desk/follow_journal.h"
#include "desk/repair_creations.h"
#include "desk/use_case_log.h"
#include "desk/while_open.h"

#include <QCoreApplication>

#include <algorithm>

namespace tilldeck::desk {

using ledger::Intent;
using ledger::SessionRecord;

namespace {

struct RebuildText
{
    Q_DECLARE_TR_FUNCTIONS(tilldeck::desk::RebuildLedger)
};

/// Returns how many rows stand for the session of @p intent.
http::Task<checkout::Result<int>> rowsFor(QPointer<Desk> desk, Intent intent)
{
    const auto byIntent = co_await whileOpen(desk, desk->ledger().sessionByIntent(intent.id));
    if (!byIntent)
        co_return std::unexpected(byIntent.error());
    if (byIntent->has_value())
        co_return 1;
    const auto byId = co_await desk->ledger().session(intent.accountId, intent.sessionId);
    if (!byId)
        co_return std::unexpected(byId.error());
    co_return byId->has_value() ? 1 : 0;
}

/// Keeps a damaged ledger under another name, and takes over what can be read of it.
http::Task<checkout::Result<RebuiltLedger>> replaceDamaged(QPointer<Desk> desk)
{
    RebuiltLedger rebuilt;
    const auto checked = co_await whileOpen(desk, desk->ledger().check(true));
    if (!checked)
        co_return std::unexpected(checked.error());
    if (checked->damage.isEmpty())
        co_return rebuilt;
    const auto salvage = desk->replaceLedger();
    if (!salvage)
        co_return std::unexpected(salvage.error());
    rebuilt.keptAs = salvage->keptAs;
    rebuilt.takenOver = salvage->rows;
    if (!salvage->complete)
        rebuilt.lost << RebuildText::tr("A part of the damaged file could not be read. Drafts, saved views, timelines "
                                        "and webhook events that stood there are lost.");
    if (!salvage->isLateTableWhole)
        rebuilt.lost << RebuildText::tr(
            "The damaged file also remembered which refunds were begun, and a part of that is lost. If the journal is "
            "of an earlier time, look at the provider before you give money back again.");
    co_return rebuilt;
}

void addWhatIsLost(RebuiltLedger &rebuilt, bool wasGone, int ofOtherAccounts)
{
    if (wasGone)
        rebuilt.lost << RebuildText::tr("Drafts, saved views, timelines and webhook events are in no other file.");
    if (rebuilt.fromJournal > 0)
        rebuilt.lost << RebuildText::tr(
            "The journal holds no tokens and checkout URLs: those of %Ln sessions come back "
            "where the provider reports them.",
            nullptr, rebuilt.fromJournal);
    if (ofOtherAccounts > 0)
        rebuilt.lost << RebuildText::tr("%Ln sessions belong to accounts that are not connected any more.", nullptr,
                                        ofOtherAccounts);
    if (wasGone || !rebuilt.keptAs.isEmpty())
        rebuilt.lost << RebuildText::tr("Payments, and sessions that were made elsewhere, come back where the provider "
                                        "lists them.");
}

http::Task<checkout::Result<RebuiltLedger>> doRebuildLedger(QPointer<Desk> desk)
{
    const auto alone = desk->filesAlone();
    if (!alone)
        co_return std::unexpected(alone.error());
    const bool wasGone = std::ranges::find(desk->storageTroubles(), StorageTrouble::Kind::NoLedger,
                                           &StorageTrouble::kind) != desk->storageTroubles().end();
    auto rebuilt = co_await whileOpen(desk, replaceDamaged(desk));
    if (!rebuilt)
        co_return std::unexpected(rebuilt.error());
    const auto confirmed = co_await desk->journal().confirmed(Intent::Kind::Create);
    if (!confirmed)
        co_return std::unexpected(confirmed.error());
    int ofOtherAccounts = 0;
    for (const Intent &intent : *confirmed) {
        if (!desk)
            co_return std::unexpected(closedError());
        const bool isConnected = desk->accounts().byId(intent.accountId).has_value();
        ofOtherAccounts += isConnected ? 0 : 1;
        if (!isConnected || intent.sessionId.isEmpty())
            continue;
        const auto listed = co_await rowsFor(desk, intent);
        if (!listed)
            co_return std::unexpected(listed.error());
        if (!desk)
            co_return std::unexpected(closedError());
        if (*listed > 0)
            continue;
        const SessionRecord row = rowOfCreation(intent, desk->capabilities(intent.accountId, intent.draft.flow).flow);
        const auto put = co_await desk->ledger().put(row);
        if (!put)
            co_return std::unexpected(put.error());
        ++rebuilt->fromJournal;
    }
    if (!desk)
        co_return std::unexpected(closedError());
    const auto failure = repairCreationsAtStart(desk->ledger(), desk->journal(), desk->accounts());
    if (failure)
        co_return std::unexpected(failure->error);
    const auto noted = desk->ledgerWasRebuilt();
    if (!noted)
        co_return std::unexpected(noted.error());
    addWhatIsLost(*rebuilt, wasGone, ofOtherAccounts);
    co_return rebuilt;
}

} // namespace

http::Task<checkout::Result<RebuiltLedger>> rebuildLedger(QPointer<Desk> desk)
{
    const UseCaseLog log("rebuildLedger", QString());
    return log.ending(doRebuildLedger(std::move(desk)));
}

} // namespace tilldeck::desk
