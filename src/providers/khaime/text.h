// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>

namespace tilldeck::providers::khaime {

/// Translates the sentences of this folder that are shown to a merchant.
struct KhaimeText
{
    Q_DECLARE_TR_FUNCTIONS(tilldeck::providers::Khaime)
};

} // namespace tilldeck::providers::khaime
