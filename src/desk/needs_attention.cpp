// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/needs_attention.h"

#include "desk/account_of_intent.h"
#include "desk/while_open.h"

#include <QCoreApplication>
#include <QCoroFuture>

#include <algorithm>

namespace tilldeck::desk {

namespace {

struct NeedsAttentionText
{
    Q_DECLARE_TR_FUNCTIONS(tilldeck::desk::NeedsAttention)
};

} // namespace

QString whyNotKnown(const Desk &desk)
{
    return isJournalKnown(desk.storageTroubles())
               ? QString()
               : NeedsAttentionText::tr("It is not known which refunds, sessions, promotions and routes have no answer "
                                        "yet: the journal, which knew it, is missing, damaged or of another time.");
}

qint64 NeedsAttention::creations() const
{
    return std::ranges::count_if(
        unknown, [](const OpenOutcome &outcome) { return outcome.intent.kind == ledger::Intent::Kind::Create; });
}

qint64 NeedsAttention::refunds() const
{
    return std::ssize(unknown) - creations() + std::ssize(failedRefunds);
}

http::Task<checkout::Result<NeedsAttention>> needsAttention(QPointer<Desk> desk, QStringList accountIds,
                                                            ledger::SessionCounts counts)
{
    NeedsAttention attention;
    auto unknown = co_await whileOpen(desk, openOutcomes(desk, accountIds));
    if (!unknown)
        co_return std::unexpected(unknown.error());
    auto failed = co_await whileOpen(desk, desk->journal().refundsIn(ledger::Intent::State::Failed));
    if (!failed)
        co_return std::unexpected(failed.error());
    auto writes = co_await whileOpen(desk, unsettledWrites(desk, accountIds));
    if (!writes)
        co_return std::unexpected(writes.error());
    auto imports = co_await whileOpen(desk, desk->journal().unsentImports());
    if (!imports)
        co_return std::unexpected(imports.error());
    for (ledger::ImportBatch &batch : *imports)
        batch.accountId = accountOfIntent(desk->accounts(), batch.accountId, accountIds);
    std::erase_if(*imports, [](const ledger::ImportBatch &batch) { return batch.accountId.isEmpty(); });
    attention.imports = std::move(*imports);
    for (ledger::Intent &refund : *failed)
        refund.accountId = accountOfIntent(desk->accounts(), refund.accountId, accountIds);
    std::erase_if(*failed, [](const ledger::Intent &refund) { return refund.accountId.isEmpty(); });
    attention.unknown = std::move(*unknown);
    attention.failedRefunds = std::move(*failed);
    attention.unsettledWrites = std::move(*writes);
    // A creation that the journal knows counts also while the list has no row of it.
    attention.sessions = counts.needsAttention + std::max<qint64>(0, attention.creations() - counts.outcomeUnknown);
    co_return NeedsAttention(attention);
}

} // namespace tilldeck::desk
