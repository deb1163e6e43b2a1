// SPDX-License-Identifier: GPL-3.0-or-later
// Runs the commands on accounts. Each function opens what it needs, prints its result and returns the exit code.
#pragma once

#include "context.h"

#include <string>

namespace tilldeck::cli {

struct AccountArguments
{
    std::string name;
    std::string provider;
    std::string baseUrl;
    std::string accountId;
    std::string merchantId;
    std::string dialect; ///< An id of checkout::AccountNeeds::dialects; empty for the standard one.
    std::string checkoutUrl;
    bool keepTokensOut = false;
};

struct EditArguments
{
    std::string name;
    bool keepTokensOut = false;
    bool storeTokens = false;
    bool sameShop = false; ///< The key that is given is one of the account.
    bool yes = false;      ///< Also where other accounts become one shop with it.
};

Exit accountAdd(Context &context, const AccountArguments &arguments);
Exit accountEdit(Context &context, const EditArguments &arguments);
Exit accountList(Context &context);
Exit accountRemove(Context &context, const std::string &name);

} // namespace tilldeck::cli
