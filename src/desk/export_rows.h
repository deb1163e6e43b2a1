// SPDX-License-Identifier: GPL-3.0-or-later
// Exports lists as they are read: what is written takes the memory of a few pages, however long the list is.
#pragma once

#include "desk/desk.h"
#include "desk/export_run.h"
#include "desk/export_sessions.h"
#include "desk/export_transactions.h"

#include <expected>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace tilldeck::desk {

/// Says where an export goes. Both are called on a thread of the export. Errors: Storage.
struct ExportTarget
{
    std::function<checkout::Result<void>(const QByteArray &)> write;
    std::function<checkout::Result<void>()> finish; ///< Puts a file in its place.

    /// Returns one that goes into the file @p path, as files::openExport() opens it. Error: why it cannot be made.
    /// Errors are told as @p sentence, with the system's words for %1.
    static checkout::Result<ExportTarget> file(const QString &path, const QString &sentence);
};

/// Says which payments an export holds.
struct PaymentRows
{
    ledger::TransactionFilter filter;
    std::function<bool(const ledger::TransactionRecord &)> isMeant; ///< Null where the filter says it all.
    std::optional<std::vector<ledger::TransactionRecord>> given;    ///< These, whatever the filter is.
};

/// Says which sessions an export holds.
struct SessionRows
{
    ledger::SessionFilter filter;
    std::optional<std::vector<ledger::SessionRecord>> given; ///< These, whatever the filter is.
};

/// Writes payments as @p table says into @p target. What arrives meanwhile is in it once or not at all; with fields,
/// the list is gone through once for their titles, and a field that only what arrives after that has is no column.
/// Returns how many there were. Errors: those of the ledger and of the target; Cancelled.
http::Task<checkout::Result<qint64>> exportPayments(QPointer<Desk> desk, PaymentRows rows, PaymentTable table,
                                                    ExportTarget target, std::shared_ptr<ExportRun> run);

/// Does the same with sessions.
http::Task<checkout::Result<qint64>> exportSessionRows(QPointer<Desk> desk, SessionRows rows, SessionTable table,
                                                       ExportTarget target, std::shared_ptr<ExportRun> run);

} // namespace tilldeck::desk
