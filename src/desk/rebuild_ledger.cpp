// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/rebuild_ledger.h"

#include "desk/follow_journal.h"
#include "desk/repair_creations.h"
#include "desk/use_case_log.h"
#include "desk/while_open.h"

#include <QCoreApplication>
#include <QCoroTimer>
#include <QDir>

#include <algorithm>
#include <span>

namespace tilldeck::desk {

namespace {

struct RebuildText
{
    Q_DECLARE_TR_FUNCTIONS(tilldeck::desk::RebuildLedger)
};

/// How many creations get their rows between two turns of the event loop.
constexpr size_t restoredAtOnce = 100;

bool isTroubled(const Desk &desk, StorageTrouble::Kind kind)
{
    const auto &troubles = desk.storageTroubles();
    return std::ranges::find(troubles, kind, &StorageTrouble::kind) != troubles.end();
}

/// Gives what the journal knows its rows.
http::Task<checkout::Result<RestoredSessions>> takeFromJournal(QPointer<Desk> desk)
{
    const auto confirmed = co_await whileOpen(desk, desk->journal().confirmed(ledger::Intent::Kind::Create, QString()));
    if (!confirmed)
        co_return std::unexpected(confirmed.error());
    RestoredSessions sessions;
    // The window stands still while rows are written here, so only for some at a time.
    for (std::span<const ledger::Intent> left(*confirmed); !left.empty();) {
        const auto some = left.first(std::min(left.size(), restoredAtOnce));
        const auto restored = restoreConfirmed(desk->ledger(), desk->accounts(), some);
        if (!restored)
            co_return std::unexpected(restored.error());
        sessions.restored += restored->restored;
        sessions.withoutTokens += restored->withoutTokens;
        sessions.ofOtherAccounts += restored->ofOtherAccounts;
        left = left.subspan(some.size());
        auto turn = QCoro::sleepFor(std::chrono::milliseconds(0));
        const auto turned = co_await whileOpen(desk, std::move(turn));
        if (!turned)
            co_return std::unexpected(turned.error());
    }
    const auto failure = repairCreationsAtStart(desk->ledger(), desk->journal(), desk->accounts());
    if (failure)
        co_return std::unexpected(failure->error);
    co_return RestoredSessions(sessions);
}

/// Keeps a damaged ledger under another name, and takes over what can be read of it.
http::Task<checkout::Result<RebuiltLedger>> replaceDamaged(QPointer<Desk> desk)
{
    RebuiltLedger rebuilt;
    const auto checked = co_await whileOpen(desk, desk->ledger().check(true));
    if (!checked)
        co_return std::unexpected(checked.error());
    if (checked->damage.isEmpty()) {
        // No look at the file sees into the index of words.
        const auto isMended = co_await whileOpen(desk, desk->ledger().mendIndex());
        if (!isMended)
            co_return std::unexpected(isMended.error());
        rebuilt.isIndexEmptied = *isMended;
        co_return rebuilt;
    }
    const auto salvage = co_await whileOpen(desk, desk->replaceLedger());
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
    if (rebuilt.withoutTokens > 0)
        rebuilt.lost << RebuildText::tr(
            "The journal does not hold the tokens and checkout URLs of %Ln sessions: they come back "
            "where the provider reports them.",
            nullptr, rebuilt.withoutTokens);
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
    const bool wasGone = isTroubled(*desk, StorageTrouble::Kind::NoLedger);
    auto rebuilt = co_await whileOpen(desk, replaceDamaged(desk));
    if (!rebuilt)
        co_return std::unexpected(rebuilt.error());
    const auto sessions = co_await whileOpen(desk, takeFromJournal(desk));
    if (!sessions && !isTroubled(*desk, StorageTrouble::Kind::Journal))
        co_return std::unexpected(sessions.error());
    rebuilt->fromJournal = sessions ? sessions->restored : 0;
    rebuilt->withoutTokens = sessions ? sessions->withoutTokens : 0;
    if (!sessions)
        rebuilt->lost << RebuildText::tr("The journal is damaged, too, so nothing came back from it. Go on with what "
                                         "can be read of it (tilldeck-cli ledger accept), then rebuild the lists once "
                                         "more.");
    const auto noted = desk->ledgerWasRebuilt();
    if (!noted)
        co_return std::unexpected(noted.error());
    addWhatIsLost(*rebuilt, wasGone, sessions ? sessions->ofOtherAccounts : 0);
    ledger::SessionFilter all;
    all.now = desk->now();
    for (const accounts::Account &account : desk->accounts().accounts())
        all.accountIds << account.id;
    const auto counted = co_await desk->ledger().counts(all);
    if (!counted)
        co_return std::unexpected(counted.error());
    rebuilt->listed = static_cast<int>(counted->all);
    co_return rebuilt;
}

} // namespace

QStringList sentencesOf(const RebuiltLedger &rebuilt)
{
    QStringList sentences{RebuildText::tr("%Ln sessions are in the list now.", nullptr, rebuilt.listed)};
    // Of a damaged ledger, most are there without the journal; otherwise it is all there was.
    if (rebuilt.fromJournal > 0 || rebuilt.keptAs.isEmpty())
        sentences << RebuildText::tr("%Ln sessions came back from the journal.", nullptr, rebuilt.fromJournal);
    if (!rebuilt.keptAs.isEmpty())
        sentences << RebuildText::tr(
                         "%Ln entries of the damaged ledger (sessions, payments, drafts, events) could be read "
                         "and are in the new one. The damaged one is kept as %1.",
                         nullptr, rebuilt.takenOver)
                         .arg(QDir::toNativeSeparators(rebuilt.keptAs));
    if (rebuilt.isIndexEmptied)
        sentences << RebuildText::tr("The index of words was damaged, and is made anew from the lists.");
    return sentences + rebuilt.lost;
}

http::Task<checkout::Result<RebuiltLedger>> rebuildLedger(QPointer<Desk> desk)
{
    const UseCaseLog log("rebuildLedger", QString());
    return log.ending(doRebuildLedger(std::move(desk)));
}

} // namespace tilldeck::desk
