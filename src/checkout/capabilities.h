// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <optional>

namespace tilldeck::checkout {

/// Which draft fields, limits and calls a provider has. The editor builds itself from it; a part that is missing is
/// named in one line, not left as a grey field.
struct Capabilities
{
    QString providerName;
    bool catalogPrices = false; ///< Line items by price id.
    bool inlineItems = false;   ///< Line items by name and amount.
    bool lineItemsRequired = false;
    bool existingCustomer = false; ///< Customer by id.
    bool customerEmail = false;
    bool promotionCodes = false;
    bool coupons = false;
    bool processorRoutes = false;
    bool cascade = false;
    bool customFields = false;
    bool subscriptionCustomFields = false;
    bool successUrl = false;
    bool returnUrl = false;
    QStringList modes; ///< Empty: the kind comes from the price.

    struct HoursRange
    {
        int least = 1;
        int most = 720;
        int standard = 24;
    };
    std::optional<HoursRange> expiry; ///< Absent: the provider decides.
    int customFieldTextLength = 500;

    bool honoursIdempotencyKey = false; ///< A create with the same key may be sent again.
    bool expireCall = false;
    bool listsSessions = false;
};

} // namespace tilldeck::checkout
