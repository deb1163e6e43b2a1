// SPDX-License-Identifier: GPL-3.0-or-later
// The one way in which coupons and routes are written and switched off at a provider.
#pragma once

#include "desk/closed_error.h"
#include "desk/desk.h"

#include <QCoroTask>
#include <QPointer>

namespace tilldeck::desk {

/// Sends one write into the catalog, with the key that the journal has drawn for it.
template <class T> using SendEntry = http::Task<checkout::Result<T>> (*)(ProviderHandle provider, T entry, QString key);

/// Commits the intent of a write into the catalog, and returns its id. Errors: those of Journal::beginEntry().
http::Task<checkout::Result<QString>> beginEntry(QPointer<Desk> desk, QString accountId, ledger::Intent::Kind kind,
                                                 ledger::CatalogEntry entry);

/// Closes the intent as its answer says: Confirmed with the id @p entryId where there is no @p error. One that cannot
/// be closed is of unknown outcome after the next start.
http::Task<void> closeEntry(QPointer<Desk> desk, QString intentId, QString entryId,
                            std::optional<checkout::Error> error);

/// Writes @p entry into the catalog of the account's provider: commits the intent to the journal, has @p send send it
/// once, and closes the intent. @p journaled is what the journal keeps of it. Nothing is sent when a step before the
/// send fails.
template <class T>
http::Task<checkout::Result<T>> writeEntry(QPointer<Desk> desk, QString accountId, ledger::Intent::Kind kind, T entry,
                                           T journaled, SendEntry<T> send)
{
    const auto provider = co_await desk->writer(accountId);
    if (!provider)
        co_return std::unexpected(provider.error());
    if (!desk)
        co_return std::unexpected(closedError());
    ledger::CatalogEntry kept(std::move(journaled));
    const auto intentId = co_await beginEntry(desk, accountId, kind, std::move(kept));
    if (!intentId)
        co_return std::unexpected(intentId.error());
    if (!desk)
        co_return std::unexpected(closedError());
    auto answer = co_await send(*provider, std::move(entry), *intentId);
    if (!desk)
        co_return std::move(answer); // the intent comes back as unknown at the next start
    const QString entryId = answer ? answer->id : QString();
    std::optional<checkout::Error> error;
    if (!answer)
        error = answer.error();
    co_await closeEntry(desk, *intentId, entryId, std::move(error));
    co_return std::move(answer);
}

} // namespace tilldeck::desk
