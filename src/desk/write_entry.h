// SPDX-License-Identifier: GPL-3.0-or-later
// The one way in which coupons and routes are written and switched off at a provider.
#pragma once

#include "desk/refuse_keys.h"
#include "desk/refused_again.h"
#include "desk/sending.h"
#include "desk/while_open.h"
#include "ledger/disk_reserve.h"
#include "ledger/random_id.h"

namespace tilldeck::desk {

/// Prepares one write into the catalog; @p key is the id that its intent gets.
template <class T>
using PrepareEntry = checkout::Result<providers::Write<T>> (*)(const ProviderHandle &provider, const T &entry,
                                                               const QString &key);

/// Returns what the merchant typed of an entry that is made or changed; nothing of one that is switched off.
QStringList textsOfNew(ledger::Intent::Kind kind, const ledger::CatalogEntry &entry);

/// Takes room on the disk for what the journal writes after the answer to a write into the catalog. Error: Storage, in
/// a sentence that says that nothing was sent.
checkout::Result<std::unique_ptr<ledger::DiskReserve>> roomForEntry(const Desk &desk);

/// Returns what @p provider lists like the new @p entry right now (listedAlike()), so that it is not taken for one that
/// was there before. Nothing where that could not be read, and, without asking, for a write that makes nothing new.
http::Task<std::optional<QStringList>> askListedAlike(ProviderHandle provider, ledger::Intent::Kind kind,
                                                      ledger::CatalogEntry entry);

/// Commits the intent of a write into the catalog whose request has the hash @p hash and is sent with @p sender, and
/// returns it. Errors: those of
/// Journal::beginEntry().
http::Task<checkout::Result<ledger::Intent>> beginEntry(QPointer<Desk> desk, QString accountId, QString key,
                                                        QByteArray hash, ledger::Intent::Kind kind,
                                                        ledger::CatalogEntry entry, ledger::KeyMark sender,
                                                        std::optional<QStringList> listedBefore);

/// Closes @p intent as @p end, with the id @p entryId where it is known. An end that the journal cannot write now is
/// one of Desk::unwritten(). Error: why it was not written. Where that is that @p desk is closed by now, the intent
/// comes back as unknown at the next start.
http::Task<checkout::Result<void>> closeEntry(QPointer<Desk> desk, ledger::Intent intent, ledger::Intent::State end,
                                              QString entryId, QString note);

/// Returns how a write into the catalog ended that the provider answered with @p error.
ledger::Intent::State endOfEntry(const checkout::Error &error, Sending sending);

/// Writes @p entry into the catalog of the account's provider: has @p prepare prepare the request, asks what is listed
/// like a new one, takes room on the disk for its answer, commits the intent with the hash of that request to the
/// journal, sends the request once, and closes the intent. @p journaled is what the journal keeps of the entry. Nothing
/// is sent when a step before the send fails.
template <class T>
http::Task<checkout::Result<T>> writeEntry(QPointer<Desk> desk, QString accountId, ledger::Intent::Kind kind, T entry,
                                           T journaled, PrepareEntry<T> prepare)
{
    const auto provider = co_await whileOpen(desk, desk->writer(accountId));
    if (!provider)
        co_return std::unexpected(provider.error());
    if (const auto refused = refusedKeyIn(*desk, textsOfNew(kind, entry)))
        co_return std::unexpected(*refused);
    const QString key = ledger::randomId();
    const auto write = prepare(*provider, entry, key);
    if (!write)
        co_return std::unexpected(write.error());
    ledger::CatalogEntry kept(std::move(journaled));
    auto listedBefore = co_await askListedAlike(*provider, kind, kept);
    if (!desk)
        co_return std::unexpected(closedError());
    auto room = roomForEntry(*desk);
    if (!room)
        co_return std::unexpected(room.error());
    auto beginning = beginEntry(desk, accountId, key, write->bodyHash(), kind, std::move(kept), provider->key(),
                                std::move(listedBefore));
    const auto intent = co_await whileOpen(desk, std::move(beginning));
    if (!intent)
        co_return std::unexpected(intent.error());
    auto answer = co_await write->send();
    room->reset();
    ledger::Intent::State end = ledger::Intent::State::Confirmed;
    const Sending sending = intent->id == key ? Sending::First : Sending::Again;
    if (!answer)
        end = endOfEntry(answer.error(), sending);
    if (!answer && sending == Sending::Again && desk)
        answer = std::unexpected(refusedAgain(answer.error(), desk->capabilities(accountId).providerName));
    const QString entryId = answer ? answer->id : QString();
    const QString note = answer ? QString() : answer.error().sentence;
    co_await closeEntry(desk, *intent, end, entryId, note);
    co_return std::move(answer);
}

} // namespace tilldeck::desk
