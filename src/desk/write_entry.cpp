// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/write_entry.h"

#include "desk/find_entry.h"
#include "desk/use_case_log.h"

namespace tilldeck::desk {

using ledger::Intent;

QStringList textsOfNew(Intent::Kind kind, const ledger::CatalogEntry &entry)
{
    const auto *coupon = std::get_if<checkout::Coupon>(&entry);
    if (coupon && kind == Intent::Kind::Coupon)
        return {coupon->name};
    const auto *route = std::get_if<checkout::ProcessorRoute>(&entry);
    return route ? QStringList(route->processorIds.begin(), route->processorIds.end()) << route->name : QStringList();
}

http::Task<std::optional<QStringList>> askListedAlike(ProviderHandle provider, Intent::Kind kind,
                                                      ledger::CatalogEntry entry)
{
    using providers::CatalogPart;
    const auto *route = std::get_if<checkout::ProcessorRoute>(&entry);
    const bool isNewRoute = kind == Intent::Kind::Route && route && route->id.isEmpty();
    if (kind != Intent::Kind::Coupon && !isNewRoute)
        co_return std::optional<QStringList>();
    auto asking = provider->catalogPart(isNewRoute ? CatalogPart::Routes : CatalogPart::Coupons);
    const auto catalog = co_await asking;
    Intent wanted;
    wanted.kind = kind;
    wanted.entry = std::move(entry);
    co_return catalog ? listedAlike(*catalog, wanted) : std::optional<QStringList>();
}

http::Task<checkout::Result<Intent>> beginEntry(QPointer<Desk> desk, QString accountId, QString key, QByteArray hash,
                                                Intent::Kind kind, ledger::CatalogEntry entry, ledger::KeyMark sender,
                                                std::optional<QStringList> listedBefore)
{
    const QDateTime now = desk->now();
    const QDateTime deadline = now.addSecs(writeLifetime.count());
    const QDateTime providerNow = desk->providerTime(accountId);
    auto begun = co_await desk->journal().beginEntry(key, accountId, hash, kind, std::move(entry), now, deadline,
                                                     providerNow, sender, std::move(listedBefore));
    if (begun)
        qCInfo(deskLog).noquote() << "writeEntry" << accountId << "sends under intent" << begun->id;
    co_return std::move(begun);
}

} // namespace tilldeck::desk
