// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/account_of_intent.h"

namespace tilldeck::desk {

ledger::ConnectedAccounts connectedAccounts(const accounts::AccountStore &accounts)
{
    ledger::ConnectedAccounts connected;
    for (const accounts::Account &account : accounts.accounts()) {
        connected.ids << account.id;
        connected.others.insert(account.id, accounts.othersThan(account.id));
        connected.same.insert(account.id, accounts.sameAs(account.id));
    }
    connected.told = accounts.told();
    return connected;
}

QString accountOfIntent(const accounts::AccountStore &accounts, const QString &own, const QStringList &accountIds)
{
    return connectedAccounts(accounts).mayBeUnder(own, accountIds);
}

ledger::Intent underConnected(const accounts::AccountStore &accounts, ledger::Intent intent, const QString &accountId)
{
    if (!accounts.byId(intent.accountId) || isSurelyOf(accounts, intent.accountId, accountId))
        intent.accountId = accountId;
    return intent;
}

bool isSurelyOf(const accounts::AccountStore &accounts, const QString &own, const QString &accountId)
{
    return own == accountId || accounts.sameAs(accountId).contains(own);
}

bool mayBeOfAnother(const accounts::AccountStore &accounts, const checkout::Capabilities &can,
                    const ProviderHandle &asked, const ledger::Intent &intent, const QString &accountId)
{
    const bool isOfThisKey =
        !can.account.accountId && !intent.keyMark.isEmpty() && ledger::isMarkOf(intent.keyMark, asked.key());
    return !isOfThisKey && !isSurelyOf(accounts, intent.accountId, accountId);
}

bool isOfOtherKey(const checkout::Capabilities &can, const ledger::KeyMark &key, const ledger::Intent &intent)
{
    return !can.account.accountId && !ledger::isMarkOf(intent.keyMark, key);
}

bool isWithoutAccount(const accounts::AccountStore &accounts, const QString &own)
{
    const ledger::ConnectedAccounts connected = connectedAccounts(accounts);
    return connected.mayBeUnder(own, connected.ids).isEmpty();
}

} // namespace tilldeck::desk
