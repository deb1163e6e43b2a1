// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/desk.h"

namespace tilldeck::desk {

/// Returns which of @p accountIds an intent under the account @p own belongs to: that one, or else the first that may
/// be the same (AccountStore::othersThan()), as one is that was connected again after accounts.json was lost; empty for
/// none.
QString accountOfIntent(const accounts::AccountStore &accounts, const QString &own, const QStringList &accountIds);

/// Returns whether an intent under the account @p own belongs to none that is connected.
bool isWithoutAccount(const accounts::AccountStore &accounts, const QString &own);

/// Returns the accounts that are not connected, under which creations of unknown outcome were sent, and that may be the
/// same as @p accountId. Blocks.
QStringList lostAccounts(Desk &desk, const QString &accountId);

} // namespace tilldeck::desk
