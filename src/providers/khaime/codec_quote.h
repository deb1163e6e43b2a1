// SPDX-License-Identifier: GPL-3.0-or-later
// Reads what Khaime answers before a payment exists: conversions (calculatePricing), product prices
// (getProductPricing), previews (createCharge with `preview`) and sub-merchants (getMerchant).
#pragma once

#include "checkout/error.h"
#include "checkout/quote.h"
#include "checkout/session_draft.h"
#include "providers/wire/object_reader.h"

#include <QJsonDocument>

namespace tilldeck::providers::khaime {

/// Holds a price in the currency that was asked for.
struct LocalPrice
{
    explicit LocalPrice(money::Money local)
        : local(local)
    {
    }

    money::Money local;
    std::optional<money::Money> base; ///< In the merchant's own currency.
    QString rate;                     ///< As Khaime wrote it.
    QString productTitle;
};

/// Reads `local`, `data.local` or `data.pricing.local` (calculatePricing, getProductPricing). Errors: Malformed, also
/// when the price is not in the currency @p asked.
checkout::Result<LocalPrice> decodeLocalPrice(const QJsonDocument &answer, std::optional<money::Currency> asked);

/// Reads the preview of @p draft (ChargePreviewResponse), in either of the two documented shapes and with the preview
/// flag inside `data` or beside it. Errors: Malformed, also when it is not in the currency that was asked for.
checkout::Result<checkout::Quote> decodePreview(const QJsonDocument &answer, const checkout::SessionDraft &draft);

/// Holds a sub-merchant of a marketplace (MerchantResponse).
struct SubMerchant
{
    QString id;
    QString name;
    QString status;       ///< "active", "suspended"
    QString payoutStatus; ///< "not_configured", "pending_onboarding", "active"
    bool chargeEligible = true;
    bool hasOwnRate = false;
    bool hasMarketplaceRate = false;
    std::optional<qint64> ownRate; ///< Basis points; nothing for a rate that is finer than that.
    std::optional<qint64> marketplaceRate;
};

/// Reads a sub-merchant (getMerchant). Errors: Malformed.
checkout::Result<SubMerchant> decodeSubMerchant(const QJsonDocument &answer);

/// Returns the sentence why a charge for @p merchant would be blocked; empty when it would not.
QString whyNotCharged(const SubMerchant &merchant);

/// Returns how @p gross is split with @p merchant: by its own rate, else the marketplace's, else without a commission.
/// Commission and net add up to @p gross exactly.
checkout::Split splitOf(const money::Money &gross, const SubMerchant &merchant);

/// Reads an id that Khaime writes as a number in some answers and as text in others; empty when absent.
QString idText(ObjectReader &item, QLatin1StringView name);

/// Returns a rate between 0 and 1 in basis points; nothing for one that is finer or outside.
std::optional<qint64> basisPointsOf(ObjectReader &item, QLatin1StringView name);

/// Returns a number as it was written ("1600", "1450.1"): nothing is computed from it. Empty when absent.
QString numberText(ObjectReader &item, QLatin1StringView name);

} // namespace tilldeck::providers::khaime
