// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/desk.h"

#include <QPointer>

namespace tilldeck::desk {

/// A write into the catalog of a provider whose outcome is unknown, or promotion codes that are not all made.
struct UnsettledWrite
{
    explicit UnsettledWrite(ledger::Intent intent)
        : intent(std::move(intent))
    {
    }
    explicit UnsettledWrite(ledger::CodeBatch batch)
        : batch(std::move(batch))
    {
    }

    const QString &id() const { return batch ? batch->id : intent.id; }
    const QString &accountId() const { return batch ? batch->accountId : intent.accountId; }
    bool isOfRoute() const { return !batch && intent.kind == ledger::Intent::Kind::Route; }

    ledger::Intent intent;                  ///< When there is no batch.
    std::optional<ledger::CodeBatch> batch; ///< Not one that is being made at this moment.
};

/// Returns those of some accounts, oldest first, the batches last. What was written under an account that is not one of
/// them and may be the same (AccountStore::othersThan()) belongs to the first that it may be. Errors: those of the
/// journal.
http::Task<checkout::Result<std::vector<UnsettledWrite>>> unsettledWrites(QPointer<Desk> desk, QStringList accountIds);

/// Returns whether the codes of @p batch that were not sent can be made: not when the journal has lost which they are.
bool canGoOn(const ledger::CodeBatch &batch);

/// Returns "320 of 500 were made, 1 has an unknown outcome, 179 were not sent."
QString batchSentence(const ledger::CodeBatch &batch);

/// Returns whether the outcome of something of @p write is unknown: of a batch, only if one of its codes is.
bool hasUnknownOutcome(const UnsettledWrite &write);

/// Returns what a merchant calls it: the name of the coupon or route, the code, or the first code of a batch with the
/// number of the others.
QString unsettledName(const UnsettledWrite &write);

/// Returns what is not known, in a sentence: "It is not known whether the coupon “Spring” was created." For a batch,
/// its first code with the number of the others, and batchSentence().
QString unsettledSentence(const UnsettledWrite &write);

/// Returns what may happen when the merchant closes the write as not made although it was, in a sentence.
QString riskOfClosing(const UnsettledWrite &write);

} // namespace tilldeck::desk
