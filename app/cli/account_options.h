// SPDX-License-Identifier: GPL-3.0-or-later
// Declares the arguments of the commands on accounts, from what each provider needs.
#pragma once

#include "context.h"

#include <CLI/CLI.hpp>

#include <functional>

namespace tilldeck::cli {

/// Declares the commands on accounts; @p run is set to the one that was called.
void addAccountCommands(CLI::App &program, Options &options, std::function<Exit(Context &)> &run);

} // namespace tilldeck::cli
