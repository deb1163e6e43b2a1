// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "providers/wire/api.h"

namespace tilldeck::providers::khaime {

/// How Khaime is called: the key in X-API-Key, and a success flag in the body.
const ProviderTraits &traits();

/// One account on Khaime's two surfaces.
struct Account
{
    Account(Api api, QString merchantId)
        : api(std::move(api))
        , merchantId(std::move(merchantId))
    {
    }

    /// Below /api/v1/partner; nothing for an id that cannot stand in a path.
    std::optional<QUrl> partner(const QStringList &segments) const;
    /// Below /api/v1/sdk/checkout.
    std::optional<QUrl> checkout(const QStringList &segments) const;

    Api api;
    QString merchantId; ///< X-Merchant-ID of the embedded checkout; may be empty.
};

} // namespace tilldeck::providers::khaime
