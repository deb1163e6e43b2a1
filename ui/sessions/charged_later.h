// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "checkout/catalog.h"
#include "ledger/ledger.h"

#include <QLocale>

namespace tilldeck::ui {

/// Returns what the session charges again after its first payment, a sentence for each period, as far as @p catalog
/// still gives the amount of the session. Empty: nothing, or it is not known here.
QStringList chargedLater(const ledger::SessionRecord &record, const checkout::Catalog &catalog, const QDateTime &now,
                         const QLocale &locale);

} // namespace tilldeck::ui
