// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/account_store.h"

namespace tilldeck::ui {

/// Returns what the account @p id is called in a list of the accounts @p among: the name of its provider if that
/// identifies it, else its own name. Empty for an account that was removed.
QString accountName(const accounts::AccountStore *accounts, const QStringList &among, const QString &id);

} // namespace tilldeck::ui
