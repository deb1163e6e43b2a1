// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sessions/charged_later.h"

#include "checkout/charged_again.h"
#include "checkout/pricing.h"

#include <algorithm>

namespace tilldeck::ui {

QStringList chargedLater(const ledger::SessionRecord &record, const checkout::Catalog &catalog, const QDateTime &now,
                         const QLocale &locale)
{
    const checkout::Preview preview = checkout::priceLocally(record.draft, catalog, now, checkout::AskedCode::WasTaken);
    if (preview.tiers.empty())
        return {};
    const int tier = std::clamp(record.session.paidTier.value_or(0), 0, static_cast<int>(preview.tiers.size()) - 1);
    const checkout::Breakdown &charged = preview.tiers.at(static_cast<size_t>(tier));
    if (!charged.subtotal)
        return {}; // a price is not known, and so neither whether it is charged again
    const auto &pays = charged.customerPays;
    // The prices may have changed since; a fee that the provider adds is no change.
    const bool isExact = pays && pays->certainty == checkout::Certainty::Exact;
    const bool hasChanged = isExact && record.amount && pays->amount != *record.amount;
    return hasChanged ? QStringList() : checkout::chargedAgainTexts(charged, locale);
}

} // namespace tilldeck::ui
