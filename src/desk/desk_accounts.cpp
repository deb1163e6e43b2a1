// SPDX-License-Identifier: GPL-3.0-or-later
// What the desk does about accounts that change beside it.
#include "desk/desk.h"
#include "desk/follow_journal.h"
#include "desk/known_accounts.h"
#include "desk/shop_keys.h"

#include <algorithm>
#include <utility>

namespace tilldeck::desk {

void Desk::noteAccounts()
{
    noteConnected(*m_ledger, *m_accounts);
    tellLostAccounts(*m_ledger, *m_journal, *m_accounts);
    tellShops(*this);
}

void Desk::noteMissingAccounts()
{
    std::vector<StorageTrouble> troubles = m_troubles;
    const QString why = m_accounts->whyMissing();
    const QString before = std::exchange(m_missingAccounts, why);
    if (why != before) {
        std::erase_if(troubles, [&before](const StorageTrouble &one) { return one.sentence == before; });
        if (!why.isEmpty())
            troubles.emplace_back(StorageTrouble::Kind::Accounts, why, false);
    }
    const auto isOfAccount = [](const StorageTrouble &one) { return one.kind == StorageTrouble::Kind::NoAccount; };
    if (!why.isEmpty() || hasTrouble(StorageTrouble::Kind::NoAccount)) {
        const auto unknown = unknownWithoutAccount(*m_journal, *m_accounts);
        if (!unknown)
            std::erase_if(troubles, isOfAccount);
        else if (std::ranges::none_of(troubles, isOfAccount))
            troubles.push_back(*unknown);
    }
    if (troubles != m_troubles)
        setTroubles(std::move(troubles));
}

} // namespace tilldeck::desk
