// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>

namespace tilldeck::providers::ikawaari {

/// Translates the sentences of this folder that are shown to a merchant.
struct IkawaariText
{
    Q_DECLARE_TR_FUNCTIONS(tilldeck::providers::Ikawaari)
};

} // namespace tilldeck::providers::ikawaari
