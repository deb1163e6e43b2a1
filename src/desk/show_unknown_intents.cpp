// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/show_unknown_intents.h"

#include "desk/labels.h"

namespace tilldeck::desk {

checkout::Result<void> showUnknownIntents(const std::vector<ledger::Intent> &unknown, ledger::Ledger &ledger,
                                          ledger::Journal &journal, const accounts::AccountStore &accounts)
{
    for (const ledger::Intent &intent : unknown) {
        if (!accounts.byId(intent.accountId))
            continue; // Its account was disconnected: there is no list to show it in.
        const auto listed = ledger.sessionByIntent(intent.id).result();
        if (!listed)
            return std::unexpected(listed.error());
        ledger::SessionRecord record = listed->value_or(ledger::SessionRecord());
        if (record.state == ledger::SessionRecord::State::Known && !record.session.id.isEmpty()) {
            // The answer was kept; only closing the intent was cut off.
            const auto closed =
                journal.close(intent.id, ledger::Intent::State::Confirmed, record.session.id, {}).result();
            if (!closed)
                return std::unexpected(closed.error());
            continue;
        }
        record.accountId = intent.accountId;
        record.intentId = intent.id;
        record.state = ledger::SessionRecord::State::OutcomeUnknown;
        record.draft = intent.draft;
        if (!record.createdAt.isValid()) {
            record.createdAt = intent.openedAt;
            record.customerLabel = customerLabel(intent.draft, {});
            record.itemsLabel = itemsLabel(intent.draft, {});
        }
        const auto put = ledger.put(record).result();
        if (!put)
            return std::unexpected(put.error());
    }
    return {};
}

} // namespace tilldeck::desk
