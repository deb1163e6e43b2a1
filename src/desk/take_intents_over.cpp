// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/take_intents_over.h"

#include "desk/refund_history.h"
#include "ledger/begun_intents.h"
#include "ledger/random_id.h"

#include <QCoreApplication>

namespace tilldeck::desk {

using ledger::Intent;

namespace {

struct TakeOverText
{
    Q_DECLARE_TR_FUNCTIONS(tilldeck::desk::TakeIntentsOver)
};

/// Makes the promotion codes that were asked for at once a batch again: they have their account and their time in
/// common, and stand one after the other.
void joinBatches(std::vector<Intent> &entries)
{
    const Intent *before = nullptr;
    for (Intent &entry : entries) {
        if (entry.kind != Intent::Kind::PromotionCode)
            continue;
        const bool isSameBatch = before && before->accountId == entry.accountId && before->openedAt == entry.openedAt;
        entry.batchId = isSameBatch ? before->batchId : ledger::randomId();
        before = &entry;
    }
}

/// Gives @p refund the state that the ledger knows of it: what became of it last, as far as it was kept.
void takeKnownState(ledger::Ledger &ledger, Intent &refund)
{
    const auto events = ledger.timeline(refund.accountId, refund.id).result();
    const auto known = events ? lastRefundState(*events) : std::nullopt;
    if (!known)
        return;
    refund.state = *known;
    // It would be taken for the provider's word.
    if (*known == Intent::State::Accepted)
        refund.note.clear();
}

/// Returns @p begun with what its row knows of the session that it made; nothing where no row does.
checkout::Result<std::optional<Intent>> confirmedCreation(ledger::Ledger &ledger, const Intent &begun)
{
    const auto row = ledger.sessionByIntent(begun.id).result();
    if (!row)
        return std::unexpected(row.error());
    if (!row->has_value() || (*row)->state != ledger::SessionRecord::State::Known || (*row)->session.id.isEmpty())
        return std::optional<Intent>();
    Intent made = begun;
    made.state = Intent::State::Confirmed;
    made.sessionId = (*row)->session.id;
    made.draft = (*row)->draft;
    return std::optional(std::move(made));
}

} // namespace

checkout::Result<int> takeIntentsOver(ledger::Ledger &ledger, ledger::Journal &journal)
{
    const auto rows = ledger.undecided().result();
    if (!rows)
        return std::unexpected(rows.error());
    const auto begun = ledger.begun().result();
    if (!begun)
        return std::unexpected(begun.error());
    const QString note = TakeOverText::tr("The journal that knew what became of it is gone.");
    std::vector<Intent> intents;
    intents.reserve(rows->size() + begun->size());
    for (const ledger::SessionRecord &row : *rows) {
        Intent intent;
        intent.id = row.intentId;
        intent.accountId = row.accountId;
        intent.draft = row.draft;
        intent.openedAt = row.createdAt;
        intent.note = note;
        intents.push_back(std::move(intent));
    }
    std::vector<Intent> entries;
    entries.reserve(begun->size());
    for (const ledger::BegunIntent &one : *begun) {
        if (one.intent.kind == Intent::Kind::Create) {
            auto made = confirmedCreation(ledger, one.intent);
            if (!made)
                return std::unexpected(made.error());
            if (*made)
                intents.push_back(std::move(**made));
            continue;
        }
        std::vector<Intent> &kept = one.intent.kind == Intent::Kind::Refund ? intents : entries;
        kept.push_back(one.intent);
        kept.back().note = note;
        if (one.intent.kind == Intent::Kind::Refund)
            takeKnownState(ledger, kept.back());
    }
    joinBatches(entries);
    const auto added = journal.addRemembered(std::move(intents)).result();
    if (!added)
        return std::unexpected(added.error());
    return journal.addRemembered(std::move(entries)).result();
}

} // namespace tilldeck::desk
