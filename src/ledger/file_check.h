// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace tilldeck::ledger {

/// Says what looking a whole file over has found.
struct FileCheck
{
    explicit FileCheck(QString damage = {})
        : damage(std::move(damage))
    {
    }

    QString damage; ///< A sentence; empty for a file that is whole.
};

} // namespace tilldeck::ledger
