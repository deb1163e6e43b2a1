// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/desk.h"

#include <QJsonObject>
#include <QPointer>

#include <memory>
#include <string>

namespace tilldeck::cli {

/// Exit codes; README, "Command line".
enum class Exit { Done = 0, Rejected = 1, Usage = 2, OutcomeUnknown = 3, Unreachable = 4, NotAuthorised = 5 };

Exit exitFor(const checkout::Error &error);

/// The options that more than one command has.
struct Options
{
    bool json = false;
    bool reveal = false;
    std::string account;
    std::string keyFile;
};

/// One run of the program: the desk of the data directory, and where results go.
class Context
{
public:
    explicit Context(Options options)
        : m_options(std::move(options))
    {
    }

    const Options &options() const { return m_options; }

    /// Opens the data directory. Errors are reported already.
    bool open();
    desk::Desk &desk() { return *m_desk; }
    QPointer<desk::Desk> deskPointer() { return m_desk.get(); }

    /// Finds the account of --account, with its key for this run from --key-file, TILLDECK_KEY, the keychain or the
    /// prompt, in this order. Reports what is missing.
    std::expected<accounts::Account, Exit> accountWithKey();

    /// A key from --key-file, TILLDECK_KEY or (when ASK) the prompt; empty when none was given.
    checkout::Result<http::Secret> givenKey(bool ask);

    /// A result on standard output: JSON with --json, else TEXT.
    void print(const QJsonValue &json, const QString &text) const;
    /// An error: JSON on standard output with --json, and always a sentence on standard error.
    Exit fail(const checkout::Error &error) const;
    static void note(const QString &sentence); ///< Standard error.

private:
    Options m_options;
    std::unique_ptr<desk::Desk> m_desk;
};

/// Opens the data directory and calls @p command with the account of --account, whose key is at hand. Returns what that
/// returns, or the exit code of what is missing, which is reported already.
template <class Command> Exit withAccount(Context &context, Command command)
{
    if (!context.open())
        return Exit::Rejected;
    const auto account = context.accountWithKey();
    return account ? command(*account) : account.error();
}

} // namespace tilldeck::cli
