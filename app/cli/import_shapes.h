// SPDX-License-Identifier: GPL-3.0-or-later
// Writes files of rows, and what became of them.
#pragma once

#include "accounts/account.h"
#include "desk/import_review.h"
#include "desk/session_import.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QStringList>

namespace tilldeck::cli {

QJsonArray cellProblemsJson(const desk::ImportReview &review);
/// Returns a line for each problem: "line 5, Betrag, “1.250”: …".
QStringList cellProblemLines(const desk::ImportReview &review);

/// Returns how the file was read: "Read as UTF-8 with semicolons; the titles are in line 1."
QStringList readingLines(const desk::ImportReview &review);

/// Returns what would be created.
QJsonObject reviewJson(const desk::ImportReview &review);
QStringList reviewLines(const desk::ImportReview &review);

/// Returns a row that was sent, or was not; URL and token are masked unless @p reveal.
QJsonObject rowJson(const desk::SessionImport::Row &row, const accounts::Account &account, bool reveal);
QString rowLine(const desk::SessionImport::Row &row, const accounts::Account &account, bool reveal);

QJsonObject batchJson(const ledger::ImportBatch &batch);
QString batchLine(const ledger::ImportBatch &batch);

} // namespace tilldeck::cli
