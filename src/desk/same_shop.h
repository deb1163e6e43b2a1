// SPDX-License-Identifier: GPL-3.0-or-later
// What the merchant's word that a key is of the same shop leads to.
#pragma once

#include "desk/shop_keys.h"

namespace tilldeck::desk {

/// Returns the names of the connected accounts that become one shop with @p account once the key that was looked at is
/// taken as its own, and that are not one with it yet. Names stand in the order of the accounts.
QStringList namesJoined(const accounts::AccountStore &accounts, const accounts::Account &account, const KeyLook &look);

/// Returns what it means that the accounts @p names become one shop with @p account, in a sentence; empty for none.
QString joinedSentence(const accounts::Account &account, const QStringList &names);

/// Tries @p key with a read that changes nothing (checkKey()), and takes it as one of the account (takeKeyAsOwn()) if
/// the provider accepts it. Errors, and then it is not taken: those of the read, with what that means; Storage where it
/// could not be written down.
http::Task<checkout::Result<void>> takeTriedKey(QPointer<Desk> desk, accounts::Account account, http::Secret key);

} // namespace tilldeck::desk
