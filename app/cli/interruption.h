// SPDX-License-Identifier: GPL-3.0-or-later
// What the program says when it is ended by Ctrl-C, SIGTERM or a terminal that hangs up.
#pragma once

#include "accounts/account.h"
#include "http/secret.h"

#include <QString>
#include <QStringList>

namespace tilldeck::cli {

class Context;

/// While it lives, a signal that would end the program prints @p lines on standard error and ends it with
/// Exit::OutcomeUnknown: something may have been sent, and nobody waits for its answer any more. One lives at a time.
class Interruption
{
public:
    explicit Interruption(const QStringList &lines);
    ~Interruption();
    Q_DISABLE_COPY_MOVE(Interruption)
};

/// Returns what to say when a creation, a refund of the payment @p paymentId, or a write into the catalog of @p account
/// is interrupted, and how to find out what became of it.
QStringList interruptedCreation(const Context &context, const accounts::Account &account);
QStringList interruptedRefund(const Context &context, const accounts::Account &account, const QString &paymentId);
QStringList interruptedEntry(const Context &context, const accounts::Account &account);

/// Asks for a key on standard error and reads it from the terminal, which does not show it. However that ends, the
/// terminal shows again what is typed.
http::Secret keyFromPrompt(const QString &prompt);

} // namespace tilldeck::cli
