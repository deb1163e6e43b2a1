// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace tilldeck::cli {

/// Holds what both commands that resolve an unknown outcome are called with.
struct ResolveArguments
{
    std::string intent;      ///< The id that `session list` and `transaction show` print.
    bool notCreated = false; ///< The merchant decides that it was not made.
    bool early = false;      ///< The merchant decides so although it may still appear.
    bool unproven = false;   ///< The merchant decides although no answer of the provider bears it out.
    bool sendAgain = false;  ///< It is sent again under the same key.
    bool made = false;       ///< The merchant decides that a refund was made.
    std::string chosen;      ///< The session that a creation made, or the refund that it is, as the merchant says.
};

} // namespace tilldeck::cli
