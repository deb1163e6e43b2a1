// SPDX-License-Identifier: GPL-3.0-or-later
// The commands on the files of the data directory.
#pragma once

#include "context.h"

#include <CLI/CLI.hpp>

#include <functional>

namespace tilldeck::cli {

/// Declares the commands on ledger and journal; @p run is set to the one that was called.
void addLedgerCommands(CLI::App &program, Options &options, std::function<Exit(Context &)> &run);

} // namespace tilldeck::cli
