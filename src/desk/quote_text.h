// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>

namespace tilldeck::desk {

/// Translates the sentences about quotes that are shown to a merchant.
struct QuoteText
{
    Q_DECLARE_TR_FUNCTIONS(tilldeck::desk::Quote)
};

} // namespace tilldeck::desk
