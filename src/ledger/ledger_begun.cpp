// SPDX-License-Identifier: GPL-3.0-or-later
// What the ledger remembers of the journal's intents.
#include "ledger/begun_intents.h"
#include "ledger/columns.h"
#include "ledger/ledger_store.h"
#include "ledger/session_rows.h"

namespace tilldeck::ledger {

using checkout::Result;

// Neither asks whether the ledger may be written: both run on a thread of the journal's, and the writer says so itself.

QFuture<Result<QString>> Ledger::newestBegun()
{
    return m_store->writer.read<QString>([](const Connection &connection) { return newestNoted(connection); });
}

QFuture<Result<void>> Ledger::noteBegun(std::vector<BegunIntent> begun)
{
    return m_store->writer.run<void>([store = m_store.get(), begun = std::move(begun)]() -> Result<void> {
        // What is sent next must be known to the file that the next start finds.
        const auto look = store->lookHere();
        if (!look)
            return std::unexpected(look.error());
        if (*look == FileLook::Exchanged)
            return std::unexpected(Database::replacedError(store->path));
        return store->writer.writeHere<void>(
            [&begun](const Connection &connection) { ledger::noteBegun(connection, begun); });
    });
}

QFuture<Result<std::vector<BegunIntent>>> Ledger::begun()
{
    return m_store->read<std::vector<BegunIntent>>(notedIntents);
}

QFuture<Result<std::vector<SessionRecord>>> Ledger::undecided()
{
    return m_store->read<std::vector<SessionRecord>>([](const Connection &connection) {
        return sessionsWhere(connection, u"intent_id IS NOT NULL AND state <> ? ORDER BY key"_s,
                             {storedName(RecordState::Known)});
    });
}

} // namespace tilldeck::ledger
