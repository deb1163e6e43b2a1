// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/write_entry.h"

#include "desk/entry_lifetime.h"
#include "desk/use_case_log.h"

#include <QCoroFuture>

namespace tilldeck::desk {

using ledger::Intent;

http::Task<checkout::Result<QString>> beginEntry(QPointer<Desk> desk, QString accountId, Intent::Kind kind,
                                                 ledger::CatalogEntry entry)
{
    const QDateTime now = desk->now();
    const QDateTime deadline = now.addSecs(entryLifetime.count());
    const QDateTime providerNow = desk->providerTime(accountId);
    const auto begun =
        co_await desk->journal().beginEntry(accountId, kind, std::move(entry), now, deadline, providerNow);
    if (!begun)
        co_return std::unexpected(begun.error());
    qCInfo(deskLog).noquote() << "writeEntry" << accountId << "sends under intent" << begun->id;
    co_return QString(begun->id);
}

http::Task<void> closeEntry(QPointer<Desk> desk, QString intentId, QString entryId,
                            std::optional<checkout::Error> error)
{
    Intent::State end = Intent::State::Confirmed;
    if (error)
        end = checkout::mayHaveTakenEffect(*error) ? Intent::State::Unknown : Intent::State::Rejected;
    const QString note = error ? error->sentence : QString();
    co_await desk->journal().close(intentId, end, entryId, note);
}

} // namespace tilldeck::desk
