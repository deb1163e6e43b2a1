// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/account_store.h"

namespace tilldeck::ui {

/// What the account ID is called in a list of the accounts AMONG: by its provider, where that says which of them it
/// is, else by its name. Empty for an account that is gone.
QString accountName(const accounts::AccountStore *accounts, const QStringList &among, const QString &id);

} // namespace tilldeck::ui
