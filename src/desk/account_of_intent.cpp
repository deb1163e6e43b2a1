// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/account_of_intent.h"

namespace tilldeck::desk {

QString accountOfIntent(const accounts::AccountStore &accounts, const QString &own, const QStringList &accountIds)
{
    if (accountIds.contains(own))
        return own;
    for (const QString &id : accountIds) {
        if (accounts.byId(id) && !accounts.othersThan(id).contains(own))
            return id;
    }
    return {};
}

bool isWithoutAccount(const accounts::AccountStore &accounts, const QString &own)
{
    QStringList ids;
    for (const accounts::Account &account : accounts.accounts())
        ids << account.id;
    return accountOfIntent(accounts, own, ids).isEmpty();
}

QStringList lostAccounts(Desk &desk, const QString &accountId)
{
    QStringList ids;
    const auto unknown = desk.journal().unknown().result();
    if (!unknown)
        return ids; // It is said elsewhere that the journal cannot be read.
    const accounts::AccountStore &accounts = desk.accounts();
    for (const ledger::Intent &intent : *unknown) {
        const bool isLost = !accounts.byId(intent.accountId) && !ids.contains(intent.accountId);
        if (isLost && !accountOfIntent(accounts, intent.accountId, QStringList(accountId)).isEmpty())
            ids << intent.accountId;
    }
    return ids;
}

} // namespace tilldeck::desk
