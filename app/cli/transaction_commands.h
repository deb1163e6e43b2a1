// SPDX-License-Identifier: GPL-3.0-or-later
// Runs the commands on payments. Each function opens what it needs, prints its result and returns the exit code.
#pragma once

#include "context.h"
#include "resolve_arguments.h"

#include <string>

namespace tilldeck::cli {

struct TransactionArguments
{
    std::string status = "all";
    std::string search;
    std::string currency;
    std::string since;  ///< A day of the zone, "2026-04-14".
    std::string before; ///< The day after the last one.
    std::string zone;   ///< "Europe/Berlin"; empty for the zone of this computer.
    int limit = 100;
    std::string out;                 ///< The file of an export; empty for standard output.
    std::string reader = "programs"; ///< Whom an export is for: "programs" or "excel".
    bool refunds = false;            ///< Refunds as rows of their own.
    bool fields = false;             ///< Custom fields and metadata as columns.
    bool refresh = false;            ///< Ask the provider first.
};

/// Returns the currency of a code in any case and width, with blanks around it or not.
std::optional<money::Currency> currencyFrom(const std::string &typed);

Exit transactionList(Context &context, const TransactionArguments &arguments);
Exit transactionExport(Context &context, const TransactionArguments &arguments);
Exit transactionShow(Context &context, const std::string &id);

struct RefundArguments
{
    std::string id;
    std::string amount; ///< In the customer's currency, "12.50"; empty with @c full.
    std::string reason;
    bool full = false;  ///< All that is left.
    bool yes = false;   ///< Sends without a question.
    bool again = false; ///< Sends although the outcome of the same refund is not known.
};

Exit transactionRefund(Context &context, const RefundArguments &arguments);
/// Finds out what became of a refund whose outcome is unknown; sends nothing that refunds unless the arguments say so.
Exit transactionResolveOutcome(Context &context, const ResolveArguments &arguments);

} // namespace tilldeck::cli
