// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace tilldeck::ledger {

/// Says what an account is at its provider, for the time when accounts.json is lost. Holds no key and no name.
struct KnownAccount
{
    QString id;       ///< Made here.
    QString provider; ///< Word of accounts::providerId().
    QString mode;     ///< Word of accounts::modeId().
    QString baseUrl;
    QString accountId;  ///< PaymentKit's.
    QString merchantId; ///< Khaime's.

    friend bool operator==(const KnownAccount &, const KnownAccount &) = default;
};

/// Says what the rows of an account tell that is not among the known ones.
struct AccountTrace
{
    QString id;
    QString flow;             ///< Of one of its sessions; empty where none has one.
    bool isOfSandbox = false; ///< One of its checkout URLs leads to this computer.
};

/// Returns the word for the provider of @p flow, "khaime" of "khaime.charge"; empty for an empty one.
inline QString providerOfFlow(const QString &flow)
{
    return flow.section(u'.', 0, 0);
}

} // namespace tilldeck::ledger
