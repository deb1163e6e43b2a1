// SPDX-License-Identifier: GPL-3.0-or-later
// What Khaime says before anything exists: conversions, product prices, charge previews, sub-merchants.
#pragma once

#include "checkout/error.h"
#include "checkout/quote.h"
#include "checkout/session_draft.h"
#include "providers/wire/object_reader.h"

#include <QJsonDocument>

namespace tilldeck::providers::khaime {

/// An amount in the currency that was asked for.
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

/// `local`, `data.local` or `data.pricing.local` (PricingCalculateResponse, ProductPricingResponse). Errors: Malformed,
/// also when it is in another currency than ASKED.
checkout::Result<LocalPrice> decodeLocalPrice(const QJsonDocument &answer, std::optional<money::Currency> asked);

/// The preview of DRAFT (ChargePreviewResponse), with the flag inside `data` or beside it, and in either of the two
/// shapes that the documents describe. Errors: Malformed, also when it is in another currency than was asked for.
checkout::Result<checkout::Quote> decodePreview(const QJsonDocument &answer, const checkout::SessionDraft &draft);

/// A sub-merchant of a marketplace (MerchantResponse).
struct SubMerchant
{
    QString id;
    QString name;
    QString status;       ///< "active", "suspended"
    QString payoutStatus; ///< "not_configured", "pending_onboarding", "active"
    bool chargeEligible = true;
    bool hasOwnRate = false;
    bool hasMarketplaceRate = false;
    std::optional<qint64> ownRate; ///< Basis points; absent although there is one: finer than that.
    std::optional<qint64> marketplaceRate;
};

checkout::Result<SubMerchant> decodeSubMerchant(const QJsonDocument &answer);

/// Why a charge for MERCHANT would be blocked, in a sentence; empty: it would not.
QString whyNotCharged(const SubMerchant &merchant);

/// How GROSS is shared with MERCHANT: its own rate, else the marketplace's, else nothing is kept. Commission and net
/// are exactly the whole.
checkout::Split splitOf(const money::Money &gross, const SubMerchant &merchant);

/// An id that Khaime writes as a number here and as text there; empty: absent.
QString idText(ObjectReader &item, QLatin1StringView name);

/// A rate between 0 and 1 in basis points; nothing for one that is finer or outside.
std::optional<qint64> basisPointsOf(ObjectReader &item, QLatin1StringView name);

/// A number as it was written ("1600", "1450.1"): nothing is computed from it. Empty: absent.
QString numberText(ObjectReader &item, QLatin1StringView name);

} // namespace tilldeck::providers::khaime
