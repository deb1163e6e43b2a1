// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/open_outcomes.h"
#include "desk/unsettled_writes.h"

#include <QPointer>

#include <iterator>

namespace tilldeck::desk {

/// Holds what waits for the merchant, of every kind and of all time. Every place that shows a number of these shows
/// count().
struct NeedsAttention
{
    /// Sessions whose outcome is unknown, which failed, or whose status is not known here.
    qint64 sessions = 0;
    std::vector<OpenOutcome> unknown;            ///< Creations and refunds of unknown outcome, oldest first.
    std::vector<ledger::Intent> failedRefunds;   ///< Taken by the provider, and not given back after all.
    std::vector<UnsettledWrite> unsettledWrites; ///< Coupons, promotion codes and routes.
    std::vector<ledger::ImportBatch> imports;    ///< With rows that were not sent, and that runs nowhere.

    /// Returns how many of the creations in `unknown` there are.
    qint64 creations() const;
    /// Returns how many refunds are of unknown outcome or were not given back.
    qint64 refunds() const;
    /// Returns how many coupons, promotion codes, batches of them, and routes wait.
    qint64 writes() const { return std::ssize(unsettledWrites); }
    qint64 count() const { return sessions + refunds() + writes() + std::ssize(imports); }
};

/// Returns that it is not known what waits, in a sentence: the journal, which knew it, is missing or damaged. Empty
/// where the journal is as it was.
QString whyNotKnown(const Desk &desk);

/// Returns what waits in the accounts, whose sessions of all time are @p counts. Errors: those of the journal and of
/// the ledger.
http::Task<checkout::Result<NeedsAttention>> needsAttention(QPointer<Desk> desk, QStringList accountIds,
                                                            ledger::SessionCounts counts);

} // namespace tilldeck::desk
