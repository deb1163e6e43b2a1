// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>

namespace tilldeck::desk {

/// Translates the sentences of this folder that are shown to a merchant.
struct RefreshText
{
    Q_DECLARE_TR_FUNCTIONS(tilldeck::desk::RefreshAccount)
};

} // namespace tilldeck::desk
