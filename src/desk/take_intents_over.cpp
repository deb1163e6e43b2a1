// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/take_intents_over.h"

#include "ledger/begun_intents.h"

#include <QCoreApplication>

namespace tilldeck::desk {

using ledger::Intent;

namespace {

struct TakeOverText
{
    Q_DECLARE_TR_FUNCTIONS(tilldeck::desk::TakeIntentsOver)
};

} // namespace

checkout::Result<void> takeIntentsOver(ledger::Ledger &ledger, ledger::Journal &journal)
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
    for (const ledger::BegunIntent &one : *begun) {
        if (one.intent.kind != Intent::Kind::Refund)
            continue;
        intents.push_back(one.intent);
        intents.back().note = note;
    }
    const auto added = journal.addUnknown(std::move(intents)).result();
    if (!added)
        return std::unexpected(added.error());
    return {};
}

} // namespace tilldeck::desk
