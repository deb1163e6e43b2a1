// SPDX-License-Identifier: GPL-3.0-or-later
#include "checkout/session_draft.h"

namespace tilldeck::checkout {

const std::vector<LineItem> &SessionDraft::tierLineItems(int tier) const
{
    return tier == 0 ? lineItems : cascade.at(static_cast<size_t>(tier - 1)).lineItems;
}

const QString &SessionDraft::tierRoute(int tier) const
{
    return tier == 0 ? processorRouteId : cascade.at(static_cast<size_t>(tier - 1)).processorRouteId;
}

std::optional<money::Currency> chargeCurrencyOf(const SessionDraft &draft)
{
    if (draft.chargeCurrency || !draft.pricing)
        return draft.chargeCurrency;
    return draft.pricing->currency();
}

} // namespace tilldeck::checkout
