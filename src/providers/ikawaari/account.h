// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "checkout/capabilities.h"
#include "providers/wire/api.h"

namespace tilldeck::providers::ikawaari {

/// The two bodies of a creation that Ikawaari has documented one after the other (contracts README, Ikawaari,
/// contradiction 1). An account says which it takes; answers are the same.
enum class Body {
    LineItems, ///< snake_case with line items: the contract's own.
    Amount,    ///< camelCase with one amount: the later one.
};

/// The body that the word of an account stands for; an empty or unknown word is the standard one.
Body bodyOf(const QString &dialect);

/// What Ikawaari has (contracts, Ikawaari).
checkout::Capabilities capabilities();

/// How Ikawaari is called: bearer token, errors in `error`.
const ProviderTraits &traits();

struct Account
{
    Account(Api api, Body body)
        : api(std::move(api))
        , body(body)
    {
    }

    /// Below /api/v1; nothing for an id that cannot stand in a path.
    std::optional<QUrl> address(const QStringList &segments) const;

    Api api;
    Body body;
};

} // namespace tilldeck::providers::ikawaari
