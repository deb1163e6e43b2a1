// SPDX-License-Identifier: GPL-3.0-or-later
// What the desk does about ends that ledger or journal could not write.
#include "desk/desk.h"

namespace tilldeck::desk {

void Desk::keepUnwritten(const IntentEnd &end)
{
    m_unwritten.insert(end.record.intentId, end);
    showUnwritten(end);
}

void Desk::forgetUnwritten(const QString &intentId)
{
    const IntentEnd end = m_unwritten.take(intentId);
    if (end.kind == ledger::Intent::Kind::Create)
        m_ledger->showAsStored(intentId, end.record.accountId);
}

void Desk::showUnwritten(const IntentEnd &end)
{
    if (end.kind != ledger::Intent::Kind::Create)
        return;
    using State = ledger::Intent::State;
    const bool isNone = end.state == State::Rejected || end.state == State::Planned;
    m_ledger->showInstead(end.record.intentId, isNone ? std::nullopt : std::optional<ledger::SessionRecord>(end.record),
                          end.record.accountId);
}

} // namespace tilldeck::desk
