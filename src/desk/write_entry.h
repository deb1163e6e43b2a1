// SPDX-License-Identifier: GPL-3.0-or-later
// The one way in which coupons and routes are written and switched off at a provider.
#pragma once

#include "desk/close_intent.h"
#include "desk/refuse_keys.h"
#include "desk/send_write.h"
#include "ledger/random_id.h"

namespace tilldeck::desk {

/// Prepares one write into the catalog; @p key is the id that its intent gets.
template <class T>
using PrepareEntry = checkout::Result<providers::Write<T>> (*)(const ProviderHandle &provider, const T &entry,
                                                               const QString &key);

/// The most bytes that the journal writes after the answer: some pages with their indexes, in its log and in the file.
inline constexpr qint64 bytesForEntry = qint64(256) * 1024;

/// Returns what the merchant typed of an entry that is made or changed; nothing of one that is switched off.
QStringList textsOfNew(ledger::Intent::Kind kind, const ledger::CatalogEntry &entry);

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

/// Writes @p entry into the catalog of the account's provider: has @p prepare prepare the request, takes room on the
/// disk for its answer, asks what is listed like a new one, commits the intent with the hash of that request to the
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
    auto ready = prepareWrite(*desk, *provider, prepare(*provider, entry, key), bytesForEntry);
    if (!ready)
        co_return std::unexpected(ready.error());
    ledger::CatalogEntry kept(std::move(journaled));
    auto listed = co_await whileOpen(desk, askListedAlike(*provider, kind, kept));
    if (!listed)
        co_return std::unexpected(listed.error());
    auto beginning = beginEntry(desk, accountId, key, ready->write.bodyHash(), kind, std::move(kept), provider->key(),
                                std::move(*listed));
    const auto intent = co_await whileOpen(desk, std::move(beginning));
    if (!intent)
        co_return std::unexpected(intent.error());
    const Sending sending = intent->id == key ? Sending::First : Sending::Again;
    auto answer = co_await sendWrite(desk, accountId, std::move(*ready), sending);
    if (!answer) {
        const WriteFailure &failure = answer.error();
        const IntentEnd end(kind, intent->id, failure.end(), QString(), failure.error.sentence);
        co_await closeIntent(desk, end);
        co_return std::unexpected(failure.error);
    }
    const IntentEnd end(kind, intent->id, ledger::Intent::State::Confirmed, answer->id, QString());
    co_await closeIntent(desk, end);
    co_return checkout::Result<T>(std::move(*answer));
}

} // namespace tilldeck::desk
