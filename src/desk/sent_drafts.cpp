// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/sent_drafts.h"

#include "desk/while_open.h"

namespace tilldeck::desk {

namespace {

QStringList idsOf(const std::vector<accounts::Account> &accounts)
{
    QStringList ids;
    for (const accounts::Account &account : accounts)
        ids << account.id;
    return ids;
}

QStringList idsOf(const std::vector<ledger::DraftRecord> &drafts)
{
    QStringList ids;
    for (const ledger::DraftRecord &draft : drafts)
        ids << draft.id;
    return ids;
}

} // namespace

void removeSentDraftsAtStart(ledger::Ledger &ledger, ledger::Journal &journal, const accounts::AccountStore &accounts)
{
    const auto kept = ledger.drafts(idsOf(accounts.accounts())).result();
    if (!kept || kept->empty())
        return;
    const auto sent = journal.draftsSent(idsOf(*kept)).result();
    for (const QString &id : sent.value_or(QStringList())) [[maybe_unused]]
        const auto removed = ledger.removeDraft(id).result(); // else it stays, and is a question
}

http::Task<void> removeSentDrafts(QPointer<Desk> desk)
{
    const auto kept = co_await whileOpen(desk, desk->ledger().drafts(idsOf(desk->accounts().accounts())));
    if (!kept || kept->empty())
        co_return;
    const auto sent = co_await whileOpen(desk, desk->journal().draftsSent(idsOf(*kept)));
    if (!sent)
        co_return;
    for (const QString &id : *sent) {
        const auto removed = co_await whileOpen(desk, desk->ledger().removeDraft(id));
        if (!removed)
            co_return;
    }
}

} // namespace tilldeck::desk
