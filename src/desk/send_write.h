// SPDX-License-Identifier: GPL-3.0-or-later
// What every write has in common: it takes room on the disk before its intent is committed, is sent once, and here
// alone it is judged whether it may have taken effect. How its end is kept: close_intent.h.
#pragma once

#include "desk/while_open.h"
#include "ledger/disk_reserve.h"

#include <chrono>
#include <expected>
#include <memory>
#include <optional>

namespace tilldeck::desk {

/// How long the answer to a write is waited for; HttpClient's own deadline is shorter.
inline constexpr std::chrono::seconds writeLifetime{60};

/// Says whether a request was sent before, under the same key: what is refused then may have been made by the first.
enum class Sending { First, Again };

/// Holds a write that is ready to be journaled and sent, and room on the disk for its answer.
template <class T> struct ReadyWrite
{
    ReadyWrite(ProviderHandle provider, providers::Write<T> write, std::unique_ptr<ledger::DiskReserve> room)
        : provider(std::move(provider))
        , write(std::move(write))
        , room(std::move(room))
    {
    }

    ProviderHandle provider; ///< With the key that it is sent with.
    providers::Write<T> write;
    std::unique_ptr<ledger::DiskReserve> room; ///< Freed when the answer is written, so nobody else holds it.
};

/// Returns @p write, which @p provider has prepared, with room on the disk for @p bytes, which ledger and journal write
/// after the answer beside what its body makes them write. Nothing is written or sent. Errors: that of @p write, and
/// Storage, in a sentence that says that nothing was sent.
template <class T>
checkout::Result<ReadyWrite<T>> prepareWrite(const Desk &desk, const ProviderHandle &provider,
                                             checkout::Result<providers::Write<T>> write, qint64 bytes)
{
    if (!write)
        return std::unexpected(write.error());
    // The body may stand in a row, and an update writes it again.
    auto room = ledger::DiskReserve::take(desk.dataDirectory(), bytes + 4 * write->body().size());
    if (!room)
        return std::unexpected(room.error());
    return ReadyWrite<T>(provider, std::move(*write), std::move(*room));
}

/// Says why a write is not known to have made what was asked for.
struct WriteFailure
{
    /// Judges @p error, with which a write of the account ended.
    WriteFailure(const QPointer<Desk> &desk, const QString &accountId, checkout::Error error, Sending sending);

    /// Returns how the intent is closed.
    ledger::Intent::State end() const
    {
        return mayBeMade ? ledger::Intent::State::Unknown : ledger::Intent::State::Rejected;
    }

    /// As the merchant reads it. A refusal of what was sent before, whose sentence would say that nothing was done, is
    /// an UnknownOutcome in a sentence that says what was refused.
    checkout::Error error;
    bool mayBeMade;                         ///< It may have taken effect, now or when it was sent before.
    std::optional<checkout::Error> refusal; ///< Of what was sent before: as the provider said it.
};

/// Returns whether the next of many writes would fail with @p error as well; nothing of this one was taken then.
bool stopsTheRest(const checkout::Error &error);

template <class T> using WriteAnswer = std::expected<T, WriteFailure>;

/// Sends the write of the account once, whose intent is open, and frees its room. After a success @p desk is there.
template <class T>
http::Task<WriteAnswer<T>> sendWrite(QPointer<Desk> desk, QString accountId, ReadyWrite<T> ready, Sending sending)
{
    auto answer = co_await whileOpen(desk, ready.write.send());
    ready.room.reset();
    if (!answer)
        co_return std::unexpected(WriteFailure(desk, accountId, answer.error(), sending));
    co_return WriteAnswer<T>(std::move(*answer));
}

} // namespace tilldeck::desk
