// SPDX-License-Identifier: GPL-3.0-or-later
// Declares the arguments of the commands on payments and promotion codes, and those that several commands have.
#pragma once

#include "context.h"

#include <CLI/CLI.hpp>

#include <functional>
#include <string>

namespace tilldeck::cli {

/// Declare the commands on payments and promotion codes; @p run is set to the one that was called.
void addTransactionCommands(CLI::App &program, Options &options, std::function<Exit(Context &)> &run);
void addPromotionCommands(CLI::App &program, Options &options, std::function<Exit(Context &)> &run);
/// Reads the command line. Blanks and invisible marks around a value are taken away, unless it names a file. A value
/// that is empty or missing is a usage error in every command, as an argument or an
/// option, whether it is written as "", as --option=, or left out before another option. Throws CLI::ParseError.
void parseStrictly(CLI::App &program, int argc, char **argv);
/// Refuses what is no plain whole number: read as a number of C, 010 is 8 and 0x10 is 16.
CLI::Validator wholeNumber();
/// Declares --json.
void addJson(CLI::App &command, Options &options);
/// Declares "resolve" in @p group, and its earlier name "settle", which no help shows. @p declare is called for each.
void addResolveCommand(CLI::App &group, const std::string &help, const std::function<void(CLI::App &)> &declare);
/// Declares --refresh, of a command that lists what this computer knows.
void addRefresh(CLI::App &command, bool &refresh);
/// Declares --json, --account and --key-file.
void addAccountOptions(CLI::App &command, Options &options);

} // namespace tilldeck::cli
