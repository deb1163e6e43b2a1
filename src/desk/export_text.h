// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>

namespace tilldeck::desk {

/// Translates the titles and values of exports.
struct ExportText
{
    Q_DECLARE_TR_FUNCTIONS(tilldeck::desk::Export)
};

} // namespace tilldeck::desk
