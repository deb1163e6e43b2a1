// SPDX-License-Identifier: GPL-3.0-or-later
// Runs the commands on promotion codes that are not all made, on coupons, codes and routes of unknown outcome, and on
// refunds that are not over.
#pragma once

#include "context.h"

#include "desk/promotion_batch.h"

#include <string>

namespace tilldeck::cli {

struct UnfinishedArguments
{
    std::string id;         ///< As promotion unfinished names it.
    bool close = false;     ///< The merchant decides: the rest is not sent, or it was not made.
    bool sendAgain = false; ///< The same change is sent once more.
    bool early = false;     ///< It is closed although it may still appear.
    std::string chosen;     ///< The entry that it is, as the merchant says.
};

/// Returns the account that the command names, which needs no key, because nobody is asked.
checkout::Result<accounts::Account> namedAccount(Context &context);

/// Runs @p batch, which @p begin starts, and prints what became of each code, or which batch is unfinished already.
Exit runBatch(Context &context, desk::PromotionBatch &batch, const accounts::Account &account,
              const std::function<void()> &begin);

Exit promotionUnfinished(Context &context);
/// Lists the refunds of an account that are not over: of unknown outcome, asked for, or failed after all.
Exit transactionUnfinished(Context &context);
Exit promotionResume(Context &context, const UnfinishedArguments &arguments);
Exit promotionResolveOutcome(Context &context, const UnfinishedArguments &arguments);

} // namespace tilldeck::cli
