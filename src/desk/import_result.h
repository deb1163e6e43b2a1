// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/account.h"
#include "desk/csv.h"
#include "desk/session_import.h"

namespace tilldeck::desk {

/// Returns how a row ended, as scripts read it: "created", "refused", "outcome_unknown", "not_sent" or "cancelled".
QString statusOfRow(const SessionImport::Row &row);

/// Returns what became of the rows of a file as @p csv, one a line below the titles: its line, status, ID, URL, token,
/// amount, currency, reference, the creation as session resolve names it, and a message. Without URL and token where
/// the account keeps them out of files.
QByteArray importResult(const std::vector<SessionImport::Row> &rows, const accounts::Account &account, const Csv &csv);

/// Returns whether the result at @p path would take the place of @p source, the file that was read: its path, or its
/// name alone where no more is known. Then a file of that name may be it, wherever it lies.
bool isResultOver(const QString &path, const QString &source);

} // namespace tilldeck::desk
