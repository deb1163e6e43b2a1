// SPDX-License-Identifier: GPL-3.0-or-later
// One rule for what a key of a provider looks like. Every floor asks it: what is shown is cut by it, and what is typed,
// kept or sent is refused by it.
#pragma once

#include <QString>

#include <functional>

namespace tilldeck::keys {

/// Returns a pattern of what is a secret by its beginning, whatever the case of its letters: the secret keys of the
/// providers and of their gateways, and the secrets of webhooks. What only names a beginning ("sk_test_") is none.
QString secretKeyPattern();

/// Returns whether such a key, or a publishable one, stands anywhere in @p text, also percent-encoded.
bool holdsKeyForm(const QString &text);

/// Returns whether @p key, of 8 characters or more, stands in @p text, also percent-encoded, whatever the case.
bool holdsThisKey(const QString &text, QStringView key);

/// Says whether a text holds a key.
using HoldsKey = std::function<bool(const QString &text)>;

} // namespace tilldeck::keys
