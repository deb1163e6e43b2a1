// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>

namespace tilldeck::checkout {

/// Translates the sentences of this folder that are shown to a merchant.
struct ValidationText
{
    Q_DECLARE_TR_FUNCTIONS(tilldeck::checkout::Validation)
};

} // namespace tilldeck::checkout
