// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "checkout/catalog.h"
#include "providers/wire/api.h"

namespace tilldeck::providers::paymentkit {

/// How PaymentKit is called: bearer token, problem bodies.
const ProviderTraits &traits();

/// One account: its id is a part of almost every address.
struct Account
{
    Account(Api api, QString id)
        : api(std::move(api))
        , id(std::move(id))
    {
    }

    /// Below /api/{account_id}; nothing for an id that cannot stand in a path.
    std::optional<QUrl> address(const QStringList &segments) const;

    Api api;
    QString id;
};

/// The error for an id that cannot stand in a path.
checkout::Error unusableId(Call call);

/// All lists of the catalog, one after the other (see Provider::catalog()).
http::Task<checkout::Result<checkout::Catalog>> readCatalog(Account account);

} // namespace tilldeck::providers::paymentkit
