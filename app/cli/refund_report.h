// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "context.h"

#include "desk/refund_outcome.h"

#include <QJsonArray>

namespace tilldeck::cli {

/// Returns what is known of a refund that the provider took and has not given back yet; @p word is its own for that.
QString pendingText(const QString &amount, const QString &word, const QString &provider);

/// Returns whether a refund can be sent again under the same key now.
bool canSendAgain(Context &context, const QString &intent);
/// Returns the command that sends it again, in a sentence.
QString sendAgainHint(Context &context, const QString &account, const QString &intent);

/// Returns refunds of a provider's list for scripts.
QJsonArray listedRefundsJson(const std::vector<checkout::Refund> &refunds);

/// Says why nothing was given back; that it was not, too, where the provider could not be reached.
Exit failUnrefunded(Context &context, const checkout::Error &why);

/// Prints how a refund ended, and what can be done where that is not known.
Exit reportRefund(Context &context, const desk::RefundOutcome &outcome, const accounts::Account &account,
                  const QString &transactionId);

} // namespace tilldeck::cli
