// SPDX-License-Identifier: GPL-3.0-or-later
// One function a command; each opens what it needs, prints its result and answers the exit code.
#pragma once

#include "context.h"

#include <CLI/CLI.hpp>

namespace tilldeck::cli {

struct AccountArguments
{
    std::string name;
    std::string provider;
    std::string baseUrl;
    std::string accountId;
    std::string merchantId;
    std::string dialect; ///< An id of checkout::AccountNeeds::dialects; empty: the provider's standard one.
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
/// Takes a session that was made elsewhere into the list: an id, a token or a checkout URL.
Exit sessionTrack(Context &context, const std::string &pasted);

struct TransactionArguments
{
    std::string status = "all";
    std::string search;
    std::string currency;
    std::string since;  ///< A day (2026-04-14) of the zone.
    std::string before; ///< The day after the last one.
    std::string zone;   ///< "Europe/Berlin"; empty: the computer's.
    int limit = 100;
    std::string out; ///< Export: a file; empty: standard output.
};

Exit transactionList(Context &context, const TransactionArguments &arguments);
Exit transactionExport(Context &context, const TransactionArguments &arguments);
Exit transactionShow(Context &context, const std::string &id);

struct RefundArguments
{
    std::string id;
    std::string amount; ///< In the customer's currency, "12.50"; empty: all that is left.
    std::string reason;
    bool yes = false; ///< Without asking.
};

Exit transactionRefund(Context &context, const RefundArguments &arguments);
/// What became of a refund whose outcome is unknown; `notCreated`: the merchant settles that it was not made.
Exit transactionSettle(Context &context, const SettleArguments &arguments);

struct PromotionArguments
{
    std::string coupon;
    std::string pattern; ///< A code, or "SUMMER-####" for many.
    int count = 1;
    int maxRedemptions = 0; ///< Of each code; 0: no limit.
    std::string expires;    ///< ISO 8601; empty: never.
};

Exit promotionList(Context &context);
Exit promotionCreate(Context &context, const PromotionArguments &arguments);
Exit promotionDeactivate(Context &context, const std::string &code);

/// The commands on accounts, payments and promotion codes; RUN is set to the one that is called.
void addAccountCommands(CLI::App &program, Options &options, std::function<Exit(Context &)> &run);
void addTransactionCommands(CLI::App &program, Options &options, std::function<Exit(Context &)> &run);
void addPromotionCommands(CLI::App &program, Options &options, std::function<Exit(Context &)> &run);
void addJson(CLI::App &command, Options &options);
/// --json, --account and --key-file.
void addAccountOptions(CLI::App &command, Options &options);

/// Reads the draft document FROM ("-": standard input).
checkout::Result<checkout::SessionDraft> readDraft(const std::string &from);

} // namespace tilldeck::cli
