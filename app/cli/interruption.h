// SPDX-License-Identifier: GPL-3.0-or-later
// What the program says when it is ended by Ctrl-C, SIGTERM or a terminal that hangs up.
#pragma once

#include "accounts/account.h"
#include "http/secret.h"

#include <QString>
#include <QStringList>

#include <functional>
#include <memory>

class QSocketNotifier;

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

/// While it lives, the first signal that would end the program calls @p stop from the event loop instead, so that what
/// is under way can end; a second one ends it as Interruption does, with the lines of setLines(). It stands in the
/// place of an Interruption.
class StopSignal
{
public:
    explicit StopSignal(std::function<void()> stop);
    ~StopSignal();
    Q_DISABLE_COPY_MOVE(StopSignal)

    static void setLines(const QStringList &lines);

private:
    std::unique_ptr<QSocketNotifier> m_notifier;
};

/// Returns what to say when a creation, a refund of the payment @p paymentId, or a write into the catalog of @p account
/// is interrupted, and how to find out what became of it.
QStringList interruptedCreation(const Context &context, const accounts::Account &account);
QStringList interruptedRefund(const Context &context, const accounts::Account &account, const QString &paymentId);
QStringList interruptedEntry(const Context &context, const accounts::Account &account);
/// Returns what to say when the import @p id is interrupted; with an empty one, before its rows were planned.
QStringList interruptedImport(const Context &context, const accounts::Account &account, const QString &id);

/// Asks for a key on standard error and reads it from the terminal, which does not show it. However that ends, the
/// terminal shows again what is typed.
http::Secret keyFromPrompt(const QString &prompt);

} // namespace tilldeck::cli
