// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/desk.h"

#include <QJsonObject>
#include <QPointer>

#include <memory>
#include <string>

namespace tilldeck::cli {

/// The exit codes that README lists under "Command line".
enum class Exit {
    Done = 0,
    Rejected = 1,
    Usage = 2,
    OutcomeUnknown = 3,
    Unreachable = 4,
    NotAuthorised = 5,
    Repeated = 6,
    Partly = 7
};

Exit exitFor(const checkout::Error &error);

/// Holds the options that more than one command has.
struct Options
{
    bool json = false;
    bool reveal = false;
    std::string account;
    std::string keyFile;
};

/// Says what Context::print() prints.
enum class Answer {
    Shown, ///< It can be asked for again.
    Made,  ///< Something was made at a provider: whoever does not read that may make it again.
};

/// Represents one run of the program, with the desk of the data directory.
class Context
{
public:
    explicit Context(Options options);

    const Options &options() const { return m_options; }

    /// Opens the data directory. Reports the error and returns false when that fails.
    bool open();
    desk::Desk &desk() { return *m_desk; }
    QPointer<desk::Desk> deskPointer() { return m_desk.get(); }

    /// Finds the account of --account, with its key for this run from --key-file, TILLDECK_KEY, the keychain or the
    /// prompt, in this order. Reports what is missing, or that the key may be of another shop, and returns the exit
    /// code for it.
    std::expected<accounts::Account, Exit> accountWithKey();
    /// Finds the account @p name with its key in the same way, whosever the key is.
    std::expected<accounts::Account, Exit> accountWithAnyKey(const QString &name);

    /// Returns the key of --key-file or TILLDECK_KEY, else asks for one when @p ask; empty when none was given.
    checkout::Result<http::Secret> givenKey(bool ask);
    /// Returns whether the key comes from --key-file or TILLDECK_KEY, which the next call can have, too.
    bool isKeyGivenEachTime() const;

    /// Returns the options with which another command reaches the account @p name, as they are typed in a shell.
    QString accountOptions(const QString &name) const;

    /// Writes a result to standard output: @p json with --json, else @p text. Nothing in either reaches the terminal as
    /// a command, whatever a provider sent. Where it cannot be written, standard error says so, and shows what was
    /// Made; see endOf().
    void print(const QJsonValue &json, const QString &text, Answer answer = Answer::Shown);
    /// Writes @p bytes to standard output as they are. Returns as print() does.
    void print(const QByteArray &bytes, Answer answer = Answer::Shown);
    /// Returns whether everything could be printed until now.
    bool isPrinting() const { return m_printing == Exit::Done; }
    /// Writes a sentence to standard error and, with --json, the error to standard output. Returns its exit code.
    Exit fail(const checkout::Error &error);
    /// Closes standard output. Returns @p code, with which the command ended, or what stands for success where its
    /// result could not be printed: OutcomeUnknown of what was Made, else Rejected.
    Exit endOf(Exit code);
    /// Writes @p sentence to standard error.
    static void note(const QString &sentence);
    /// Asks @p question on standard error, and returns whether the next line of standard input is @p word. Nothing in
    /// the question reaches the terminal as a command.
    static bool isAnswered(const QString &question, QStringView word);

private:
    Options m_options;
    http::Secret m_environmentKey; ///< Of TILLDECK_KEY, which is taken out of the environment.
    std::unique_ptr<desk::Desk> m_desk;
    QStringList m_saidAtStart;    ///< What is wrong with the files, as open() has said it.
    Exit m_printing = Exit::Done; ///< What print() makes of a success.
};

/// Returns @p lines below each other. Texts of a provider neither break nor command any of them.
QString joinedLines(const QStringList &lines);

/// Opens the data directory and calls @p command with the account of --account, once its key is known. Returns what
/// @p command returns, or the exit code of what is missing, which has been reported.
template <class Command> Exit withAccount(Context &context, Command command)
{
    if (!context.open())
        return Exit::Rejected;
    const auto account = context.accountWithKey();
    return account ? command(*account) : account.error();
}

} // namespace tilldeck::cli
