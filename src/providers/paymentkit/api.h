// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "providers/wire/api.h"

namespace tilldeck::providers::paymentkit {

/// Returns the traits of PaymentKit: bearer token, errors as application/problem+json.
const ProviderTraits &traits();

/// Holds how one account is called. Its id is part of almost every address.
struct Account
{
    Account(Api api, QString id)
        : api(std::move(api))
        , id(std::move(id))
    {
    }

    /// Returns the URL of @p segments below /api/{account_id}; nothing for an id that cannot be part of a path.
    std::optional<QUrl> address(const QStringList &segments) const;

    Api api;
    QString id;
};

/// Returns the error for an id that cannot be part of a path.
checkout::Error unusableId(Call call);

} // namespace tilldeck::providers::paymentkit
