// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "money/money.h"

namespace tilldeck::ledger {

/// Holds refunds of a payment that were asked for from here and are not known to be given back.
struct AskedRefunds
{
    money::Money amount;
    money::Money counted; ///< What of it the provider may count as given back already.

    friend bool operator==(const AskedRefunds &, const AskedRefunds &) = default;
};

} // namespace tilldeck::ledger
