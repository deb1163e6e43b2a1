// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>

namespace tilldeck::desk {

/// Translates the sentences about refunds that are shown to a merchant.
struct RefundText
{
    Q_DECLARE_TR_FUNCTIONS(tilldeck::desk::Refund)
};

} // namespace tilldeck::desk
