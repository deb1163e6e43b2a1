// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/storage_trouble.h"
#include "ledger/salvage_report.h"

#include <QStringList>

#include <vector>

namespace tilldeck::desk {

/// Says what the merchant goes on with, and what is lost, see Desk::acceptFiles().
struct AcceptedFiles
{
    QString keptAs;    ///< Where the damaged journal is; empty when it was whole and stayed.
    int takenOver = 0; ///< How many creations and refunds could be read of the damaged journal.
    QStringList lost;  ///< What is not known any more and what that means, in sentences.
};

/// Returns what can happen when the merchant goes on in spite of @p troubles, in one or two sentences.
QString riskOfAccepting(const std::vector<StorageTrouble> &troubles);

/// Returns what to say of a journal that was damaged.
AcceptedFiles acceptedFiles(const ledger::Salvage &salvage);

/// Returns what to say of a journal that was lost or exchanged.
AcceptedFiles acceptedWithoutJournal();

/// Returns that it is not known any more what @p count writes into catalogs contained, and what to do about them.
QString lostContentsSentence(int count);

} // namespace tilldeck::desk
