// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace tilldeck::providers {

/// Pairs a name of a provider's protocol ("succeeded") with the value of ours that it stands for.
template <class Value> struct WireName
{
    QLatin1StringView name;
    Value value;
};

/// Returns the status that @p name stands for in @p known, a list of WireName. A name that is not listed is
/// Unrecognised: no status is guessed (contracts, x-status-normalisation).
template <class Known> auto statusOf(const QString &name, const Known &known)
{
    for (const auto &entry : known) {
        if (name == entry.name)
            return entry.value;
    }
    return decltype(known.front().value)::Unrecognised;
}

} // namespace tilldeck::providers
