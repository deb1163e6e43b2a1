// SPDX-License-Identifier: GPL-3.0-or-later
// One function a command; each opens what it needs, prints its result and answers the exit code.
#pragma once

#include "context.h"

namespace tilldeck::cli {

struct AccountArguments
{
    std::string name;
    std::string provider;
    std::string baseUrl;
    std::string accountId;
    std::string merchantId;
    std::string checkoutUrl;
};

Exit accountAdd(Context &context, const AccountArguments &arguments);
Exit accountList(Context &context);
Exit accountRemove(Context &context, const std::string &name);

struct CreateArguments
{
    std::string from; ///< A draft document's path; "-" reads standard input.
    bool dryRun = false;
};

Exit sessionCreate(Context &context, const CreateArguments &arguments);
Exit sessionShow(Context &context, const std::string &id);

struct SettleArguments
{
    std::string intent;      ///< As `session list` names it while the outcome is unknown.
    bool notCreated = false; ///< The merchant settles it.
};

/// What became of a creation whose outcome is unknown.
Exit sessionSettle(Context &context, const SettleArguments &arguments);

struct ListArguments
{
    std::string status = "all";
    std::string search;
    int limit = 100;
};

Exit sessionList(Context &context, const ListArguments &arguments);
Exit preview(Context &context, const std::string &from);
Exit transactionList(Context &context, const ListArguments &arguments);

/// Reads the draft document FROM ("-": standard input).
checkout::Result<checkout::SessionDraft> readDraft(const std::string &from);

} // namespace tilldeck::cli
