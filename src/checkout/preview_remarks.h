// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "checkout/breakdown.h"
#include "checkout/capabilities.h"

#include <QStringList>

namespace tilldeck::checkout {

/// Returns what has to be known beside the amounts of @p preview, each in sentences: that a total of nothing may be
/// refused, that the gateway gives no link, and that the provider's documents do not name the decimals of a currency.
QStringList previewRemarks(const Preview &preview, const Capabilities &can);

/// Returns that the provider's documents do not name the decimals of @p currency, and how many Tilldeck counts; empty
/// where they do. It belongs beside every amount of that currency which is asked for or given back.
QString decimalsRemark(money::Currency currency, const Capabilities &can);

} // namespace tilldeck::checkout
