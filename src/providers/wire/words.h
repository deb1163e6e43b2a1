// SPDX-License-Identifier: GPL-3.0-or-later
// Words of providers in the domain's terms.
#pragma once

#include <QString>

namespace tilldeck::providers {

/// A row of a provider's map of words.
template <class Status> struct Word
{
    QLatin1StringView word;
    Status status;
};

/// Unrecognised for a word that WORDS does not hold: never mapped by guess.
template <class Known> auto statusOf(const QString &word, const Known &words)
{
    for (const auto &known : words) {
        if (word == known.word)
            return known.status;
    }
    return decltype(words.front().status)::Unrecognised;
}

/// "Visa ending 4242": brands as they write themselves. Either part may be empty.
QString cardName(const QString &brand, const QString &last4);

} // namespace tilldeck::providers
