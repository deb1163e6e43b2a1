// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>

namespace tilldeck::cli {

/// Translates the texts of the commands on files of rows.
struct ImportText
{
    Q_DECLARE_TR_FUNCTIONS(tilldeck::cli::Import)
};

} // namespace tilldeck::cli
