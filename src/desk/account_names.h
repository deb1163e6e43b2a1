// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/account.h"

#include <QHash>

#include <vector>

namespace tilldeck::desk {

/// Holds the names that exports give accounts and their providers, by account id.
struct AccountNames
{
    QHash<QString, QString> account;
    QHash<QString, QString> provider;
};

AccountNames namesOf(const std::vector<accounts::Account> &accounts);

} // namespace tilldeck::desk
