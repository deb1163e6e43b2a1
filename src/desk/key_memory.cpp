// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/key_memory.h"

#include "desk/ask_provider_time.h"
#include "desk/while_open.h"

#include <QCoreApplication>

#include <algorithm>

namespace tilldeck::desk {

using ledger::Intent;

namespace {

struct KeyMemoryText
{
    Q_DECLARE_TR_FUNCTIONS(tilldeck::desk::KeyMemory)
};

constexpr std::chrono::hours keyLifetime{1};

QString nameOfProvider(const Desk &desk, const Intent &intent)
{
    return desk.capabilities(intent.accountId, intent.draft.flow).providerName;
}

QString sentUntimed(const QString &providerName)
{
    return KeyMemoryText::tr("%1 had not said its time when this was sent, so it is not known whether it remembers the "
                             "idempotency key.")
        .arg(providerName);
}

} // namespace

QString whyKeyForgotten(const Desk &desk, const Intent &intent)
{
    const QString providerName = nameOfProvider(desk, intent);
    if (!intent.providerOpenedAt.isValid())
        return sentUntimed(providerName);
    const QDateTime now = desk.providerTime(intent.accountId);
    if (!now.isValid())
        return KeyMemoryText::tr(
                   "%1 has not said its time yet, so it is not known whether it remembers the idempotency key.")
            .arg(providerName);
    if (now < intent.providerOpenedAt)
        return KeyMemoryText::tr("The clock of %1 went back since this was sent, so it is not known whether it "
                                 "remembers the idempotency key.")
            .arg(providerName);
    // An answer may carry an old time, and the clock of this computer may have been set: the later one counts.
    const qint64 age = std::max(intent.providerOpenedAt.secsTo(now), intent.openedAt.secsTo(desk.now()));
    if (age < std::chrono::seconds(keyLifetime).count())
        return {};
    return intent.kind == Intent::Kind::Refund
               ? KeyMemoryText::tr(
                     "After an hour %1 may have forgotten the idempotency key, so the money could be given back "
                     "twice.")
                     .arg(providerName)
               : KeyMemoryText::tr(
                     "After an hour %1 may have forgotten the idempotency key, so there could be two sessions.")
                     .arg(providerName);
}

http::Task<QString> askWhyKeyForgotten(QPointer<Desk> desk, Intent intent)
{
    const QString providerName = nameOfProvider(*desk, intent);
    if (!intent.providerOpenedAt.isValid())
        co_return sentUntimed(providerName);
    const auto now = co_await whileOpen(desk, askProviderTime(desk, intent.accountId));
    if (!now)
        co_return KeyMemoryText::tr("%1 has to say first whether it can remember the idempotency key. %2",
                                    "provider, reason")
            .arg(providerName, now.error().sentence);
    co_return whyKeyForgotten(*desk, intent);
}

} // namespace tilldeck::desk
