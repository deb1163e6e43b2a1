// SPDX-License-Identifier: GPL-3.0-or-later
// What is pasted or typed by mistake where no key belongs is sent to nobody.
#pragma once

#include "desk/desk.h"
#include "keys/key_form.h"

namespace tilldeck::desk {

/// Says what is asked for where a key was given.
enum class AskedFor { Session, Payment, Refund, Write, Code, Coupon };

/// Returns the question whether a text holds a key: by its form, or because it is one of an account that was used in
/// this run. It is asked while @p desk lives.
keys::HoldsKey keysKnownTo(const Desk &desk);

/// Returns that @p text is a key and not what was asked for, in a sentence that does not quote it; nothing for all
/// else. Error: InvalidInput.
std::optional<checkout::Error> refusedKey(const Desk &desk, const QString &text, AskedFor what);

/// Returns that one of @p texts, which are written at a provider and kept in files, holds a key; nothing where none
/// does. Error: InvalidInput.
std::optional<checkout::Error> refusedKeyIn(const Desk &desk, const QStringList &texts);

} // namespace tilldeck::desk
