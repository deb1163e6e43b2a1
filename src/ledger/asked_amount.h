// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "money/money.h"

namespace tilldeck::ledger {

/// Holds refunds of a payment that were sent from here and are not known to be given back.
struct AskedRefunds
{
    money::Money amount;   ///< Of those that the provider took.
    money::Money unknown;  ///< Of those whose outcome is not known.
    money::Money underWay; ///< Of those whose answer is awaited.
    money::Money counted;  ///< What of all of them the provider may count as given back already.

    friend bool operator==(const AskedRefunds &, const AskedRefunds &) = default;
};

} // namespace tilldeck::ledger
