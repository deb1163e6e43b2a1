// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "checkout/error.h"

namespace tilldeck::desk {

/// Says which of the files kept a program that starts from its work, and why.
struct RepairFailure
{
    RepairFailure(bool isOfJournal, checkout::Error error)
        : isOfJournal(isOfJournal)
        , error(std::move(error))
    {
    }

    bool isOfJournal; ///< It was the ledger otherwise.
    checkout::Error error;
};

} // namespace tilldeck::desk
