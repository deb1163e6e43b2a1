// SPDX-License-Identifier: GPL-3.0-or-later
// What an account is at its provider, and that it stays that. Private to the accounts.
#pragma once

#include "accounts/account.h"

namespace tilldeck::accounts {

/// Returns an id that no account has.
QString newAccountId();

/// Returns @p name as it is compared with others: in one spelling, without case and without what cannot be seen of it.
QString comparedName(const QString &name);

/// Returns what says which account at a provider @p account is; its name is forgotten with it.
Account identityOf(const Account &account);

/// Returns why @p now does not take the place of @p before, in a sentence; empty when it does. With @p isHeld something
/// that was sent is unsettled, and the address is another one.
QString whyNotReplaced(const Account &now, const Account &before, bool isHeld);

} // namespace tilldeck::accounts
