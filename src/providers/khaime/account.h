// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "providers/wire/api.h"

namespace tilldeck::providers::khaime {

/// Returns the traits of Khaime: the key in X-API-Key, a success flag in the body.
const ProviderTraits &traits();

/// Holds how one account is called at Khaime's two APIs.
struct Account
{
    Account(Api api, QString merchantId)
        : api(std::move(api))
        , merchantId(std::move(merchantId))
    {
    }

    /// Returns the URL of @p segments below /api/v1/partner; nothing for an id that cannot be part of a path.
    std::optional<QUrl> partner(const QStringList &segments) const;
    /// Returns the URL of @p segments below /api/v1/sdk/checkout.
    std::optional<QUrl> checkout(const QStringList &segments) const;

    Api api;
    QString merchantId; ///< X-Merchant-ID of the embedded checkout; may be empty.
};

} // namespace tilldeck::providers::khaime
