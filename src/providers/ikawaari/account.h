// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "checkout/capabilities.h"
#include "providers/wire/api.h"

namespace tilldeck::providers::ikawaari {

/// Names the two bodies of a creation that Ikawaari has documented (contracts README, Ikawaari, contradiction 1;
/// createCheckoutSession). The dialect of an account chooses one; answers are the same.
enum class Body {
    LineItems, ///< snake_case, with line items; the standard one.
    Amount,    ///< camelCase, with one amount; the later one.
};

/// Returns the body of an account's @p dialect; an empty or unknown one is the standard one.
Body bodyOf(const QString &dialect);

/// Returns what Ikawaari supports (contracts, ikawaari).
checkout::Capabilities capabilities();

/// Returns the traits of Ikawaari: bearer token, errors in `error`.
const ProviderTraits &traits();

/// Holds how one account is called.
struct Account
{
    Account(Api api, Body body)
        : api(std::move(api))
        , body(body)
    {
    }

    /// Returns the URL of @p segments below /api/v1; nothing for an id that cannot be part of a path.
    std::optional<QUrl> address(const QStringList &segments) const;

    Api api;
    Body body;
};

} // namespace tilldeck::providers::ikawaari
