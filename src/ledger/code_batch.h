// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ledger/batch.h"

namespace tilldeck::ledger {

/// Counts what became of promotion codes that were asked for at once.
struct CodeBatch : Batch
{
    QString firstCode;
    QString couponId;
};

} // namespace tilldeck::ledger
