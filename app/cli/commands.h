// SPDX-License-Identifier: GPL-3.0-or-later
// Declares one function for each command, which opens what it needs, prints its result and returns the exit code.
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
    std::string dialect; ///< An id of checkout::AccountNeeds::dialects; empty for the standard one.
    std::string checkoutUrl;
};

Exit accountAdd(Context &context, const AccountArguments &arguments);
Exit accountList(Context &context);
Exit accountRemove(Context &context, const std::string &name);

struct CreateArguments
{
    std::string from; ///< Path of a draft document, or "-" for standard input.
    bool dryRun = false;
};

Exit sessionCreate(Context &context, const CreateArguments &arguments);
Exit sessionShow(Context &context, const std::string &id);

struct ResolveArguments
{
    std::string intent;      ///< The id that `session list` and `transaction show` print.
    bool notCreated = false; ///< The merchant decides that it was not made.
};

/// Finds out what became of a creation whose outcome is unknown, and sends nothing that creates.
Exit sessionResolveOutcome(Context &context, const ResolveArguments &arguments);

struct ListArguments
{
    std::string status = "all";
    std::string search;
    int limit = 100;
};

Exit sessionList(Context &context, const ListArguments &arguments);
Exit preview(Context &context, const std::string &from);
/// Adds a session that was made elsewhere to the ledger, by its id, token or checkout URL.
Exit sessionTrack(Context &context, const std::string &pasted);

struct TransactionArguments
{
    std::string status = "all";
    std::string search;
    std::string currency;
    std::string since;  ///< A day of the zone, "2026-04-14".
    std::string before; ///< The day after the last one.
    std::string zone;   ///< "Europe/Berlin"; empty for the zone of this computer.
    int limit = 100;
    std::string out; ///< The file of an export; empty for standard output.
};

Exit transactionList(Context &context, const TransactionArguments &arguments);
Exit transactionExport(Context &context, const TransactionArguments &arguments);
Exit transactionShow(Context &context, const std::string &id);

struct RefundArguments
{
    std::string id;
    std::string amount; ///< In the customer's currency, "12.50"; empty for all that is left.
    std::string reason;
    bool yes = false; ///< Sends without a question.
};

Exit transactionRefund(Context &context, const RefundArguments &arguments);
/// Finds out what became of a refund whose outcome is unknown, and sends nothing that refunds.
Exit transactionResolveOutcome(Context &context, const ResolveArguments &arguments);

struct PromotionArguments
{
    std::string coupon;
    std::string pattern; ///< A code, or "SUMMER-####", in which each # becomes a letter or digit.
    int count = 1;
    int maxRedemptions = 0; ///< Limit of each code; 0 for none.
    std::string expires;    ///< ISO 8601; empty for never.
};

Exit promotionList(Context &context);
Exit promotionCreate(Context &context, const PromotionArguments &arguments);
Exit promotionDeactivate(Context &context, const std::string &code);

/// Declare the commands on accounts, payments and promotion codes; @p run is set to the one that was called.
void addAccountCommands(CLI::App &program, Options &options, std::function<Exit(Context &)> &run);
void addTransactionCommands(CLI::App &program, Options &options, std::function<Exit(Context &)> &run);
void addPromotionCommands(CLI::App &program, Options &options, std::function<Exit(Context &)> &run);
void addJson(CLI::App &command, Options &options);
/// Declares "resolve" in @p group, and its earlier name "settle", which no help shows. @p declare is called for each.
void addResolveCommand(CLI::App &group, const std::string &help, const std::function<void(CLI::App &)> &declare);
/// Declares --json, --account and --key-file.
void addAccountOptions(CLI::App &command, Options &options);

/// Reads a draft document from the file @p from, or from standard input for "-".
checkout::Result<checkout::SessionDraft> readDraft(const std::string &from);

} // namespace tilldeck::cli
