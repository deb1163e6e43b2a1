// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

#include <optional>

namespace tilldeck::dashboard {

/// Holds what the program prints in place of its window.
struct Printed
{
    QString text;
    int exitCode = 0; ///< 0: standard output; else standard error.
};

/// Returns what the program prints for its arguments, without its own name and those of Qt; nothing when it opens its
/// window. It takes none but --help and --version.
std::optional<Printed> printedFor(const QStringList &arguments);

} // namespace tilldeck::dashboard
