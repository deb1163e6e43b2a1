// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/desk.h"
#include "ledger/connected_accounts.h"

namespace tilldeck::desk {

/// Returns which accounts are connected, and which are known to be others than they.
ledger::ConnectedAccounts connectedAccounts(const accounts::AccountStore &accounts);

/// Returns which of @p accountIds an intent under the account @p own belongs to: that one, or else the first that may
/// be the same (AccountStore::othersThan()), as one is that was connected again after accounts.json was lost; empty for
/// none.
QString accountOfIntent(const accounts::AccountStore &accounts, const QString &own, const QStringList &accountIds);

/// Returns @p intent under @p accountId, whose key is at hand, where that is its account for sure, or may be the same
/// as one that is not connected any more; else under its own.
ledger::Intent underConnected(const accounts::AccountStore &accounts, ledger::Intent intent, const QString &accountId);

/// Returns whether the account @p own is that of @p accountId for sure (AccountStore::sameAs()), so that its keys count
/// there, and what is not listed there was not made.
bool isSurelyOf(const accounts::AccountStore &accounts, const QString &own, const QString &accountId);

/// Returns whether @p asked, the provider of @p accountId, may be that of another shop than the one that sent @p
/// intent, so that its answers prove nothing. It is the same for sure where isSurelyOf() says so, and where the intent
/// was sent with its key; where an ID of the account is a part of every request (@p can), a key says nothing.
bool mayBeOfAnother(const accounts::AccountStore &accounts, const checkout::Capabilities &can,
                    const ProviderHandle &asked, const ledger::Intent &intent, const QString &accountId);

/// Returns whether @p intent was sent with another key than @p key, so that what is not listed with that may have been
/// made: two keys are of one shop by the merchant's word alone. Never where an ID of the account is a part of every
/// request (@p can), and not of an intent of an earlier version.
bool isOfOtherKey(const checkout::Capabilities &can, const ledger::KeyMark &key, const ledger::Intent &intent);

/// Returns whether an intent under the account @p own belongs to none that is connected.
bool isWithoutAccount(const accounts::AccountStore &accounts, const QString &own);

} // namespace tilldeck::desk
