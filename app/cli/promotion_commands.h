// SPDX-License-Identifier: GPL-3.0-or-later
// Runs the commands on promotion codes. Each function opens what it needs, prints its result and returns the exit code.
#pragma once

#include "context.h"

#include <string>

namespace tilldeck::cli {

struct PromotionArguments
{
    std::string coupon;
    std::string pattern; ///< A code, or "SUMMER-####", in which each # becomes a letter or digit.
    int count = 1;
    int maxRedemptions = 0; ///< Limit of each code; 0 for none.
    std::string expires;    ///< A day, or a moment of ISO 8601; empty for never.
    bool another = false;   ///< Meant although codes of the same pattern are unfinished.
};

Exit promotionList(Context &context);
Exit promotionCreate(Context &context, const PromotionArguments &arguments);
Exit promotionDeactivate(Context &context, const std::string &code);

} // namespace tilldeck::cli
