// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/account_names.h"

namespace tilldeck::desk {

AccountNames namesOf(const std::vector<accounts::Account> &accounts)
{
    AccountNames names;
    for (const accounts::Account &account : accounts) {
        names.account.insert(account.id, account.name);
        names.provider.insert(account.id, accounts::providerName(account.provider));
    }
    return names;
}

} // namespace tilldeck::desk
