// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>

namespace tilldeck::cli {

/// Translates the sentences of this folder that are shown to a merchant.
struct SessionText
{
    Q_DECLARE_TR_FUNCTIONS(tilldeck::cli::Sessions)
};

} // namespace tilldeck::cli
