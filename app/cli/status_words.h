// SPDX-License-Identifier: GPL-3.0-or-later
// The words that commands print for a status are those that their --status takes.
#pragma once

#include "context.h"

#include "desk/export_rows.h"
#include "ledger/ledger.h"

#include <CLI/CLI.hpp>

namespace tilldeck::cli {

/// Returns the word that is printed for the status of a payment, or for its refund that is asked for or of unknown
/// outcome; "unknown:" and the provider's own for one that is not known here.
QString statusWord(const ledger::TransactionRecord &record);

/// Returns the same for a session at @p now, or for its creation while that is not over.
QString statusWord(const ledger::SessionRecord &record, const QDateTime &now);

/// Returns the word for a creation or a refund of unknown outcome.
QString outcomeUnknownWord();

/// Accepts what --status of payments takes: "all", each statusWord(), outcomeUnknownWord() for refunds, and "unknown"
/// for every payment and refund of which something is not known.
CLI::Validator transactionStatusCheck();

/// Accepts the same for sessions, and "needs_attention".
CLI::Validator sessionStatusCheck();

/// Returns the words that a search takes behind "status:".
QStringList transactionStatusWords();
QStringList sessionStatusWords();

/// Returns whether @p word, which a check accepts, stands for refunds or creations of unknown outcome, too.
bool isOfUnknownOutcomes(const std::string &word);
/// Returns whether it stands for what needs attention, too.
bool isOfOpenOutcomes(const std::string &word);

/// Returns the first @p limit payments that @p filter lets through and whose status is @p word, which the check
/// accepts.
checkout::Result<std::vector<ledger::TransactionRecord>> transactionsOfStatus(Context &context,
                                                                              const ledger::TransactionFilter &filter,
                                                                              const std::string &word, qsizetype limit);

/// Returns these payments for an export, all of them.
desk::PaymentRows rowsOfStatus(ledger::TransactionFilter filter, const std::string &word);

/// Returns the same for sessions.
checkout::Result<std::vector<ledger::SessionRecord>> sessionsOfStatus(Context &context, ledger::SessionFilter filter,
                                                                      const std::string &word, qsizetype limit);

} // namespace tilldeck::cli
