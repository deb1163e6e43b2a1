// SPDX-License-Identifier: GPL-3.0-or-later
// The commands on files of which each row is a checkout session.
#pragma once

#include "context.h"

#include <CLI/CLI.hpp>

#include <functional>
#include <string>
#include <vector>

namespace tilldeck::cli {

struct ImportArguments
{
    std::string file;             ///< The file; with resume or cancel, the import as import list names it.
    std::vector<std::string> map; ///< "Kunde=customer_email"; "Kunde=" for a column that is not used.
    std::string useTemplate;
    std::string saveTemplate;
    std::string separator;
    std::string encoding;
    std::string decimal;
    std::string currency;
    int titlesInLine = 0;
    std::string base; ///< A draft document: what all rows have.
    std::string result;
    std::string reader = "programs"; ///< Of the result.
    bool dryRun = false;
    bool yes = false;
    bool another = false;
    bool resume = false;
    bool cancel = false;
};

/// Declares "import"; @p run is set to the command that was called.
void addImportCommands(CLI::App &program, Options &options, std::function<Exit(Context &)> &run);

/// Creates a session for each row of a file.
Exit importFile(Context &context, const ImportArguments &arguments);
/// Sends what is not sent of an import.
Exit importResume(Context &context, const ImportArguments &arguments);
/// Closes what is not sent of an import.
Exit importCancel(Context &context, const ImportArguments &arguments);
Exit importList(Context &context);
/// Shows the rows of an import; asks nobody.
Exit importShow(Context &context, const ImportArguments &arguments);

} // namespace tilldeck::cli
